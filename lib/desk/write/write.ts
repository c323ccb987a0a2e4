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
import type { Typed } from "@/lib/domain/fields/typed";
import type { KindKey } from "@/lib/domain/kinds/registry";
import type { RevisionAction } from "@/lib/domain/lifecycle";
import { type Projection, projectedBy } from "@/lib/domain/projection";
import type { RecordLink } from "@/lib/domain/references";
import { sittingMinutes } from "@/lib/domain/sittings";
import { stillWithin } from "../limits";
import type { EntryState, Tab, Target } from "../outcome";
import { canBeginSql, nextStateSql } from "./move-sql";
import {
  demandStillNamed,
  type NamedPredecessors,
  whileNamed,
  withoutPredecessors,
} from "./named-predecessors";

export interface WorkingCopy {
  values: Record<string, unknown>;
  projection: Projection;
  links: readonly RecordLink[];
  /** By field, what was typed that the values cannot hold. */
  unreadable?: Typed | undefined;
  /** Of its dossier those that the record is about; of a dossier those that it ceases to name. */
  predecessors?: { named: NamedPredecessors | undefined; removed: readonly string[] };
}

export type { RevisionAction };

/** So long after its last autosave, a working copy that no revision holds is another sitting's. */
const sitting = Prisma.raw(`interval '${sittingMinutes} minutes'`);

const json = (value: unknown) => Prisma.sql`${JSON.stringify(value)}::jsonb`;

const jsonOrNull = (value: unknown) => (value ? json(value) : Prisma.sql`NULL`);

/** The columns that a working copy sets, as SQL. */
function columns(copy: WorkingCopy, actor: Actor, tab: Tab | undefined, isAutosave: boolean): Prisma.Sql {
  const { values, projection, unreadable } = copy;
  return Prisma.sql`
    "draft" = ${json(values)}, "unreadable" = ${jsonOrNull(unreadable)},
    "autosavedAt" = ${isAutosave ? Prisma.sql`now()` : Prisma.sql`NULL`},
    "tabId" = ${tab?.id ?? null}::uuid, "tabEdit" = ${tab?.edit ?? null}::int, "title" = ${projection.title}, "sortDate" = ${projection.sortDate}::date,
    "searchText" = ${projection.searchText}, "facets" = ${json({ ...projection.facets, ...projection.alike })}, "uniqueKey" = ${projection.uniqueKey},
    "projectedBy" = ${projectedBy}, "updatedAt" = now(), "updatedById" = ${actor.id}::uuid, "updatedByName" = ${actor.name}`;
}

/** Links as rows of "toId" and "field". */
export function linkRows(links: readonly RecordLink[]): Prisma.Sql {
  return Prisma.sql`
    SELECT (one->>'to')::uuid AS "toId", one->>'field' AS "field"
    FROM jsonb_array_elements(${json(links.map(({ to, field }) => ({ to, field })))}) AS one`;
}

/**
 * What keeps a revision and an event of the write of an entry, as further parts of the same statement; `detail` is what the event
 * says besides.
 */
function trail(actor: Actor, action: Prisma.Sql, detail: object = {}): Prisma.Sql {
  return Prisma.sql`
    , revised AS (
      INSERT INTO "Revision" ("id", "entryId", "version", "action", "values", "title", "byId", "byName", "at", "unreadable")
      SELECT ${uuidv7()}::uuid, "id", "version", ${action}, "draft", "title", ${actor.id}::uuid, ${actor.name}, now(), "unreadable"
      FROM written
    ), audited AS (
      INSERT INTO "AuditEvent" ("id", "at", "byId", "byName", "action", "subject", "entryId", "version", "detail")
      SELECT ${uuidv7()}::uuid, now(), ${actor.id}::uuid, ${actor.name}, ${action}, "kind", "id", "version", ${json(detail)}
      FROM written
    )`;
}

/** What keeps the links of the entry that was written. */
function relinked({ links }: WorkingCopy): Prisma.Sql {
  return Prisma.sql`
    , link AS (${linkRows(links)}
    ), unlinked AS (
      DELETE FROM "EntryLink" USING written WHERE "fromId" = written."id"
        AND ("toId", "field") NOT IN (SELECT "toId", "field" FROM link)
    ), linked AS (
      INSERT INTO "EntryLink" ("fromId", "toId", "field") SELECT written."id", "toId", link."field" FROM written, link
      ON CONFLICT DO NOTHING
    )`;
}

/**
 * Makes a new entry in its first version; one that is autosaved has no revision yet. False where the id is taken, or the actor was
 * limited to other dossiers a moment ago.
 * @throws {Overtaken} where its dossier has ceased to name a predecessor that it is about.
 */
export async function insertEntry(
  db: Transaction,
  actor: Actor,
  entry: { id: string; kind: KindKey; dossierId: string | null; tab?: Tab | undefined },
  copy: WorkingCopy,
  how: "create" | "autosave" = "create",
): Promise<boolean> {
  const { values, projection, unreadable } = copy;
  const isAutosave = how === "autosave";
  const { named } = copy.predecessors ?? {};
  const { held, holds } = whileNamed(named);
  const rows = await db.$queryRaw<unknown[]>`
    WITH ${held}written AS (
      INSERT INTO "Entry" ("id", "kind", "dossierId", "draft", "title", "sortDate", "searchText", "facets", "uniqueKey",
                           "projectedBy", "createdById", "createdByName", "updatedById", "updatedByName",
                           "unreadable", "autosavedAt", "tabId", "tabEdit")
      SELECT e."id", e."kind", e."dossierId", ${json(values)}, ${projection.title},
              ${projection.sortDate}::date, ${projection.searchText}, ${json({ ...projection.facets, ...projection.alike })}, ${projection.uniqueKey},
              ${projectedBy}::int, ${actor.id}::uuid, ${actor.name}, ${actor.id}::uuid, ${actor.name},
              ${jsonOrNull(unreadable)}, ${isAutosave ? Prisma.sql`now()` : Prisma.sql`NULL`},
              ${entry.tab?.id ?? null}::uuid, ${entry.tab?.edit ?? null}::int
      FROM (VALUES (${entry.id}::uuid, ${entry.kind}::text, ${entry.dossierId}::uuid)) AS e("id", "kind", "dossierId")
      WHERE ${stillWithin(actor)} AND ${holds}
      ON CONFLICT ("id") DO NOTHING
      RETURNING "id", "version", "kind", "draft", "title", "unreadable"
    )${isAutosave ? Prisma.empty : trail(actor, Prisma.sql`'create'`)}${relinked(copy)}
    SELECT "id" FROM written`;
  if (rows.length === 0) await demandStillNamed(db, named);
  return rows.length > 0;
}

/** How a working copy is stored over another; `publish-entries` publishes it. */
export type Overwriting =
  | { action: "save" }
  | { action: "autosave" }
  /**
   * `from`: the version that it comes from, and the paths of what was restored where that is not all; `unreadable`: what had been
   * typed in it that could not be read.
   */
  | {
      action: "restore";
      from: { version: number; paths?: readonly string[] };
      unreadable?: Typed | undefined;
    };

/** The state after a write: a change that takes back all that was changed leaves the record as it is published. */
function stateAfterSql({ action }: Overwriting, { values, unreadable }: WorkingCopy): Prisma.Sql {
  const next = nextStateSql(action);
  if (unreadable) return next;
  const isAsPublished = isAsPublishedSql(Prisma.sql`"Entry"."id"`, json(values));
  return Prisma.sql`CASE WHEN ${next} = 'changed' AND ${isAsPublished} THEN 'published' ELSE ${next} END`;
}

/** Whether values are those that readers see of the record of an id. */
export function isAsPublishedSql(id: Prisma.Sql, values: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM "Record" r JOIN "Revision" v ON v."entryId" = r."id" AND v."version" = r."version"
    WHERE r."id" = ${id} AND v."values" = ${values})`;
}

/**
 * Stores a working copy over the version that the writer saw. Returns the new version and state,
 * null where that version is no longer the current one (or the record is trashed or gone).
 * @throws {Overtaken} where the dossier of a record about a predecessor has ceased to name it, or the other way round.
 */
export async function overwriteEntry(
  db: Transaction,
  actor: Actor,
  target: Target,
  copy: WorkingCopy,
  how: Overwriting,
): Promise<{ version: number; state: EntryState } | null> {
  const isAutosave = how.action === "autosave";
  const { named, removed = [] } = copy.predecessors ?? {};
  const { held, holds } = whileNamed(named);
  const isLeft = how.action === "restore" ? Prisma.sql`true` : isLeftSql(actor);
  const write = (tx: Transaction) => tx.$queryRaw<{ version: number; state: EntryState }[]>`
    WITH ${held}${typedBefore([target.id], isLeft)}, written AS (
      UPDATE "Entry" SET ${columns(copy, actor, target.tab, isAutosave)}, "version" = "version" + 1,
        "state" = ${stateAfterSql(how, copy)}
      WHERE "id" = ${target.id}::uuid AND "kind" = ${target.kind} AND ${isSeenSql(target, isAutosave)}
        AND ${canBeginSql(how.action)} AND ${stillWithin(actor, '"Entry"')} AND ${holds}
      RETURNING "id", "version", "kind", "draft", "title", "state", "unreadable"
    )${folded}${isAutosave ? Prisma.empty : trail(actor, revisionName(how), how.action === "restore" ? how.from : {})}${relinked(copy)}
    SELECT "version", "state" FROM written`;
  const [row] = await withoutPredecessors(db, target.id, removed, write);
  if (!row) await demandStillNamed(db, named);
  return row ?? null;
}

/** Whether the writer has seen the row's version; of autosaves that change places on the way, the later one counts. */
function isSeenSql({ version, tab }: Target, isAutosave: boolean): Prisma.Sql {
  if (!tab) return Prisma.sql`"version" = ${version}`;
  const own = Prisma.sql`"tabId" = ${tab.id}::uuid`;
  const seen = Prisma.sql`("version" = ${version} OR ("version" > ${version} AND ${own}))`;
  return isAutosave ? Prisma.sql`${seen} AND (${own} AND "tabEdit" >= ${tab.edit}) IS NOT TRUE` : seen;
}

/** Whether what was autosaved of the row of "Entry" at hand is another's, or another sitting's: no one could see it again. */
export const isLeftSql = (actor: Actor) =>
  Prisma.sql`(${isOfAnother(actor)} OR "updatedAt" < now() - ${sitting})`;

/** Whether the row of "Entry" at hand was written last by someone else. */
export const isOfAnother = (actor: Actor) => Prisma.sql`"updatedById" IS DISTINCT FROM ${actor.id}::uuid`;

/** Entries' working copies that were autosaved and that no revision holds, as a part of a statement. */
export function typedBefore(ids: readonly string[], condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`before AS (
      SELECT "id", "version", "kind", "draft", "title", "unreadable", "updatedAt", "updatedById", "updatedByName" FROM "Entry"
      WHERE "id" = ANY(${ids}::uuid[]) AND "autosavedAt" IS NOT NULL AND ${condition}
    )`;
}

/** Makes one revision of it, in the name of who typed it. */
export const folded = Prisma.sql`
    , folded AS (
      INSERT INTO "Revision" ("id", "entryId", "version", "action", "values", "title", "unreadable", "byId", "byName", "at")
      SELECT gen_random_uuid(), before."id", before."version", 'autosave', before."draft", before."title", before."unreadable",
        before."updatedById", before."updatedByName", before."updatedAt" FROM before JOIN written ON written."id" = before."id"
      ON CONFLICT ("entryId", "version") DO NOTHING
      RETURNING "entryId", "version", "byId", "byName", "at"
    ), folded_audited AS (
      INSERT INTO "AuditEvent" ("id", "at", "byId", "byName", "action", "subject", "entryId", "version", "detail")
      SELECT gen_random_uuid(), folded."at", "byId", "byName", 'autosave', before."kind", "entryId", folded."version", '{}'
      FROM folded JOIN before ON before."id" = folded."entryId"
    )`;

/** A record whose first words were autosaved is begun by its first save. */
function revisionName({ action }: Overwriting): Prisma.Sql {
  if (action !== "save") return Prisma.sql`${action}`;
  return Prisma.sql`CASE WHEN EXISTS (SELECT FROM "Revision" r WHERE r."entryId" = written."id")
    OR EXISTS (SELECT FROM before) THEN 'save' ELSE 'create' END`;
}
