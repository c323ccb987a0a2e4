import "server-only";
import { database } from "@/lib/database/client";
import { noteAccountChange } from "./audit";
import { hashPassword, passwordMatches } from "./password";
import { type PasswordFault, passwordFault } from "./password-rules";
import { endSessionsOf, type LiveSession, startSession } from "./sessions";
import { countTry, forgetTry } from "./throttle";
import { TooBusy } from "@/lib/turns";

export type OwnPasswordOutcome =
  /** `sid` is the new session of whoever changed it; all others have ended. */
  | { ok: true; sid: string }
  | { ok: false; reason: "wrong" }
  | { ok: false; reason: "invalid"; fault: PasswordFault }
  | { ok: false; reason: "throttled"; seconds: number }
  | { ok: false; reason: "busy" };

/** Changes the password of whoever is signed in, who proves to be its owner by the current one. */
export async function changeOwnPassword(
  { user }: LiveSession,
  typed: { current: string; password: string },
  address: string,
): Promise<OwnPasswordOutcome> {
  const fault = passwordFault(typed.password, user.email);
  if (fault) return { ok: false, reason: "invalid", fault };
  // An open session is no way round the throttle.
  const seconds = await countTry(user.email, address);
  if (seconds !== null) return { ok: false, reason: "throttled", seconds };
  const row = await database().user.findUnique({ where: { id: user.id }, select: { passwordHash: true } });
  const known = row?.passwordHash ?? null;
  try {
    if (known === null || !(await passwordMatches(typed.current, known)))
      return { ok: false, reason: "wrong" };
    await forgetTry(user.email, address);
    const sid = await swap(user, known, await hashPassword(typed.password));
    // Another password was set, or the account disabled, while we hashed.
    return sid ? { ok: true, sid } : { ok: false, reason: "wrong" };
  } catch (error) {
    if (error instanceof TooBusy) return { ok: false, reason: "busy" };
    throw error;
  }
}

function swap(user: LiveSession["user"], known: string, passwordHash: string): Promise<string | null> {
  return database().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: user.id, passwordHash: known, disabledAt: null },
      data: { passwordHash, version: { increment: 1 } },
    });
    if (!count) return null;
    await endSessionsOf(tx, user.id);
    await noteAccountChange(tx, user, "account.ownPassword", user);
    return startSession(tx, user.id);
  });
}
