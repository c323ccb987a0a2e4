import type { SignInOutcome } from "./sign-in";

/** `provider`: refused after the provider of single sign-on had named them. */
export type SignInResult = "ok" | "provider" | Extract<SignInOutcome, { ok: false }>["reason"];

// Next's bundle counts, and what answers for its process reports: they share nothing but this.
const kept = globalThis as { ententeSignIns?: Record<SignInResult, number> };

const counts = () =>
  (kept.ententeSignIns ??= {
    ...{ ok: 0, wrong: 0, disabled: 0, lapsed: 0, elsewhereOnly: 0 },
    ...{ throttled: 0, busy: 0, provider: 0 },
  });

/** How many attempts to sign in this process has answered since it began, by what came of them. */
export const signInCounts = (): Record<SignInResult, number> => ({ ...counts() });

/** Counts one attempt. */
export function countSignIn(result: SignInResult): void {
  counts()[result] += 1;
}
