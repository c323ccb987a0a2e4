/** One's own passkeys: added, named, removed. */
import "server-only";
import { v7 } from "uuid";
import { database, type Transaction } from "@/lib/database/client";
import type { Unconfirmed } from "../account-change";
import { type AccountFault, readName } from "../account-details";
import { forbid } from "../actor";
import { noteAccountChange } from "../audit";
import { sessionPlace } from "../device";
import { endRecoveryCodes } from "../recovery-codes";
import { noteEvent } from "../security-events";
import { type LiveSession, mayGoWithout, startSession } from "../sessions";
import type { Caller } from "../sign-in";
import { stillStanding } from "../still-standing";
import { tellHolder } from "../tell-holder";
import { type AnswerFault, checkMaking } from "./check-answer";
import { demandMayAdd, mostPasskeys } from "./offers";

/** A passkey as its holder sees it. */
export interface OwnPasskey {
  id: string;
  name: string;
  /** Whether it is copied between its holder's devices; else it is on one. */
  isSynced: boolean;
  madeAt: Date;
  usedAt: Date | null;
}

export type AddOutcome =
  /** `sid` is the new session, in place of the one that added it. */
  | { ok: true; sid: string; name: string }
  | { ok: false; reason: "invalid"; fault: AccountFault }
  /** The answer is not one to the challenge of this session, the passkey is known already, or the session has ended. */
  | { ok: false; reason: "wrong" }
  | { ok: false; reason: "tooMany" }
  | Unconfirmed;

export type RemoveOutcome =
  | { ok: true }
  | { ok: false; reason: "missing" }
  /** It is the last second step of an account whose role asks for one. */
  | { ok: false; reason: "needed" }
  | Unconfirmed;

/** The passkeys of a session's account, the oldest first. */
export function ownPasskeys({ user }: LiveSession): Promise<OwnPasskey[]> {
  return database().passkey.findMany({
    where: { userId: user.id },
    orderBy: [{ madeAt: "asc" }, { id: "asc" }],
    select: { id: true, name: true, isSynced: true, madeAt: true, usedAt: true },
    take: mostPasskeys,
  });
}

/**
 * Adds a passkey that a browser has made for this session, whose holder has just proved who they are. All other sessions of
 * the account end, and its holder is told by mail. @throws {Forbidden}
 */
export async function addPasskey(
  session: LiveSession,
  typed: { name: string; answer: string },
  caller: Caller,
): Promise<AddOutcome> {
  demandMayAdd(session);
  if (!session.isConfirmed) return { ok: false, reason: "unconfirmed" };
  const named = readName(typed.name);
  if ("code" in named) return { ok: false, reason: "invalid", fault: named.code };
  const made = await checkMaking(typed.answer, { session: session.id });
  if ("fault" in made) {
    await noteRefusedMaking(session, made.fault);
    return { ok: false, reason: "wrong" };
  }
  const { user, begunBy, confirmedAt } = session;
  const { name } = named;
  return database().$transaction(async (tx): Promise<AddOutcome> => {
    if (!(await stillStanding(tx, session))) return { ok: false, reason: "wrong" };
    if ((await tx.passkey.count({ where: { userId: user.id } })) >= mostPasskeys)
      return { ok: false, reason: "tooMany" };
    const { count } = await tx.passkey.createMany({
      data: [{ id: v7(), userId: user.id, name, ...made }],
      skipDuplicates: true,
    });
    if (count === 0) return { ok: false, reason: "wrong" };
    // Who could add one did not lose what was there; who came from the provider was asked for none of it.
    if (begunBy !== "provider") await tx.secondStepReset.deleteMany({ where: { userId: user.id } });
    await changed(tx, user, { action: "account.passkeyAdd", mail: "passkeyAdded", name });
    await tx.session.deleteMany({ where: { userId: user.id } });
    const place = sessionPlace(caller.address, caller.userAgent);
    const sid = await startSession(tx, user.id, place, { isSecondStep: true, begunBy, confirmedAt });
    return { ok: true, sid, name };
  });
}

/** Gives one of one's own passkeys another name. Returns what is wrong with it, or null. */
export async function renamePasskey(
  { user, due }: LiveSession,
  { id, name: typed }: { id: string; name: string },
): Promise<AccountFault | null> {
  if (due !== null) forbid(user, "Something else is to be done first");
  const named = readName(typed);
  if ("code" in named) return named.code;
  const { name } = named;
  await database().$transaction(async (tx) => {
    const { count } = await tx.passkey.updateMany({ where: { id, userId: user.id }, data: { name } });
    if (count > 0) await noteAccountChange(tx, user, "account.passkeyRename", user, { passkey: name });
  });
  return null;
}

/**
 * Removes one of one's own passkeys, and ends all other sessions of the account: one of them may be of who has it now. Its
 * holder is told by mail. @throws {Forbidden}
 */
export async function removePasskey(session: LiveSession, id: string): Promise<RemoveOutcome> {
  const { user, due, isConfirmed } = session;
  if (due !== null) forbid(user, "Something else is to be done first");
  if (!isConfirmed) return { ok: false, reason: "unconfirmed" };
  return database().$transaction(async (tx): Promise<RemoveOutcome> => {
    const standing = await stillStanding(tx, session);
    const passkey = standing && (await tx.passkey.findFirst({ where: { id, userId: user.id } }));
    if (!passkey) return { ok: false, reason: "missing" };
    const left = await tx.user.findUniqueOrThrow({
      where: { id: user.id },
      select: { secondStep: true, _count: { select: { passkeys: true } } },
    });
    const isLast = left.secondStep === null && left._count.passkeys === 1;
    if (isLast && !mayGoWithout(standing.role)) return { ok: false, reason: "needed" };
    await tx.passkey.delete({ where: { id } });
    await tx.session.deleteMany({ where: { userId: user.id, id: { not: session.id } } });
    if (isLast) {
      await endRecoveryCodes(tx, user.id);
      await tx.secondStepReset.deleteMany({ where: { userId: user.id } });
      await tx.session.updateMany({
        where: { userId: user.id, begunBy: "password" },
        data: { isSecondStep: false },
      });
    }
    await changed(tx, user, { action: "account.passkeyRemove", mail: "passkeyRemoved", name: passkey.name });
    return { ok: true };
  });
}

/** Notes what became of a passkey, tells the account's holder, and makes links for the account as it was void. */
async function changed(
  tx: Transaction,
  user: LiveSession["user"],
  {
    action,
    mail,
    name,
  }: {
    action: "account.passkeyAdd" | "account.passkeyRemove";
    mail: "passkeyAdded" | "passkeyRemoved";
    name: string;
  },
): Promise<void> {
  await tx.user.update({ where: { id: user.id }, data: { version: { increment: 1 } } });
  await noteAccountChange(tx, user, action, user, { passkey: name });
  await tellHolder(tx, user, mail, { passkey: name });
}

function noteRefusedMaking({ user }: LiveSession, reason: AnswerFault): Promise<void> {
  return noteEvent(user, {
    action: "account.passkeyRefused",
    subject: user.email,
    detail: { userId: user.id, step: "add", reason },
  });
}
