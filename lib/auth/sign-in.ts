import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { database } from "@/lib/database/client";
import { isTooBusy } from "@/lib/fair-queue";
import { networkOf } from "@/lib/network";
import { sessionPlace } from "./device";
import { type DueStep, dueStep } from "./due-step";
import { readEmail } from "./email";
import { knownBrowser, knownBrowserCookie, type KnownBrowserCookie } from "./known-browser";
import { mayUsePassword } from "./may-use-password";
import { passwordMatches } from "./password";
import { noteEvent, type SecurityAction, visitor } from "./security-events";
import { mayGoWithout, startSession } from "./sessions";
import { countSignIn } from "./sign-in-counts";
import { countTry } from "./throttle";

/** What comes of an attempt to sign in. */
export type SignInOutcome =
  /** `browserCookie` proves from now on that this browser's holder has signed in. */
  | {
      ok: true;
      sid: string;
      user: { id: string; name: string };
      browserCookie: KnownBrowserCookie;
      /** What is to be done before the session is worth anything else. */
      due: DueStep | null;
    }
  /** The e-mail address or the password is wrong; which of them is not told. */
  | { ok: false; reason: "wrong" }
  /** The password is right, but an admin has closed the account. */
  | { ok: false; reason: "disabled" }
  /** The password is right, but an admin made it and it was not changed in time. */
  | { ok: false; reason: "lapsed" }
  /** The password is right, but here people sign on through the provider. */
  | { ok: false; reason: "elsewhereOnly" }
  /** Too many wrong tries; `seconds` to wait. */
  | { ok: false; reason: "throttled"; seconds: number }
  /** More people sign in at this moment than the server can take. */
  | { ok: false; reason: "busy" };

/** From where a password comes. */
export interface Caller {
  /** The network address. */
  address: string;
  /** The value of the cookie that proves earlier sign-ins, where the browser has one. */
  browserCookie?: string | undefined;
  /** What the browser says of itself. */
  userAgent?: string | undefined;
  /** The session that it has already, which ends once another begins. */
  sid?: string | undefined;
}

/**
 * Checks an e-mail address and a password, and starts a session where they are right. While strangers guess at the
 * account, an unknown browser waits some seconds for its answer (`pause`, in milliseconds).
 */
export async function signIn(
  typed: { email: string; password: string },
  caller: Caller,
  pause: (milliseconds: number) => Promise<unknown> = wait,
): Promise<SignInOutcome> {
  const email = readEmail(typed.email);
  const user = email ? await accountOf(email) : null;
  const outcome = await attempt(typed, { email, user }, caller, pause);
  countSignIn(outcome.ok ? "ok" : outcome.reason);
  const action = noted[outcome.ok ? "ok" : outcome.reason];
  if (action) {
    // What was typed as an address may be a password: only that of an account is named.
    const [by, subject] = [outcome.ok ? outcome.user : visitor, user && email ? email : "unknown"];
    await noteEvent(by, { action, subject, detail: user ? { userId: user.id } : {} });
  }
  return outcome;
}

/** What the audit log says of an attempt. One that was not looked at was none. */
const noted = {
  ok: "account.signIn",
  wrong: "account.signInWrong",
  disabled: "account.signInRefused",
  lapsed: "account.signInRefused",
  elsewhereOnly: "account.signInRefused",
  throttled: "account.signInThrottled",
  busy: null,
} satisfies Record<"ok" | Extract<SignInOutcome, { ok: false }>["reason"], SecurityAction | null>;

async function attempt(
  typed: { email: string; password: string },
  { email, user }: { email: string | null; user: Awaited<ReturnType<typeof accountOf>> },
  caller: Caller,
  pause: (milliseconds: number) => Promise<unknown>,
): Promise<SignInOutcome> {
  const browser = user && knownBrowser(caller.browserCookie, user);
  const counted = await countTry(
    user && browser
      ? { userId: user.id, browser }
      : // What is no e-mail address at all is treated like one that has no account.
        { email: email ?? typed.email.slice(0, 300), address: caller.address },
  );
  if ("seconds" in counted) return { ok: false, reason: "throttled", seconds: counted.seconds };
  if (counted.delay) await pause(counted.delay);
  try {
    const network = networkOf(caller.address);
    if (!(await passwordMatches(typed.password, user?.passwordHash ?? null, network)) || !user)
      return { ok: false, reason: "wrong" };
  } catch (error) {
    if (!isTooBusy(error)) throw error;
    await counted.takeBack();
    return { ok: false, reason: "busy" };
  }
  await counted.wasRight();
  if (user.disabledAt) return { ok: false, reason: "disabled" };
  // Said to those alone who know the password: it would tell whose address is the one that still may.
  if (!mayUsePassword(user)) return { ok: false, reason: "elsewhereOnly" };
  if (user.passwordLapsesAt && user.passwordLapsesAt <= new Date()) return { ok: false, reason: "lapsed" };
  const sid = await startSessionIfUnchanged(user.id, user.passwordHash, caller);
  // The password or the account changed while we hashed: the session would have outlived that.
  if (!sid) return { ok: false, reason: "wrong" };
  const browserCookie = knownBrowserCookie(caller.browserCookie, user);
  return {
    ok: true,
    sid,
    user: { id: user.id, name: user.name },
    browserCookie,
    due: dueAfterPassword(user),
  };
}

/** What is left to do for who has given the right password. */
function dueAfterPassword(user: NonNullable<Awaited<ReturnType<typeof accountOf>>>): DueStep | null {
  const { passwordLapsesAt, secondStep, _count, role } = user;
  const hasSecondStep = secondStep !== null || _count.passkeys > 0;
  return dueStep({
    passwordLapsesAt,
    hasSecondStep,
    gaveCode: false,
    byPassword: true,
    needsSecondStep: !mayGoWithout(role),
  });
}

function accountOf(email: string) {
  return database().user.findUnique({
    where: { email },
    select: {
      ...{ id: true, email: true, name: true, role: true, passwordHash: true },
      ...{ passwordLapsesAt: true, secondStep: true, disabledAt: true },
      _count: { select: { passkeys: true } },
    },
  });
}

/**
 * Starts a session unless, since the password was checked, it was changed or the account disabled. The session that the
 * caller presents, be it another account's, ends with it: no copy of its cookie outlives the sign-in.
 */
function startSessionIfUnchanged(
  userId: string,
  passwordHash: string,
  { address, userAgent, sid }: Caller,
): Promise<string | null> {
  return database().$transaction(async (tx) => {
    const [still] = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "User"
      WHERE "id" = ${userId}::uuid AND "passwordHash" = ${passwordHash} AND "disabledAt" IS NULL
      FOR SHARE`;
    if (!still) return null;
    if (sid !== undefined) await tx.session.deleteMany({ where: { id: sid } });
    return startSession(tx, userId, sessionPlace(address, userAgent));
  });
}
