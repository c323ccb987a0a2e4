import "server-only";
import { database } from "@/lib/database/client";
import { readEmail } from "./email";
import { passwordMatches } from "./password";
import { startSession } from "./sessions";
import { countSignIn } from "./sign-in-counts";
import { countTry, forgetTry } from "./throttle";
import { TooBusy } from "@/lib/turns";

/** What comes of an attempt to sign in. */
export type SignInOutcome =
  | { ok: true; sid: string; user: { id: string; name: string } }
  /** The e-mail address or the password is wrong; which of them is not told. */
  | { ok: false; reason: "wrong" }
  /** The password is right, but an admin has closed the account. */
  | { ok: false; reason: "disabled" }
  /** Too many wrong tries; `seconds` to wait. */
  | { ok: false; reason: "throttled"; seconds: number }
  /** More people sign in at this moment than the server can take. */
  | { ok: false; reason: "busy" };

/** Checks an e-mail address and a password typed at `address`, and starts a session where they are right. */
export async function signIn(
  typed: { email: string; password: string },
  address: string,
): Promise<SignInOutcome> {
  const outcome = await attempt(typed, address);
  countSignIn(outcome);
  return outcome;
}

async function attempt(typed: { email: string; password: string }, address: string): Promise<SignInOutcome> {
  const email = readEmail(typed.email);
  // What is no e-mail address at all is treated like one that nobody has.
  const counted = email ?? typed.email.slice(0, 300);
  const seconds = await countTry(counted, address);
  if (seconds !== null) return { ok: false, reason: "throttled", seconds };
  const user = email ? await accountOf(email) : null;
  try {
    if (!(await passwordMatches(typed.password, user?.passwordHash ?? null)) || !user)
      return { ok: false, reason: "wrong" };
  } catch (error) {
    if (error instanceof TooBusy) return { ok: false, reason: "busy" };
    throw error;
  }
  await forgetTry(counted, address);
  if (user.disabledAt) return { ok: false, reason: "disabled" };
  const sid = await startSessionIfUnchanged(user.id, user.passwordHash);
  // The password or the account changed while we hashed: the session would have outlived that.
  return sid ? { ok: true, sid, user: { id: user.id, name: user.name } } : { ok: false, reason: "wrong" };
}

function accountOf(email: string) {
  return database().user.findUnique({
    where: { email },
    select: { id: true, name: true, passwordHash: true, disabledAt: true },
  });
}

/** Starts a session unless, since the password was checked, it was changed or the account disabled. */
function startSessionIfUnchanged(userId: string, passwordHash: string): Promise<string | null> {
  return database().$transaction(async (tx) => {
    const [still] = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "User"
      WHERE "id" = ${userId}::uuid AND "passwordHash" = ${passwordHash} AND "disabledAt" IS NULL
      FOR SHARE`;
    return still ? startSession(tx, userId) : null;
  });
}
