/** The desk's write of several working copies that are published together: one statement, as the write of one is. */
import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/database/client";
import { projectedBy } from "@/lib/domain/projection";
import { stillWithin } from "../limits";
import type { ConfirmedDoubts, EntryState } from "../outcome";
import { canBeginSql, nextStateSql } from "../write/move-sql";
import type { WorkingCopy } from "../write/write";

/** An entry that is published over the version that was seen, with what its revision and its event say. */
export interface PublishedEntry {
  id: string;
  version: number;
  copy: WorkingCopy;
  slug: string;
  doubts: ConfirmedDoubts;
  detail: object;
}

/**
 * Stores the copies as published, each with a revision, an audit event and its links. Returns those that were stored: left out is
 * one that is at another version by now, that someone is typing in, or that the actor may not see any more.
 */
export function publishEntries(
  tx: Transaction,
  actor: Actor,
  entries: readonly PublishedEntry[],
  changeNote: string | null,
): Promise<{ id: string; version: number; state: EntryState }[]> {
  const rows = entries.map(({ id, version, copy, slug, doubts, detail }) => ({
    ...{ id, seen: version, slug, doubts, detail, revision: uuidv7(), event: uuidv7() },
    ...{ draft: copy.values, links: copy.links.map(({ to, field }) => ({ to, field })) },
    ...{ ...copy.projection, facets: { ...copy.projection.facets, ...copy.projection.alike } },
  }));
  return tx.$queryRaw`
    WITH told AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS t(
        "id" uuid, "seen" int, "slug" text, "doubts" jsonb, "detail" jsonb, "revision" uuid, "event" uuid, "draft" jsonb,
        "links" jsonb, "title" text, "sortDate" date, "searchText" text, "uniqueKey" text, "facets" jsonb)
    ), written AS (
      UPDATE "Entry" SET "draft" = told."draft", "unreadable" = NULL, "tabId" = NULL, "tabEdit" = NULL, "title" = told."title",
        "sortDate" = told."sortDate", "searchText" = told."searchText", "facets" = told."facets", "uniqueKey" = told."uniqueKey",
        "projectedBy" = ${projectedBy}, "updatedAt" = now(), "updatedById" = ${actor.id}::uuid, "updatedByName" = ${actor.name},
        "version" = "version" + 1, "state" = ${nextStateSql("publish")}, "slug" = told."slug",
        "firstPublishedAt" = coalesce("firstPublishedAt", now()), "lastPublishedAt" = now()
      FROM told WHERE "Entry"."id" = told."id" AND "version" = told."seen" AND "autosavedAt" IS NULL
        AND ${canBeginSql("publish")} AND ${stillWithin(actor, '"Entry"')}
      RETURNING "Entry"."id", "Entry"."version", "Entry"."kind", "Entry"."state"
    ), revised AS (
      INSERT INTO "Revision" ("id", "entryId", "version", "action", "values", "title", "byId", "byName", "at", "confirmed", "changeNote")
      SELECT told."revision", "id", written."version", 'publish', told."draft", told."title", ${actor.id}::uuid, ${actor.name}, now(),
        told."doubts", ${changeNote}
      FROM written JOIN told USING ("id")
    ), audited AS (
      INSERT INTO "AuditEvent" ("id", "at", "byId", "byName", "action", "subject", "entryId", "version", "detail")
      SELECT told."event", now(), ${actor.id}::uuid, ${actor.name}, 'publish', written."kind", "id", written."version", told."detail"
      FROM written JOIN told USING ("id")
    ), link AS (
      SELECT "id" AS "fromId", (one->>'to')::uuid AS "toId", one->>'field' AS "field"
      FROM written JOIN told USING ("id") CROSS JOIN LATERAL jsonb_array_elements(told."links") AS one
    ), unlinked AS (
      DELETE FROM "EntryLink" USING written WHERE "fromId" = written."id"
        AND ("fromId", "toId", "field") NOT IN (SELECT "fromId", "toId", "field" FROM link)
    ), linked AS (
      INSERT INTO "EntryLink" ("fromId", "toId", "field") SELECT "fromId", "toId", "field" FROM link ON CONFLICT DO NOTHING
    )
    SELECT "id", "version", "state" FROM written`;
}
