/** A lost second step: an admin begins to take it from the account, and another one, or time, has to agree. */
import "server-only";
import { database, type Transaction } from "@/lib/database/client";
import { administer, type Unconfirmed } from "./account-change";
import { type Actor, demand, forbid } from "./actor";
import { noteAccountChange } from "./audit";
import { removeSecondSteps } from "./second-step";
import { endSessionsOf, type LiveSession } from "./sessions";
import { tellHolder } from "./tell-holder";

const hour = 60 * 60 * 1000;

/** How long a reset waits where no second admin agrees, in milliseconds: its holder may notice, and sign in. */
export const resetWait = 24 * hour;

/** A reset that was begun. */
export interface SecondStepReset {
  madeById: string | null;
  madeByName: string;
  madeAt: Date;
  /** From when on who began it may end it, too. */
  dueAt: Date;
}

export type ResetOutcome =
  | { ok: true }
  /** Who began it has to wait for another admin, or for the time to come. */
  | { ok: false; reason: "tooSoon" }
  | Unconfirmed
  /** There is no such account, it has no second step, or no reset was begun. */
  | { ok: false; reason: "missing" };

/** Whether an account has a second step, and the reset that was begun for it, if any. @throws {Forbidden} unless the actor may manage people. */
export async function secondStepFor(
  actor: Actor,
  userId: string,
): Promise<{ isOn: boolean; reset: SecondStepReset | null }> {
  demand(actor, "manage");
  const row = await database().user.findUnique({
    where: { id: userId },
    select: {
      secondStep: true,
      _count: { select: { passkeys: true } },
      secondStepReset: { select: { madeById: true, madeByName: true, madeAt: true, dueAt: true } },
    },
  });
  const isOn = Boolean(row && (row.secondStep !== null || row._count.passkeys > 0));
  return { isOn, reset: row?.secondStepReset ?? null };
}

/** The reset of one's own second step that an admin has begun, or null. */
export function ownReset({ user }: LiveSession): Promise<SecondStepReset | null> {
  return database().secondStepReset.findUnique({
    where: { userId: user.id },
    select: { madeById: true, madeByName: true, madeAt: true, dueAt: true },
  });
}

/**
 * Whether a session shows that the desk's own second step is not lost: it was begun here and with that step. One that the
 * provider began may have had its second step there, which says nothing of this one.
 */
export function mayCallOffReset({ due, isSecondStep, begunBy }: LiveSession): boolean {
  return due === null && isSecondStep && begunBy !== "provider";
}

/** Calls off the reset of one's own second step. @throws {Forbidden} unless the session may (`mayCallOffReset`). */
export async function callOffReset(session: LiveSession): Promise<void> {
  const { user } = session;
  if (!mayCallOffReset(session)) forbid(user, "The session was begun without the desk's second step");
  await database().$transaction(async (tx) => {
    const { count } = await tx.secondStepReset.deleteMany({ where: { userId: user.id } });
    if (count > 0) await noteAccountChange(tx, user, "account.secondStepResetOff", user);
  });
}

/** Begins to take the second step from another person's account; one that was begun stays. @throws {Forbidden} */
export async function beginReset(actor: Actor, userId: string, now = new Date()): Promise<ResetOutcome> {
  return administer(actor, async (tx): Promise<ResetOutcome> => {
    const user = await tx.user.findFirst({
      where: {
        id: userId,
        OR: [{ secondStep: { not: null } }, { passkeys: { some: {} } }],
        ...(actor.id ? { NOT: { id: actor.id } } : {}),
      },
      select: { id: true, email: true, name: true },
    });
    if (!user) return { ok: false, reason: "missing" };
    const made = { madeById: actor.id, madeByName: actor.name, madeAt: now };
    const { count } = await tx.secondStepReset.createMany({
      data: [{ userId, ...made, dueAt: new Date(now.getTime() + resetWait) }],
      skipDuplicates: true,
    });
    if (count === 0) return { ok: true };
    await noteAccountChange(tx, actor, "account.secondStepResetBegin", user);
    await tellHolder(tx, user, "secondStepReset", { who: actor.name, hours: resetWait / hour }, now);
    return { ok: true };
  });
}

/**
 * Takes the second step from an account for which that was begun, and signs its holder out: at once by an admin who did not
 * begin it, nor is its holder, and whose account stood by itself (`standsByItself`), or at the command line; once its time
 * has come by any admin. @throws {Forbidden}
 */
export async function endReset(actor: Actor, userId: string, now = new Date()): Promise<ResetOutcome> {
  return administer(actor, async (tx): Promise<ResetOutcome> => {
    const [begun] = await tx.$queryRaw<Begun[]>`
      SELECT r."madeById"::text, r."madeAt", r."dueAt", u."email", u."name"
      FROM "SecondStepReset" r JOIN "User" u ON u."id" = r."userId"
      WHERE r."userId" = ${userId}::uuid FOR UPDATE OF u, r`;
    if (!begun || actor.id === userId) return { ok: false, reason: "missing" };
    if (begun.dueAt > now && !(await agrees(tx, actor, begun))) return { ok: false, reason: "tooSoon" };
    await removeSecondSteps(tx, userId);
    await endSessionsOf(tx, userId);
    await noteAccountChange(tx, actor, "account.secondStepReset", { id: userId, email: begun.email });
    await tellHolder(tx, begun, "secondStepTaken", {}, now);
    return { ok: true };
  });
}

interface Begun {
  madeById: string | null;
  madeAt: Date;
  dueAt: Date;
  email: string;
  name: string;
}

/** Whether who ends a reset before its time is someone else than who began it. */
async function agrees(tx: Transaction, { id }: Actor, { madeById, madeAt }: Begun): Promise<boolean> {
  if (id === null) return true;
  return id !== madeById && (await standsByItself(tx, id, madeAt));
}

/**
 * Whether an admin's account is no one else's means to agree with themselves: it is older than the reset, its holder set
 * its password, and no admin made it, opened it or gave it a role or a password since a day before. To prepare one takes
 * as long as waiting, then.
 */
async function standsByItself(tx: Transaction, id: string, begunAt: Date): Promise<boolean> {
  const from = new Date(begunAt.getTime() - resetWait);
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "User" u
    WHERE u."id" = ${id}::uuid AND u."role" = 'admin' AND u."disabledAt" IS NULL
      AND u."createdAt" <= ${begunAt} AND u."passwordLapsesAt" IS NULL
      AND NOT EXISTS (
        SELECT 1 FROM "AuditEvent" a
        WHERE a."action" IN ('account.add', 'account.role', 'account.password', 'account.enable', 'account.inviteUse',
                             'account.resetBegin', 'account.resetUse')
          AND a."at" >= ${from} AND a."byId" IS NOT NULL AND a."detail" ->> 'userId' = ${id})`;
  return rows.length > 0;
}
