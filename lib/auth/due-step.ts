/** What may be left to do after signing in, before there is anything else to do. */

/**
 * `code`: the account has a second step, and neither its code was given yet nor a passkey used. `password`: an admin made the
 * password, and its holder has to set one of their own. `enrol`: the role asks for a second step, which the account lacks.
 */
export type DueStep = "code" | "password" | "enrol";

/** Where each is done. */
export const duePaths = {
  code: "/admin/sign-in/code",
  password: "/admin/sign-in/password",
  enrol: "/admin/sign-in/two-steps",
} satisfies Record<DueStep, string>;

/** What decides about it: the account, and how the session was begun. */
export interface SignedInBy {
  passwordLapsesAt: Date | null;
  hasSecondStep: boolean;
  gaveCode: boolean;
  /** Whether it was begun by the password. */
  byPassword: boolean;
  /** Whether the account's role asks for a second step. */
  needsSecondStep: boolean;
}

/** What is left to do, first of all. */
export function dueStep({
  passwordLapsesAt,
  hasSecondStep,
  gaveCode,
  byPassword,
  needsSecondStep,
}: SignedInBy): DueStep | null {
  if (hasSecondStep && !gaveCode) return "code";
  if (passwordLapsesAt && byPassword) return "password";
  // A second step that was taken elsewhere, as at the provider of single sign-on, is one.
  return needsSecondStep && !hasSecondStep && !gaveCode ? "enrol" : null;
}
