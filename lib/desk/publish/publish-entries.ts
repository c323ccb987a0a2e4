/** The desk's write of working copies that are published, one or several: one statement, as a save is. */
import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/database/client";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { projectedBy } from "@/lib/domain/projection";
import { stillWithin } from "../limits";
import type { ConfirmedDoubts, EntryState, Target } from "../outcome";
import { canBeginSql, nextStateSql } from "../write/move-sql";
import { demandStillNamed, whileNamed, withoutPredecessors } from "../write/named-predecessors";
import { folded, isLeftSql, typedBefore, type WorkingCopy } from "../write/write";

/** An entry that is published over the version that was seen, with what its revision and its event say. */
export interface PublishedEntry extends Target {
  kind: KindKey;
  copy: WorkingCopy;
  slug: string;
  doubts: ConfirmedDoubts;
  detail: object;
}

interface Stored {
  id: string;
  version: number;
  state: EntryState;
}

/**
 * Stores a copy as published. Null where the version that was seen is no longer the current one, or the record is trashed or gone.
 * @throws {Overtaken} where the dossier of a record about a predecessor has ceased to name it, or the other way round.
 */
export async function publishEntry(
  tx: Transaction,
  actor: Actor,
  entry: PublishedEntry,
  changeNote: string | null,
): Promise<Stored | null> {
  const { named, removed = [] } = entry.copy.predecessors ?? {};
  const [stored] = await withoutPredecessors(tx, entry.id, removed, (db) =>
    store(db, actor, [entry], changeNote, whileNamed(named)),
  );
  if (!stored) await demandStillNamed(tx, named);
  return stored ?? null;
}

/**
 * Stores several copies as published that are about no predecessors and name none. Returns those that were stored: left out is one
 * that is at another version by now, or that the actor may not see any more.
 */
export function publishEntries(
  tx: Transaction,
  actor: Actor,
  entries: readonly PublishedEntry[],
  changeNote: string | null,
): Promise<Stored[]> {
  return store(tx, actor, entries, changeNote, whileNamed(undefined));
}

/** Stores the copies, each with a revision, an audit event and its links. */
function store(
  tx: Transaction,
  actor: Actor,
  entries: readonly PublishedEntry[],
  changeNote: string | null,
  { held, holds }: ReturnType<typeof whileNamed>,
): Promise<Stored[]> {
  const rows = entries.map(({ id, kind, version, tab, copy, slug, doubts, detail }) => ({
    ...{ id, ofKind: kind, seen: version, tab: tab?.id, edit: tab?.edit, slug, doubts, detail },
    ...{ revision: uuidv7(), event: uuidv7(), draft: copy.values },
    ...{ links: copy.links.map(({ to, field }) => ({ to, field })) },
    ...{ ...copy.projection, facets: { ...copy.projection.facets, ...copy.projection.alike } },
  }));
  const ids = entries.map(({ id }) => id);
  return tx.$queryRaw`
    WITH ${held}told AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS t(
        "id" uuid, "ofKind" text, "seen" int, "tab" uuid, "edit" int, "slug" text, "doubts" jsonb, "detail" jsonb, "revision" uuid,
        "event" uuid, "draft" jsonb, "links" jsonb, "title" text, "sortDate" date, "searchText" text, "uniqueKey" text, "facets" jsonb)
    ), ${typedBefore(ids, isLeftSql(actor))}, written AS (
      UPDATE "Entry" SET "draft" = told."draft", "unreadable" = NULL, "autosavedAt" = NULL, "tabId" = told."tab", "tabEdit" = told."edit",
        "title" = told."title", "sortDate" = told."sortDate", "searchText" = told."searchText", "facets" = told."facets",
        "uniqueKey" = told."uniqueKey", "projectedBy" = ${projectedBy}, "updatedAt" = now(), "updatedById" = ${actor.id}::uuid,
        "updatedByName" = ${actor.name}, "version" = "version" + 1, "state" = ${nextStateSql("publish")}, "slug" = told."slug",
        "firstPublishedAt" = coalesce("firstPublishedAt", now()), "lastPublishedAt" = now()
      FROM told WHERE "Entry"."id" = told."id" AND "kind" = told."ofKind"
        AND ("version" = told."seen" OR ("version" > told."seen" AND "tabId" = told."tab"))
        AND ${canBeginSql("publish")} AND ${stillWithin(actor, '"Entry"')} AND ${holds}
      RETURNING "Entry"."id", "Entry"."version", "Entry"."kind", "Entry"."state"
    )${folded}, revised AS (
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
