/** Sessions that people end elsewhere: their own, and admins anyone's. Each is noted. */
import "server-only";
import { database } from "@/lib/database/client";
import { type Actor, demand } from "./actor";
import { noteAccountChange } from "./audit";
import { type Confirmation, withPassword } from "./confirm-password";
import { noteEvent } from "./security-events";
import { endSession, type LiveSession, type SessionSummary, sessionsOf } from "./sessions";

/** Ends a session in its holder's own browser. */
export async function signOutOf({ id, user }: LiveSession): Promise<void> {
  await endSession(id);
  await noteEvent(user, { action: "account.signOut", subject: user.email, detail: { userId: user.id } });
}

/**
 * Ends one of one's own sessions; that of anyone else stays. False where its holder has to say the password again first, so
 * that a session left open ends no others.
 */
export async function endOneOfOwn({ user, isConfirmed }: LiveSession, id: string): Promise<boolean> {
  if (!isConfirmed) return false;
  await database().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id, userId: user.id } });
    if (count > 0) await noteAccountChange(tx, user, "account.endSessions", user, { sessions: "1" });
  });
  return true;
}

/** Ends all of one's own sessions but the one given, once their holder has said the password again. */
export function endOtherSessions(session: LiveSession, password: string): Promise<Confirmation<number>> {
  const { id, user } = session;
  return withPassword(session, password, () =>
    database().$transaction(async (tx) => {
      const { count } = await tx.session.deleteMany({ where: { userId: user.id, id: { not: id } } });
      if (count > 0)
        await noteAccountChange(tx, user, "account.endSessions", user, { sessions: String(count) });
      return count;
    }),
  );
}

/** The standing sessions of any account, the newest first. @throws {Forbidden} unless the actor may manage people. */
export async function sessionsOfAccount(actor: Actor, userId: string): Promise<SessionSummary[]> {
  demand(actor, "manage");
  return sessionsOf(userId);
}

/** Ends one session of an account, or all of them where none is named. @throws {Forbidden} unless the actor may manage people. */
export async function endSessionsOfAccount(actor: Actor, userId: string, id?: string): Promise<number> {
  demand(actor, "manage");
  return database().$transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId }, select: { id: true, email: true } });
    if (!user) return 0;
    const { count } = await tx.session.deleteMany({ where: { userId, id } });
    if (count > 0)
      await noteAccountChange(tx, actor, "account.endSessions", user, { sessions: String(count) });
    return count;
  });
}
