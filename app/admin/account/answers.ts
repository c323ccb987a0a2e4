/** Puts what the accounts answered into the words of a form. */
import "server-only";
import { getTranslations } from "next-intl/server";
import { unstable_rethrow } from "next/navigation";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { NotSignedIn } from "@/lib/auth/session";
import { isUnreachable } from "@/lib/database/failures";
import type { AccountOutcome } from "@/lib/auth/accounts";
import type { AccountProblem } from "@/lib/auth/account-details";

type Typed = Record<string, string>;
type Refused = Extract<AccountFormState, { outcome: "refused" }>;

/** A refusal of the whole form, by its key under `desk.accounts.outcomes`. */
export async function refusedFor(reason: string, typed: Typed = {}, seconds = 0): Promise<Refused> {
  const t = await getTranslations("desk.accounts.outcomes");
  return { outcome: "refused", says: t(reason, { minutes: Math.ceil(seconds / 60) }), errors: {}, typed };
}

/** A refusal that says what is wrong beside each field. */
export async function refusedFields(
  problems: Pick<AccountProblem, "field" | "code">[],
  typed: Typed = {},
): Promise<Refused> {
  const t = await getTranslations("desk.accounts.faults");
  const errors = Object.fromEntries(problems.map(({ field, code }) => [field, t(code)]));
  return { outcome: "refused", errors, typed };
}

/** The words for why an account change was refused. */
export function refusedAccount(
  outcome: Exclude<AccountOutcome, { ok: true }>,
  typed: Typed = {},
): Promise<Refused> {
  return outcome.reason === "invalid"
    ? refusedFields(outcome.problems, typed)
    : refusedFor(outcome.reason, typed);
}

async function notSignedIn(typed: Typed): Promise<Refused> {
  const says = (await getTranslations("desk.sending"))("signedOut");
  return { outcome: "refused", reason: "signedOut", says, errors: {}, typed };
}

/** Runs an action; when the database is out of reach, or the sender is not signed in, it answers so, with what was typed, instead of throwing. */
export async function reachable(
  typed: Typed,
  work: () => Promise<AccountFormState>,
): Promise<AccountFormState> {
  try {
    return await work();
  } catch (error) {
    unstable_rethrow(error); // redirects
    if (isUnreachable(error)) return refusedFor("unreachable", typed);
    if (error instanceof NotSignedIn) return notSignedIn(typed);
    throw error;
  }
}
