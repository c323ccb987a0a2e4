import "server-only";
import { noteAccountChange } from "./audit";
import { type Confirmation, withPasswordStanding } from "./confirm-password";
import type { LiveSession } from "./sessions";

/**
 * Notes that a session's holder has proved anew who they are, by the password: for some minutes (`sessionLength.confirmed`)
 * its actor is confirmed, as after signing in. Everything that asks for that asks by this.
 */
export function confirmSession(
  session: LiveSession,
  password: string,
  now = new Date(),
): Promise<Confirmation<true>> {
  // Who signed on through the provider proves it there: what they prove by that would else go on for ever.
  if (session.begunBy === "provider") return Promise.resolve({ ok: false, reason: "signOnAgain" });
  return withPasswordStanding(session, password, async (tx) => {
    await tx.session.update({ where: { id: session.id }, data: { confirmedAt: now } });
    await noteAccountChange(tx, session.user, "account.confirm", session.user);
    return true as const;
  });
}
