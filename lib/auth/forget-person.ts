/** Takes a person's account and name out of the desk; what they did stays in the record and in the audit log. */
import "server-only";
import type { Transaction } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { type AccountTarget, administer, type Unconfirmed } from "./account-change";
import type { Actor } from "./actor";
import { noteAccountChange } from "./audit";
import { forgetAuthor, formerEditor } from "./forget-author";

/** Where names stand beside the id of their account: table, id, name. Versions and the audit log are another matter. */
export const namesById = [
  ...([
    ["Entry", "createdById", "createdByName"],
    ["Entry", "updatedById", "updatedByName"],
  ] as const),
  ...([
    ["ScheduledMove", "madeById", "madeByName"],
    ["ChangeSet", "madeById", "madeByName"],
  ] as const),
  ...([
    ["ReviewSetting", "setById", "setByName"],
    ["RetentionRule", "setById", "setByName"],
  ] as const),
  ...([
    ["Review", "madeById", "madeByName"],
    ["Review", "settledById", "settledByName"],
  ] as const),
  ...([
    ["Comment", "madeById", "madeByName"],
    ["RecordTemplate", "madeById", "madeByName"],
  ] as const),
  ...([
    ["SavedView", "ownerId", "ownerName"],
    ["CalendarLink", "madeById", "madeByName"],
  ] as const),
  ...([
    ["Invitation", "madeById", "madeByName"],
    ["SecondStepReset", "madeById", "madeByName"],
  ] as const),
  ...([["Presence", "byId", "byName"]] as const),
] as const;

/** Where names stand alone: there they are known by what they say, unless another account is called the same. */
export const namesAlone = [
  ...([
    ["Comment", "resolvedByName"],
    ["DeskNotice", "byName"],
  ] as const),
  ...([
    ["Entry", "addressCheckedByName"],
    ["File", "addedByName"],
  ] as const),
  ...([
    ["ErrorReport", "answeredByName"],
    ["ErrorReport", "settledByName"],
  ] as const),
] as const;

export type ForgetOutcome =
  | { ok: true }
  /** The account has to be closed first. */
  | { ok: false; reason: "open" }
  | { ok: false; reason: "stale" | "missing" }
  | Unconfirmed;

/** So long versions lose the name while the admin waits, in milliseconds; the work in the background does the others. */
const longestNow = 5000;

/**
 * Removes a closed account, with all that belongs to it alone, and puts "Former editor" where its holder's name stands in
 * the record. Versions follow once that is committed: of many thousands the last do within hours. The audit log keeps the
 * name: it proves who did what, and is sealed. @throws {Forbidden}
 */
export async function forgetPerson(
  actor: Actor,
  target: AccountTarget,
  longest = longestNow,
): Promise<ForgetOutcome> {
  const outcome = await removeAccount(actor, target);
  const end = Date.now() + longest;
  if (outcome.ok) await forgetAuthor(target.id, () => Date.now() >= end);
  return outcome;
}

async function removeAccount(actor: Actor, { id, version }: AccountTarget): Promise<ForgetOutcome> {
  return administer(actor, async (tx): Promise<ForgetOutcome> => {
    const [user] = await tx.$queryRaw<{ name: string; version: number; disabledAt: Date | null }[]>`
      SELECT "name", "version", "disabledAt" FROM "User" WHERE "id" = ${id}::uuid FOR UPDATE`;
    if (!user) return { ok: false, reason: "missing" };
    if (user.version !== version) return { ok: false, reason: "stale" };
    if (!user.disabledAt) return { ok: false, reason: "open" };
    await noteAccountChange(tx, actor, "account.forget", { id, email: formerEditor });
    await tx.savedView.deleteMany({ where: { ownerId: id, isShared: false } });
    await tx.user.delete({ where: { id } }); // with sessions, notices and whatever else is its own
    await forgetNames(tx, id, user.name);
    return { ok: true };
  });
}

async function forgetNames(tx: Transaction, id: string, name: string): Promise<void> {
  for (const [table, idColumn, nameColumn] of namesById) {
    const named = Prisma.raw(`"${nameColumn}"`);
    await tx.$executeRaw`
      UPDATE ${Prisma.raw(`"${table}"`)} SET ${named} = ${formerEditor} WHERE ${Prisma.raw(`"${idColumn}"`)} = ${id}::uuid`;
  }
  if (!(await tx.user.findFirst({ where: { name }, select: { id: true } })))
    for (const [table, nameColumn] of namesAlone) {
      const named = Prisma.raw(`"${nameColumn}"`);
      await tx.$executeRaw`
        UPDATE ${Prisma.raw(`"${table}"`)} SET ${named} = ${formerEditor} WHERE ${named} = ${name}`;
    }
}
