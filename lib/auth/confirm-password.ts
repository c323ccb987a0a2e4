/** Asks who is signed in for their password again. */
import "server-only";
import { database } from "@/lib/database/client";
import { isTooBusy } from "@/lib/fair-queue";
import { passwordMatches } from "./password";
import type { LiveSession } from "./sessions";
import { countTry } from "./throttle";

export type Confirmation<T> =
  | { ok: true; value: T }
  | { ok: false; reason: "wrong" }
  | { ok: false; reason: "throttled"; seconds: number }
  | { ok: false; reason: "busy" };

/**
 * Does `work` where the password is the one of the session's account, whose hash it is given. The tries of a session are
 * counted: an open one is no way round the throttle. What throws TooBusy within counts as no try.
 */
export async function withPassword<T>(
  session: LiveSession,
  password: string,
  work: (passwordHash: string) => Promise<T>,
): Promise<Confirmation<T>> {
  // Like a browser that is known, it has an allowance of its own.
  const counted = await countTry({ userId: session.user.id, browser: `session ${session.id}` });
  if ("seconds" in counted) return { ok: false, reason: "throttled", seconds: counted.seconds };
  try {
    const { id } = session.user;
    const row = await database().user.findUnique({ where: { id }, select: { passwordHash: true } });
    if (!row || !(await passwordMatches(password, row.passwordHash, id)))
      return { ok: false, reason: "wrong" };
    const value = await work(row.passwordHash);
    await counted.wasRight();
    return { ok: true, value };
  } catch (error) {
    if (!isTooBusy(error)) throw error;
    await counted.takeBack();
    return { ok: false, reason: "busy" };
  }
}
