/** A lost second step: an admin begins to take it from the account, and another one, or time, has to agree. */
import "server-only";
import { database } from "@/lib/database/client";
import { type Actor, demand } from "./actor";
import { noteAccountChange } from "./audit";
import { removeSecondStep } from "./second-step";
import { endSessionsOf } from "./sessions";

/** How long a reset waits where no second admin agrees, in milliseconds: its holder may notice, and sign in. */
export const resetWait = 24 * 60 * 60 * 1000;

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
      secondStepReset: { select: { madeById: true, madeByName: true, madeAt: true, dueAt: true } },
    },
  });
  return { isOn: Boolean(row?.secondStep), reset: row?.secondStepReset ?? null };
}

/** Begins to take the second step from another person's account; one that was begun stays. @throws {Forbidden} */
export async function beginReset(actor: Actor, userId: string, now = new Date()): Promise<ResetOutcome> {
  demand(actor, "manage");
  return database().$transaction(async (tx): Promise<ResetOutcome> => {
    const user = await tx.user.findFirst({
      where: { id: userId, secondStep: { not: null }, ...(actor.id ? { NOT: { id: actor.id } } : {}) },
      select: { id: true, email: true },
    });
    if (!user) return { ok: false, reason: "missing" };
    const made = { madeById: actor.id, madeByName: actor.name, madeAt: now };
    const { count } = await tx.secondStepReset.createMany({
      data: [{ userId, ...made, dueAt: new Date(now.getTime() + resetWait) }],
      skipDuplicates: true,
    });
    if (count > 0) await noteAccountChange(tx, actor, "account.secondStepResetBegin", user);
    return { ok: true };
  });
}

/**
 * Takes the second step from an account for which that was begun, and signs its holder out: at once by an admin who did not
 * begin it, nor is its holder, or at the command line; once its time has come by any admin. @throws {Forbidden}
 */
export async function endReset(actor: Actor, userId: string, now = new Date()): Promise<ResetOutcome> {
  demand(actor, "manage");
  return database().$transaction(async (tx): Promise<ResetOutcome> => {
    const [begun] = await tx.$queryRaw<{ madeById: string | null; dueAt: Date; email: string }[]>`
      SELECT r."madeById"::text, r."dueAt", u."email" FROM "SecondStepReset" r JOIN "User" u ON u."id" = r."userId"
      WHERE r."userId" = ${userId}::uuid FOR UPDATE OF r`;
    if (!begun || actor.id === userId) return { ok: false, reason: "missing" };
    const isAnother = actor.id === null || begun.madeById !== actor.id;
    if (!isAnother && begun.dueAt > now) return { ok: false, reason: "tooSoon" };
    await removeSecondStep(tx, userId);
    await endSessionsOf(tx, userId);
    await noteAccountChange(tx, actor, "account.secondStepReset", { id: userId, email: begun.email });
    return { ok: true };
  });
}
