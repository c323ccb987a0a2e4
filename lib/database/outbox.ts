/** What publishing has changed, in the order in which it was committed, for the store of finished pages. */
import "server-only";
import { pool } from "./client";

/** One publication or removal, and the dossiers whose pages show it. */
export interface OutboxChange {
  id: number;
  /** Removals leave pages that must not be shown again. */
  action: "publish" | "unpublish";
  /** The slugs, also former ones, of the dossiers concerned. */
  dossiers: string[];
  /**
   * A source was removed. Nothing cites it by then, so that no dossier can be named whose earlier pages did: it
   * concerns all.
   */
  everywhere: boolean;
}

/** A dossier's last change and last removal, by one of its slugs. */
export interface DossierChanges {
  slug: string;
  changed: number;
  removed: number;
}

// The dossiers that show a record: its own, for a source all that cite it, under every slug they have had.
const dossiersOf = `array(
  SELECT d."slug" FROM "Dossier" d WHERE d."id" IN (
    SELECT coalesce(o."dossierId", o."recordId")
    UNION SELECT coalesce(r."dossierId", r."id") FROM "Citation" c JOIN "Record" r ON r."id" = c."recordId"
          WHERE o."kind" = 'source' AND c."sourceId" = o."recordId"
  )
  UNION SELECT a."slug" FROM "SlugAlias" a WHERE a."dossierId" IN (o."dossierId", o."recordId")
  UNION SELECT o."slug" WHERE o."kind" = 'dossier'
)`;

const concernsAll = `(o."kind" = 'source' AND o."action" = 'unpublish')`;

/** The outbox position: the number of the newest change, 0 where there is none. */
export async function outboxPosition(): Promise<number> {
  const { rows } = await pool().query<{ position: string }>(
    `SELECT coalesce(max("id"), 0)::text AS position FROM "Outbox"`,
  );
  return Number(rows[0]?.position ?? 0);
}

/** The changes after a position, in the order in which they were committed, at most `limit`. */
export async function changesAfter(position: number, limit = 500): Promise<OutboxChange[]> {
  const { rows } = await pool().query<Omit<OutboxChange, "id"> & { id: string }>(
    `SELECT o."id"::text, o."action", ${dossiersOf} AS dossiers, ${concernsAll} AS everywhere
     FROM "Outbox" o WHERE o."id" > $1 ORDER BY o."id" LIMIT $2`,
    [position, limit],
  );
  return rows.map(({ id, ...row }) => ({ id: Number(id), ...row }));
}

/** The state of the whole outbox: its newest change, the newest that concerns all, and each dossier's last ones. */
export interface OutboxState {
  position: number;
  everywhere: number;
  dossiers: DossierChanges[];
}

// What a change is of: a dossier and all that belongs to it, or a source.
const subjectOf = `coalesce(o."dossierId", o."recordId")`;

/** The state of the whole outbox, read from one place in an index to the next; dossiers stand under every slug that they have had. */
export async function outboxState(): Promise<OutboxState> {
  const { rows } = await pool().query<{ slug: string | null; changed: string; removed: string }>(
    `WITH RECURSIVE subject AS (
       (SELECT ${subjectOf} AS of FROM "Outbox" o ORDER BY 1 LIMIT 1)
       UNION ALL
       SELECT (SELECT ${subjectOf} FROM "Outbox" o WHERE ${subjectOf} > s.of ORDER BY 1 LIMIT 1)
       FROM subject s WHERE s.of IS NOT NULL
     ), latest AS (
       SELECT s.of, change."kind" = 'source' AS "isSource", change."id" AS changed, coalesce(removal."id", 0) AS removed
       FROM subject s
       CROSS JOIN LATERAL (
         SELECT o."id", o."kind" FROM "Outbox" o WHERE ${subjectOf} = s.of ORDER BY ${subjectOf} DESC, o."id" DESC LIMIT 1
       ) change
       LEFT JOIN LATERAL (
         SELECT o."id" FROM "Outbox" o WHERE ${subjectOf} = s.of AND o."action" = 'unpublish'
         ORDER BY ${subjectOf} DESC, o."id" DESC LIMIT 1
       ) removal ON true
     ), citing AS (
       SELECT DISTINCT c."sourceId", coalesce(r."dossierId", r."id") AS dossier
       FROM "Citation" c JOIN "Record" r ON r."id" = c."recordId"
     ), concerned AS (
       SELECT of AS dossier, changed, removed FROM latest WHERE NOT "isSource"
       UNION ALL SELECT citing.dossier, changed, removed FROM latest JOIN citing ON citing."sourceId" = of WHERE "isSource"
     ), named AS (
       SELECT d."id", d."slug" FROM "Dossier" d
       UNION SELECT a."dossierId", a."slug" FROM "SlugAlias" a
       UNION SELECT o."recordId", o."slug" FROM "Outbox" o WHERE o."kind" = 'dossier'
     )
     SELECT named."slug", max(changed)::text AS changed, max(removed)::text AS removed
     FROM concerned JOIN named ON named."id" = concerned.dossier GROUP BY named."slug"
     UNION ALL SELECT NULL, coalesce(max(changed), 0)::text,
                      coalesce(max(removed) FILTER (WHERE "isSource"), 0)::text FROM latest`,
  );
  const dossiers = rows.flatMap(({ slug, changed, removed }) =>
    slug === null ? [] : [{ slug, changed: Number(changed), removed: Number(removed) }],
  );
  const whole = rows.find(({ slug }) => slug === null);
  return { position: Number(whole?.changed ?? 0), everywhere: Number(whole?.removed ?? 0), dossiers };
}

/**
 * A name for the database that no other has, also not one that was restored from its backup: what is kept of its
 * pages says nothing of another's. It is the number of its first migration, drawn when that was applied.
 */
export async function databaseIdentity(): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT "id" FROM "_prisma_migrations" ORDER BY "started_at", "migration_name" LIMIT 1`,
  );
  return rows[0]?.id ?? "unmigrated";
}
