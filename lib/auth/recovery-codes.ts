/** Codes that stand in for a second step that is lost or not at hand, be it an app or passkeys: each is good once, after the password. */
import "server-only";
import { v7 } from "uuid";
import { database, type Transaction } from "@/lib/database/client";
import type { Unconfirmed } from "./account-change";
import { forbid } from "./actor";
import { noteAccountChange } from "./audit";
import { newRecoveryCodes, recoveryHash } from "./one-time-code";
import type { LiveSession } from "./sessions";
import { stillStanding } from "./still-standing";
import { tellHolder } from "./tell-holder";

export type CodesOutcome =
  /** The codes, to be shown this once: what is kept of them are hashes. */
  | { ok: true; codes: string[] }
  /** The account has no second step for which they could stand, or the session has ended. */
  | { ok: false; reason: "noStep" }
  | Unconfirmed;

/**
 * Makes codes in place of those that an account has, whose holder has just proved who they are, and is told by mail.
 * @throws {Forbidden}
 */
export async function makeRecoveryCodes(session: LiveSession): Promise<CodesOutcome> {
  const { user, due, isConfirmed } = session;
  if (due !== null) forbid(user, "Something else is to be done first");
  if (!isConfirmed) return { ok: false, reason: "unconfirmed" };
  const codes = newRecoveryCodes();
  return database().$transaction(async (tx): Promise<CodesOutcome> => {
    if (!(await stillStanding(tx, session)) || !(await hasStep(tx, user.id)))
      return { ok: false, reason: "noStep" };
    const hadSome = await keepRecoveryCodes(tx, user.id, codes);
    await tx.user.update({ where: { id: user.id }, data: { version: { increment: 1 } } });
    await noteAccountChange(tx, user, "account.recoveryCodes", user);
    await tellHolder(tx, user, hadSome ? "recoveryCodesReplaced" : "recoveryCodesMade");
    return { ok: true, codes };
  });
}

async function hasStep(tx: Transaction, id: string): Promise<boolean> {
  const where = { id, OR: [{ secondStep: { not: null } }, { passkeys: { some: {} } }] };
  return (await tx.user.count({ where })) > 0;
}

/** Keeps the hashes of these codes in place of those that an account has, and says whether it had any. */
export async function keepRecoveryCodes(
  tx: Transaction,
  userId: string,
  codes: readonly string[],
): Promise<boolean> {
  const hadSome = await endRecoveryCodes(tx, userId);
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ id: v7(), userId, codeHash: recoveryHash(userId, code)! })),
  });
  return hadSome;
}

/** Makes the codes of an account void, and says whether there were any. */
export async function endRecoveryCodes(tx: Transaction, userId: string): Promise<boolean> {
  const { count } = await tx.recoveryCode.deleteMany({ where: { userId } });
  return count > 0;
}

/** Uses a code up; false where it is none of the account's. Noted, and told to its holder. */
export async function useRecoveryCode(
  tx: Transaction,
  user: LiveSession["user"],
  typed: string,
): Promise<boolean> {
  const codeHash = recoveryHash(user.id, typed);
  if (codeHash === null) return false;
  const { count } = await tx.recoveryCode.deleteMany({ where: { userId: user.id, codeHash } });
  if (count === 0) return false;
  await noteAccountChange(tx, user, "account.recoveryCode", user);
  await tellHolder(tx, user, "recoveryCodeUsed");
  return true;
}

/** How many codes an account has left. */
export function recoveryCodesLeft(userId: string): Promise<number> {
  return database().recoveryCode.count({ where: { userId } });
}
