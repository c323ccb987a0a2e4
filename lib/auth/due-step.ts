/** What may be left to do after signing in, before there is anything else to do. */

/**
 * `code`: the account has a second step, whose code was not given yet. `password`: an admin made the password, and its
 * holder has to set one of their own. `enrol`: the role asks for a second step, which the account lacks.
 */
export type DueStep = "code" | "password" | "enrol";

/** Where each is done. */
export const duePaths = {
  code: "/admin/sign-in/code",
  password: "/admin/sign-in/password",
  enrol: "/admin/sign-in/two-steps",
} satisfies Record<DueStep, string>;

/** What decides about it: the account, and whether the session was begun with the second step. */
export interface SignedInBy {
  passwordLapsesAt: Date | null;
  hasSecondStep: boolean;
  gaveCode: boolean;
  /** Whether the account's role asks for a second step. */
  needsSecondStep: boolean;
}

/** What is left to do, first of all. */
export function dueStep({
  passwordLapsesAt,
  hasSecondStep,
  gaveCode,
  needsSecondStep,
}: SignedInBy): DueStep | null {
  if (hasSecondStep && !gaveCode) return "code";
  if (passwordLapsesAt) return "password";
  return needsSecondStep && !hasSecondStep ? "enrol" : null;
}
