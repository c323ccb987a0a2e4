/** The desk's change of a state: one statement, as a save is. */
import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/auth/actor";
import { Prisma } from "@/lib/database/generated/client";
import type { Transaction } from "@/lib/database/client";
import type { KindKey } from "@/lib/domain/kinds/registry";
import type { EntryState } from "@/lib/domain/lifecycle";
import type { RecordLink } from "@/lib/domain/references";
import { linkRows } from "./write";

/** A change of an entry's state; out of the trash an entry refers again to what its working copy refers to. */
export type StateChange = { from: readonly EntryState[] } & (
  | { action: "unpublish"; to: "draft" }
  | { action: "trash"; to: "trashed" }
  | { action: "untrash"; to: "draft"; links: readonly RecordLink[] }
);

/** What a move does to the entry's links, as a further part of the statement: none while it is in the trash. */
function linksOf(move: StateChange): Prisma.Sql {
  if (move.action === "unpublish") return Prisma.empty;
  if (move.action === "trash")
    return Prisma.sql`, unlinked AS (DELETE FROM "EntryLink" USING written WHERE "fromId" = written."id")`;
  return Prisma.sql`, link AS (${linkRows(move.links)}), linked AS (
      INSERT INTO "EntryLink" ("fromId", "toId", "field") SELECT written."id", "toId", link."field" FROM written, link
      ON CONFLICT DO NOTHING
    )`;
}

/** Changes an entry's state over the version that the actor saw, with an audit event; false where it is stale. */
export async function moveEntry(
  db: Transaction,
  actor: Actor,
  target: { id: string; kind: KindKey; version: number },
  move: StateChange,
): Promise<boolean> {
  const trashedAt = {
    unpublish: Prisma.empty,
    trash: Prisma.sql`, "trashedAt" = now()`,
    untrash: Prisma.sql`, "trashedAt" = NULL`,
  }[move.action];
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH written AS (
      UPDATE "Entry" SET "state" = ${move.to}, "version" = "version" + 1, "updatedAt" = now(),
        "updatedById" = ${actor.id}::uuid, "updatedByName" = ${actor.name}${trashedAt}
      WHERE "id" = ${target.id}::uuid AND "kind" = ${target.kind} AND "version" = ${target.version}
        AND "state" = ANY(${[...move.from]})
      RETURNING "id", "version", "kind"
    ), audited AS (
      INSERT INTO "AuditEvent" ("id", "at", "byId", "byName", "action", "subject", "entryId", "version", "detail")
      SELECT ${uuidv7()}::uuid, now(), ${actor.id}::uuid, ${actor.name}, ${move.action}, "kind", "id", "version", '{}'
      FROM written
    )${linksOf(move)}
    SELECT "id" FROM written`;
  return rows.length > 0;
}
