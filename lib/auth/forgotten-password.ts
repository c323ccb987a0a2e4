/** What is asked for at the sign-in page by who has forgotten a password. The answer does not tell who has an account. */
import "server-only";
import { database } from "@/lib/database/client";
import { readEmail } from "./email";
import { sendsLinks } from "./one-time-link";
import { sendResetLink } from "./password-reset";
import { noteEvent, visitor } from "./security-events";
import { mayUsePassword } from "./may-use-password";
import { countResetAsked } from "./throttle";

export type ForgottenOutcome =
  /** Where there is an account of that address, a link is on its way. */
  | { ok: true }
  | { ok: false; reason: "throttled"; seconds: number }
  /** No mail is sent from here: an admin has to be asked. */
  | { ok: false; reason: "noMail" };

/**
 * Has a link for another password sent to an address, where an account has it that may sign in by one. The answer, and what
 * it costs, are the same for every address: all that depends on the account is done `later`, once the caller is answered.
 */
export async function askForReset(
  typed: string,
  address: string,
  later: (work: () => Promise<void>) => void,
): Promise<ForgottenOutcome> {
  if (!sendsLinks()) return { ok: false, reason: "noMail" };
  const email = readEmail(typed);
  const counted = await countResetAsked(email ?? typed.slice(0, 300), address);
  if (counted) return { ok: false, reason: "throttled", ...counted };
  later(() => sendToAccount(email));
  return { ok: true };
}

async function sendToAccount(email: string | null): Promise<void> {
  const user = email ? await accountOf(email) : null;
  if (user) await database().$transaction((tx) => sendResetLink(tx, user, null, new Date()));
  // What was typed may be a password, or someone's address: only that of an account is named.
  const detail = user ? { userId: user.id } : {};
  await noteEvent(visitor, { action: "account.resetAsk", subject: user?.email ?? "unknown", detail });
}

/** The account of an address to which a link may go. Whom the provider lets in, it may also shut out: no mail goes round it. */
async function accountOf(email: string) {
  const user = await database().user.findFirst({
    where: { email, disabledAt: null, signOnIdentities: { none: {} } },
    select: { id: true, version: true, email: true, name: true, role: true },
  });
  return user && mayUsePassword(user) ? user : null;
}
