/** Passkeys in use: to sign in by one alone, as the second step, and to prove anew who one is. */
import "server-only";
import { database, type Transaction } from "@/lib/database/client";
import { env } from "@/lib/env";
import { noteAccountChange } from "../audit";
import { forbid } from "../actor";
import type { Confirmation } from "../confirm-password";
import { sessionPlace } from "../device";
import { knownBrowserCookie } from "../known-browser";
import { mayUsePassword } from "../may-use-password";
import type { CodeOutcome } from "../second-step";
import { noteEvent, type SecurityAction, visitor } from "../security-events";
import { type LiveSession, startSession } from "../sessions";
import type { Caller, SignInOutcome } from "../sign-in";
import { countSignIn } from "../sign-in-counts";
import { stillStanding } from "../still-standing";
import { countPasskeyTry, countTry } from "../throttle";
import { type AnswerFault, checkUse, type PasskeyUse } from "./check-answer";

const columns = {
  ...{ id: true, name: true, credentialId: true, publicKey: true, counter: true, userId: true },
  user: {
    select: {
      ...{ id: true, email: true, name: true, role: true, passwordHash: true, disabledAt: true },
      ...{ passkeyHandle: true, signOnIdentities: { select: { id: true }, take: 1 } },
    },
  },
} as const;

async function findPasskey(credentialId: string) {
  return database().passkey.findUnique({ where: { credentialId }, select: columns });
}

type Passkey = NonNullable<Awaited<ReturnType<typeof findPasskey>>>;

/**
 * Signs in by a passkey alone: it is had, and its device has verified who holds it, so that it counts as both steps. `browser`
 * is the cookie's value of the browser that the challenge was given to.
 */
export async function signInByPasskey(
  answer: string,
  browser: string,
  caller: Caller,
): Promise<SignInOutcome> {
  const outcome = await attempt(answer, browser, caller);
  countSignIn(outcome.ok ? "ok" : outcome.reason);
  return outcome;
}

async function attempt(answer: string, browser: string, caller: Caller): Promise<SignInOutcome> {
  const counted = await countPasskeyTry(caller.address);
  if ("seconds" in counted) {
    await noteEvent(visitor, { action: "account.signInThrottled", subject: "unknown", detail: by });
    return { ok: false, reason: "throttled", seconds: counted.seconds };
  }
  const checked = await checkUse(answer, "signIn", { browser }, async (credentialId, userHandle) => {
    const found = await findPasskey(credentialId);
    return found && userHandle !== null && found.user.passkeyHandle === userHandle ? found : null;
  });
  if ("fault" in checked) {
    await noteRefused(null, checked.passkey?.user ?? null, "signIn", checked.fault);
    return { ok: false, reason: "wrong" };
  }
  await counted.wasRight();
  const { passkey, use } = checked;
  const { user } = passkey;
  const refused = user.disabledAt ? "disabled" : mayUseAlone(user) ? null : "elsewhereOnly";
  if (refused) {
    const detail = { ...by, userId: user.id, reason: refused };
    await noteEvent(visitor, { action: "account.signInRefused", subject: user.email, detail });
    return { ok: false, reason: refused };
  }
  const sid = await begin(passkey, use, caller);
  if (sid === null) {
    await noteRefused(null, user, "signIn", "counter");
    return { ok: false, reason: "wrong" };
  }
  await noteEvent(user, {
    action: "account.signIn",
    subject: user.email,
    detail: { ...by, userId: user.id, passkey: passkey.name },
  });
  const browserCookie = knownBrowserCookie(caller.browserCookie, user);
  return { ok: true, sid, user: { id: user.id, name: user.name }, browserCookie, due: null };
}

const by = { by: "passkey" } as const;

/**
 * Whether a passkey lets in by itself where it is right: where a password would, and not to an account that is joined with the
 * provider of single sign-on. That is asked at each sign-in who still may.
 */
function mayUseAlone(user: Passkey["user"]): boolean {
  const { signOn, passwordsOnlyFor } = env();
  if (!mayUsePassword(user)) return false;
  return !signOn || user.email === passwordsOnlyFor || user.signOnIdentities.length === 0;
}

/** Starts the session; null where the account was closed, or the passkey used or removed, since it was read. */
function begin(passkey: Passkey, use: PasskeyUse, caller: Caller): Promise<string | null> {
  const { userId } = passkey;
  return database().$transaction(async (tx) => {
    const [still] = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "User" WHERE "id" = ${userId}::uuid AND "disabledAt" IS NULL FOR UPDATE`;
    if (!still || !(await counts(tx, passkey, use))) return null;
    // Who has a second step did not lose it.
    await tx.secondStepReset.deleteMany({ where: { userId } });
    if (caller.sid !== undefined) await tx.session.deleteMany({ where: { id: caller.sid } });
    const place = sessionPlace(caller.address, caller.userAgent);
    return startSession(tx, userId, place, { isSecondStep: true, begunBy: "passkey" });
  });
}

/** Takes a passkey in place of the code of a session that waits for it. Its tries count with those of codes. */
export async function providePasskey(
  session: LiveSession,
  answer: string,
  caller: Caller,
): Promise<CodeOutcome> {
  const { user } = session;
  if (session.due !== "code") forbid(user, "No second step is asked of this session");
  const counted = await countTry({ userId: user.id, browser: "second step" });
  if ("seconds" in counted) return { ok: false, reason: "throttled", seconds: counted.seconds };
  const sid = await useOwn(session, answer, "secondStep", async (tx) => {
    await tx.secondStepReset.deleteMany({ where: { userId: user.id } });
    await tx.session.deleteMany({ where: { id: session.id } });
    const place = sessionPlace(caller.address, caller.userAgent);
    const { begunBy, confirmedAt } = session;
    // Who signed on through the provider proves nothing anew by that.
    const proved = begunBy === "provider" ? { confirmedAt } : {};
    return startSession(tx, user.id, place, { isSecondStep: true, begunBy, ...proved });
  });
  if (sid === null) return { ok: false, reason: "wrong" };
  await counted.wasRight();
  return { ok: true, sid };
}

/** Like `confirmSession`, by a passkey in place of the password. */
export async function confirmByPasskey(
  session: LiveSession,
  answer: string,
  now = new Date(),
): Promise<Confirmation<true>> {
  // What they prove by that would else go on for ever.
  if (session.begunBy === "provider") return { ok: false, reason: "signOnAgain" };
  if (session.due !== null) forbid(session.user, "Something else is to be done first");
  const counted = await countTry({ userId: session.user.id, browser: `session ${session.id}` });
  if ("seconds" in counted) return { ok: false, reason: "throttled", seconds: counted.seconds };
  const done = await useOwn(session, answer, "confirm", async (tx) => {
    await tx.session.update({ where: { id: session.id }, data: { confirmedAt: now } });
    return true as const;
  });
  if (done === null) return { ok: false, reason: "wrong" };
  await counted.wasRight();
  return { ok: true, value: true };
}

/** Does `work` where one of the session's own passkeys has signed; else null, and the refusal is noted. */
async function useOwn<T>(
  session: LiveSession,
  answer: string,
  purpose: "secondStep" | "confirm",
  work: (tx: Transaction) => Promise<T>,
): Promise<T | null> {
  const { user } = session;
  const holder = { session: session.id };
  const checked = await checkUse(answer, purpose, holder, async (credentialId, userHandle) => {
    const found = await findPasskey(credentialId);
    if (found?.userId !== user.id) return null;
    return userHandle === null || userHandle === found.user.passkeyHandle ? found : null;
  });
  if ("fault" in checked) {
    await noteRefused(user, user, purpose, checked.fault);
    return null;
  }
  const { passkey, use } = checked;
  const done = await database().$transaction(async (tx) => {
    // It may have ended since it was read: a passkey brings none back.
    if (!(await stillStanding(tx, session)) || !(await counts(tx, passkey, use))) return null;
    await noteAccountChange(tx, user, "account.passkeyUse", user, { step: purpose, passkey: passkey.name });
    return { value: await work(tx) };
  });
  if (!done) await noteRefused(user, user, purpose, "counter");
  return done && done.value;
}

/** Writes what the device counts; false where that was overtaken, or the passkey removed: the write itself compares. */
async function counts(tx: Transaction, { id, counter }: Passkey, use: PasskeyUse): Promise<boolean> {
  const { count } = await tx.passkey.updateMany({
    where: { id, counter },
    data: { ...use, usedAt: new Date() },
  });
  return count > 0;
}

async function noteRefused(
  who: { id: string; name: string } | null,
  account: { id: string; email: string } | null,
  step: string,
  reason: AnswerFault,
): Promise<void> {
  const action: SecurityAction = "account.passkeyRefused";
  const detail = { step, reason, ...(account ? { userId: account.id } : {}) };
  await noteEvent(who ?? visitor, { action, subject: account?.email ?? "unknown", detail });
}
