/** What may be left to do after signing in, before there is anything else to do. */

/** `password`: an admin made the password, and its holder has to set one of their own. */
export type DueStep = "password";

/** Where each is done. */
export const duePaths = { password: "/admin/sign-in/password" } satisfies Record<DueStep, string>;

/** What a session's account says is left to do. */
export function dueStep({ passwordLapsesAt }: { passwordLapsesAt: Date | null }): DueStep | null {
  return passwordLapsesAt ? "password" : null;
}
