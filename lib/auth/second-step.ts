/** The second step of signing in: a code of an app, beside the password. For passkeys see `passkeys/`. */
import "server-only";
import { database, type Transaction } from "@/lib/database/client";
import { noteAccountChange } from "./audit";
import { type Confirmation, withPasswordStanding } from "./confirm-password";
import { sessionPlace } from "./device";
import { forbid } from "./actor";
import { proposalFor, stepOfCode } from "./one-time-code";
import { endRecoveryCodes, keepRecoveryCodes, useRecoveryCode } from "./recovery-codes";
import { sealed, unsealed } from "./sealed-secret";
import { noteEvent } from "./security-events";
import { mayGoWithout, type LiveSession, startSession } from "./sessions";
import type { Caller } from "./sign-in";
import { stillStanding } from "./still-standing";
import { tellHolder } from "./tell-holder";
import { countTry } from "./throttle";

type User = LiveSession["user"];

const boundTo = ({ id }: { id: string }) => `second step of ${id}`;

export type CodeOutcome =
  /** `sid` is the new session, in place of the one that waited for the code. */
  | { ok: true; sid: string }
  | { ok: false; reason: "wrong" }
  | { ok: false; reason: "throttled"; seconds: number };

/**
 * Takes the code of a session that waits for it: one of the app, or one for a lost app or passkey. Each is good once. The tries of an
 * account are counted together, as those who make them know its password.
 */
export async function provideCode(session: LiveSession, typed: string, caller: Caller): Promise<CodeOutcome> {
  const { user } = session;
  if (session.due !== "code") forbid(user, "No code is asked of this session");
  const counted = await countTry({ userId: user.id, browser: "second step" });
  if ("seconds" in counted) return { ok: false, reason: "throttled", seconds: counted.seconds };
  const sid = await database().$transaction(async (tx) => {
    // It may have ended, as by another password, since it was read: a code brings none back.
    if (!(await stillStanding(tx, session))) return null;
    if (!(await useCode(tx, user, typed)) && !(await useRecoveryCode(tx, user, typed))) return null;
    // Who has the second step did not lose it.
    await tx.secondStepReset.deleteMany({ where: { userId: user.id } });
    await tx.session.deleteMany({ where: { id: session.id } });
    const place = sessionPlace(caller.address, caller.userAgent);
    const { begunBy, confirmedAt } = session;
    // Who signed on through the provider proves anew there who they are, and not by a code.
    const proved = begunBy === "provider" ? { confirmedAt } : {};
    return startSession(tx, user.id, place, { isSecondStep: true, begunBy, ...proved });
  });
  if (sid === null) {
    await noteEvent(user, {
      action: "account.signInWrong",
      subject: user.email,
      detail: { userId: user.id, step: "code" },
    });
    return { ok: false, reason: "wrong" };
  }
  await counted.wasRight();
  return { ok: true, sid };
}

/** Uses a code of the app. One that was used, or one before it, is none: the write itself compares. */
async function useCode(tx: Transaction, { id }: User, typed: string): Promise<boolean> {
  const row = await tx.user.findUnique({ where: { id }, select: { secondStep: true } });
  const secret = row?.secondStep ? unsealed(row.secondStep, boundTo({ id })) : null;
  const step = secret === null ? null : stepOfCode(secret, typed);
  if (step === null) return false;
  const { count } = await tx.user.updateMany({
    where: {
      id,
      secondStep: row!.secondStep,
      OR: [{ secondStepUsed: null }, { secondStepUsed: { lt: step } }],
    },
    data: { secondStepUsed: step },
  });
  return count > 0;
}

/** What comes of setting the second step up: the new session, or null where the app's code is not right. */
export type SetUpOutcome = Confirmation<{ sid: string } | null>;

/**
 * Brings what was offered to a session (`proposalFor`) into use as the second step, with the password and a code that the
 * app shows. All other sessions of the account end.
 */
export function setUpSecondStep(
  session: LiveSession,
  typed: { password: string; code: string },
  caller: Caller,
): Promise<SetUpOutcome> {
  const { user, due } = session;
  if (due !== null && due !== "enrol") forbid(user, "Something else is to be done first");
  const { secret, codes } = proposalFor(session.id);
  return withPasswordStanding(session, typed.password, async (tx) => {
    const step = stepOfCode(secret, typed.code);
    if (step === null) return null;
    await tx.user.update({
      where: { id: user.id },
      data: {
        ...{ secondStep: sealed(secret, boundTo(user)), secondStepUsed: step },
        version: { increment: 1 },
      },
    });
    await keepRecoveryCodes(tx, user.id, codes);
    // What was begun is about the app before this one.
    await tx.secondStepReset.deleteMany({ where: { userId: user.id } });
    await tx.session.deleteMany({ where: { userId: user.id } });
    await noteAccountChange(tx, user, "account.secondStep", user);
    await tellHolder(tx, user, "appSetUp");
    const place = sessionPlace(caller.address, caller.userAgent);
    const { begunBy, confirmedAt } = session;
    // Who signed on through the provider has said no password here: they proved no more than before.
    const proved = begunBy === "provider" ? { confirmedAt } : {};
    return { sid: await startSession(tx, user.id, place, { isSecondStep: true, begunBy, ...proved }) };
  });
}

/** Gives the app up, with the password. False where the account's role may not go without, and it has no passkey. */
export function endSecondStep(session: LiveSession, password: string): Promise<Confirmation<boolean>> {
  const { user, due } = session;
  if (due !== null) forbid(user, "Something else is to be done first");
  return withPasswordStanding(session, password, async (tx, { role }) => {
    const passkeys = await tx.passkey.count({ where: { userId: user.id } });
    if (passkeys === 0 && !mayGoWithout(role)) return false;
    await removeApp(tx, user.id, { isLast: passkeys === 0 });
    await noteAccountChange(tx, user, "account.secondStepEnd", user);
    await tellHolder(tx, user, "appRemoved");
    return true;
  });
}

/** Takes all second steps from an account: the app with its codes, passkeys, and whatever was begun to reset them. */
export async function removeSecondSteps(tx: Transaction, userId: string): Promise<void> {
  await tx.passkey.deleteMany({ where: { userId } });
  await removeApp(tx, userId, { isLast: true });
}

async function removeApp(tx: Transaction, userId: string, { isLast }: { isLast: boolean }): Promise<void> {
  await tx.user.update({
    where: { id: userId },
    data: { secondStep: null, secondStepUsed: null, version: { increment: 1 } },
  });
  await tx.secondStepReset.deleteMany({ where: { userId } });
  if (!isLast) return;
  await endRecoveryCodes(tx, userId);
  // What stands was begun with a step that there is not any more; a provider's own is another.
  await tx.session.updateMany({ where: { userId, begunBy: "password" }, data: { isSecondStep: false } });
}
