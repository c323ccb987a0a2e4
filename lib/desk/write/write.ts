/**
 * The desk's write of a working copy: one SQL statement that compares the version and, where it still is the one
 * the writer saw, stores the draft with its projection, a revision, an audit event and the links. One statement
 * is atomic, takes one round trip and never holds a connection while it waits for another.
 */
import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/auth/actor";
import { Prisma } from "@/lib/database/generated/client";
import type { Transaction } from "@/lib/database/client";
import type { KindKey } from "@/lib/domain/kinds/registry";
import type { RevisionAction } from "@/lib/domain/lifecycle";
import type { Projection } from "@/lib/domain/projection";
import type { RecordLink } from "@/lib/domain/references";
import type { ConfirmedDoubts, EntryState } from "../outcome";
import { canBeginSql, nextStateSql } from "./move-sql";

export interface WorkingCopy {
  values: Record<string, unknown>;
  projection: Projection;
  links: readonly RecordLink[];
}

export type { RevisionAction };

const json = (value: unknown) => Prisma.sql`${JSON.stringify(value)}::jsonb`;

/** The columns that a working copy sets, as SQL. */
function columns({ values, projection }: WorkingCopy, actor: Actor): Prisma.Sql {
  return Prisma.sql`
    "draft" = ${json(values)}, "title" = ${projection.title}, "sortDate" = ${projection.sortDate}::date,
    "searchText" = ${projection.searchText}, "facets" = ${json({ ...projection.facets, ...projection.alike })}, "uniqueKey" = ${projection.uniqueKey},
    "updatedAt" = now(), "updatedById" = ${actor.id}::uuid, "updatedByName" = ${actor.name}`;
}

/** Links as rows of "toId" and "field". */
export function linkRows(links: readonly RecordLink[]): Prisma.Sql {
  return Prisma.sql`
    SELECT (one->>'to')::uuid AS "toId", one->>'field' AS "field"
    FROM jsonb_array_elements(${json(links.map(({ to, field }) => ({ to, field })))}) AS one`;
}

/** What follows the write of the entry, as further parts of the same statement. */
function trail(
  copy: WorkingCopy,
  actor: Actor,
  action: RevisionAction,
  doubts: ConfirmedDoubts = {},
): Prisma.Sql {
  return Prisma.sql`
    revised AS (
      INSERT INTO "Revision" ("id", "entryId", "version", "action", "values", "title", "byId", "byName", "at", "confirmed")
      SELECT ${uuidv7()}::uuid, "id", "version", ${action}, "draft", "title", ${actor.id}::uuid, ${actor.name}, now(), ${json(doubts)}
      FROM written
    ), audited AS (
      INSERT INTO "AuditEvent" ("id", "at", "byId", "byName", "action", "subject", "entryId", "version", "detail")
      SELECT ${uuidv7()}::uuid, now(), ${actor.id}::uuid, ${actor.name}, ${action}, "kind", "id", "version", '{}'
      FROM written
    ), link AS (${linkRows(copy.links)}
    ), unlinked AS (
      DELETE FROM "EntryLink" USING written WHERE "fromId" = written."id"
        AND ("toId", "field") NOT IN (SELECT "toId", "field" FROM link)
    ), linked AS (
      INSERT INTO "EntryLink" ("fromId", "toId", "field") SELECT written."id", "toId", link."field" FROM written, link
      ON CONFLICT DO NOTHING
    )`;
}

/** Makes a new entry in its first version. */
export async function insertEntry(
  db: Transaction,
  actor: Actor,
  entry: { id: string; kind: KindKey; dossierId: string | null },
  copy: WorkingCopy,
): Promise<void> {
  const { values, projection } = copy;
  await db.$queryRaw`
    WITH written AS (
      INSERT INTO "Entry" ("id", "kind", "dossierId", "draft", "title", "sortDate", "searchText", "facets", "uniqueKey",
                           "createdById", "createdByName", "updatedById", "updatedByName")
      VALUES (${entry.id}::uuid, ${entry.kind}, ${entry.dossierId}::uuid, ${json(values)}, ${projection.title},
              ${projection.sortDate}::date, ${projection.searchText}, ${json({ ...projection.facets, ...projection.alike })}, ${projection.uniqueKey},
              ${actor.id}::uuid, ${actor.name}, ${actor.id}::uuid, ${actor.name})
      RETURNING "id", "version", "kind", "draft", "title"
    ), ${trail(copy, actor, "create")}
    SELECT "id" FROM written`;
}

/** The state after a write: a change that takes back all that was changed leaves the record as it is published. */
function stateAfterSql(action: "save" | "restore" | "publish", { values }: WorkingCopy): Prisma.Sql {
  const next = nextStateSql(action);
  if (action === "publish") return next;
  return Prisma.sql`CASE WHEN ${next} = 'changed' AND ${isAsPublished(values)} THEN 'published' ELSE ${next} END`;
}

/** Whether values are those that readers see of the row of "Entry" at hand. */
export function isAsPublished(values: WorkingCopy["values"]): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM "Record" r JOIN "Revision" v ON v."entryId" = r."id" AND v."version" = r."version"
    WHERE r."id" = "Entry"."id" AND v."values" = ${json(values)})`;
}

/**
 * Stores a working copy over the version that the writer saw. Returns the new version and state,
 * null where that version is no longer the current one (or the record is trashed or gone).
 */
export async function overwriteEntry(
  db: Transaction,
  actor: Actor,
  target: { id: string; kind: KindKey; version: number },
  copy: WorkingCopy,
  how: { action: "save" | "restore" } | { action: "publish"; slug: string; doubts: ConfirmedDoubts },
): Promise<{ version: number; state: EntryState } | null> {
  const published =
    how.action === "publish"
      ? Prisma.sql`, "slug" = ${how.slug}, "firstPublishedAt" = coalesce("firstPublishedAt", now()), "lastPublishedAt" = now()`
      : Prisma.empty;
  const rows = await db.$queryRaw<{ version: number; state: EntryState }[]>`
    WITH written AS (
      UPDATE "Entry" SET ${columns(copy, actor)}, "version" = "version" + 1, "state" = ${stateAfterSql(how.action, copy)}${published}
      WHERE "id" = ${target.id}::uuid AND "kind" = ${target.kind} AND "version" = ${target.version}
        AND ${canBeginSql(how.action)}
      RETURNING "id", "version", "kind", "draft", "title", "state"
    ), ${trail(copy, actor, how.action, how.action === "publish" ? how.doubts : {})}
    SELECT "version", "state" FROM written`;
  return rows[0] ?? null;
}
