/** Asks who is signed in for their password again. */
import "server-only";
import { database, type Transaction } from "@/lib/database/client";
import { isTooBusy } from "@/lib/fair-queue";
import { passwordMatches } from "./password";
import { noteEvent } from "./security-events";
import type { LiveSession } from "./sessions";
import { type Standing, stillStanding } from "./still-standing";
import { countTry } from "./throttle";

export type Confirmation<T> =
  | { ok: true; value: T }
  | { ok: false; reason: "wrong" }
  | { ok: false; reason: "throttled"; seconds: number }
  | { ok: false; reason: "busy" }
  /** Who signed on through the provider has to do so anew: they say no password here. */
  | { ok: false; reason: "signOnAgain" };

/**
 * Does `work` where the password is the one of the session's account, whose hash it is given. The tries of a session are
 * counted: an open one is no way round the throttle. What throws TooBusy within counts as no try. Who signed on through the
 * provider proves by that, done just now, who they are.
 */
export async function withPassword<T>(
  session: LiveSession,
  password: string,
  work: (passwordHash: string) => Promise<T>,
): Promise<Confirmation<T>> {
  if (session.begunBy === "provider") return withSignOn(session, work);
  // Like a browser that is known, it has an allowance of its own.
  const counted = await countTry({ userId: session.user.id, browser: `session ${session.id}` });
  if ("seconds" in counted) {
    await noteTry(session, "account.signInThrottled");
    return { ok: false, reason: "throttled", seconds: counted.seconds };
  }
  try {
    const { id } = session.user;
    const row = await database().user.findUnique({ where: { id }, select: { passwordHash: true } });
    if (!row || !(await passwordMatches(password, row.passwordHash, id))) {
      await noteTry(session, "account.signInWrong");
      return { ok: false, reason: "wrong" };
    }
    const value = await work(row.passwordHash);
    await counted.wasRight();
    return { ok: true, value };
  } catch (error) {
    if (!isTooBusy(error)) throw error;
    await counted.takeBack();
    return { ok: false, reason: "busy" };
  }
}

/** Notes a try that was in vain: an open session that someone else sits at is where a password is guessed. */
async function noteTry(
  { user }: LiveSession,
  action: "account.signInWrong" | "account.signInThrottled",
): Promise<void> {
  await noteEvent(user, { action, subject: user.email, detail: { userId: user.id, step: "again" } });
}

async function withSignOn<T>(
  { user, isConfirmed }: LiveSession,
  work: (passwordHash: string) => Promise<T>,
): Promise<Confirmation<T>> {
  if (!isConfirmed) return { ok: false, reason: "signOnAgain" };
  const { passwordHash } = await database().user.findUniqueOrThrow({
    where: { id: user.id },
    select: { passwordHash: true },
  });
  return { ok: true, value: await work(passwordHash) };
}

/**
 * Like `withPassword`, for work in a transaction. Where the session ended, or another password was set or the account
 * disabled, while the password was hashed, nothing is done, and the answer is "wrong".
 */
export async function withPasswordStanding<T>(
  session: LiveSession,
  password: string,
  work: (tx: Transaction, user: Standing) => Promise<T>,
): Promise<Confirmation<T>> {
  const confirmed = await withPassword(session, password, (passwordHash) =>
    database().$transaction(async (tx) => {
      const user = await stillStanding(tx, session, passwordHash);
      return user && { value: await work(tx, user) };
    }),
  );
  if (!confirmed.ok) return confirmed;
  return confirmed.value ? { ok: true, value: confirmed.value.value } : { ok: false, reason: "wrong" };
}
