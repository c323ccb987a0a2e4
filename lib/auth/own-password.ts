import "server-only";
import { database } from "@/lib/database/client";
import { isTooBusy } from "@/lib/fair-queue";
import { noteAccountChange } from "./audit";
import { knownBrowserCookie, type KnownBrowserCookie } from "./known-browser";
import { hashPassword, passwordMatches } from "./password";
import { type PasswordFault, passwordFault } from "./password-rules";
import { endSessionsOf, type LiveSession, startSession } from "./sessions";
import { type CountedTry, countTry } from "./throttle";

export type OwnPasswordOutcome =
  /** `sid` is the holder's new session, all others have ended; `browserCookie` goes with the new password. */
  | { ok: true; sid: string; browserCookie: KnownBrowserCookie }
  | { ok: false; reason: "wrong" }
  | { ok: false; reason: "invalid"; fault: PasswordFault }
  | { ok: false; reason: "throttled"; seconds: number }
  | { ok: false; reason: "busy" };

/** Changes the password of the session's account, whose holder proves to be that by the current one. */
export async function changeOwnPassword(
  session: LiveSession,
  typed: { current: string; password: string },
  browserCookie?: string,
): Promise<OwnPasswordOutcome> {
  const fault = passwordFault(typed.password, session.user.email);
  if (fault) return { ok: false, reason: "invalid", fault };
  // An open session is no way round the throttle; like a browser that is known, it has an allowance of its own.
  const counted = await countTry({ userId: session.user.id, browser: `session ${session.id}` });
  if ("seconds" in counted) return { ok: false, reason: "throttled", seconds: counted.seconds };
  try {
    return await change(session.user, typed, counted, browserCookie);
  } catch (error) {
    if (!isTooBusy(error)) throw error;
    await counted.takeBack();
    return { ok: false, reason: "busy" };
  }
}

/** @throws {TooBusy} */
async function change(
  user: LiveSession["user"],
  typed: { current: string; password: string },
  counted: CountedTry,
  browserCookie: string | undefined,
): Promise<OwnPasswordOutcome> {
  const row = await database().user.findUnique({ where: { id: user.id }, select: { passwordHash: true } });
  if (!row || !(await passwordMatches(typed.current, row.passwordHash, user.id)))
    return { ok: false, reason: "wrong" };
  const passwordHash = await hashPassword(typed.password, user.id);
  await counted.wasRight();
  const sid = await swap(user, row.passwordHash, passwordHash);
  // Another password was set, or the account disabled, while we hashed.
  if (!sid) return { ok: false, reason: "wrong" };
  const account = { id: user.id, passwordHash };
  return { ok: true, sid, browserCookie: knownBrowserCookie(browserCookie, account) };
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
