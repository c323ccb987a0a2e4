/** Takes the names of those who were removed from the versions that they made: a bounded number at a time, each committed by itself. */
import "server-only";
import { database } from "@/lib/database/client";
import type { AccountAction } from "./audit";

/** What stands where the name stood. The database knows it too (migration `former_editors`). */
export const formerEditor = "Former editor";

/** At most so many versions lose the name with one statement; the database takes no more. */
const atOnce = 1000;
/** So many of those who were removed last are looked at. */
const mostLookedAt = 1000;
const removal: AccountAction = "account.forget";

/**
 * Takes the name of a person whose account is gone from their versions, until none has it or `isOver`. What was done stays
 * done where this is stopped: `forgetAuthorsLeft` does the others.
 */
export async function forgetAuthor(id: string, isOver: () => boolean, most = atOnce): Promise<void> {
  while (!isOver()) {
    const [done] = await database().$queryRaw<{ count: number }[]>`
      SELECT entente_forget_author(${id}::uuid, ${most}::int) AS "count"`;
    if (!done || done.count < most) return;
  }
}

/** The ids of those who were removed in so many days, the last first, as the audit log knows them. */
export async function lastRemoved(days: number): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT removed."id" FROM (
      SELECT ("detail"->>'userId')::uuid AS "id" FROM "AuditEvent"
      WHERE "action" = ${removal} AND "at" > now() - make_interval(days => ${days}::int)
      ORDER BY "at" DESC, "seq" DESC LIMIT ${mostLookedAt}) removed
    WHERE NOT EXISTS (SELECT FROM "User" u WHERE u."id" = removed."id")`;
  return rows.map(({ id }) => id);
}

/** Goes on with the persons who were removed, and whose versions still name them. The audit log knows who was. */
export async function forgetAuthorsLeft(isOver: () => boolean): Promise<void> {
  const left = await database().$queryRaw<{ id: string }[]>`
    SELECT removed."id" FROM (
      SELECT ("detail"->>'userId')::uuid AS "id" FROM "AuditEvent" WHERE "action" = ${removal}
      ORDER BY "at" DESC, "seq" DESC LIMIT ${mostLookedAt}) removed
    WHERE NOT EXISTS (SELECT FROM "User" u WHERE u."id" = removed."id")
      AND EXISTS (SELECT FROM "Revision" r WHERE r."byId" = removed."id" AND r."byName" <> ${formerEditor})`;
  for (const { id } of left) await forgetAuthor(id, isOver);
}
