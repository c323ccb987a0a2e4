/**
 * What was published and when: the only code besides `stood/courses.ts` that readers' pages have for reading revisions. It reads
 * none but those that were published, of records that are published now, and of these none from before they were last withdrawn.
 */
import "server-only";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { type ChangeCursor, changesPage, type Happened } from "@/lib/domain/change-log";
import { type KindKey, kindKeyOf, sharedKinds } from "@/lib/domain/kinds/registry";
import { noteTags } from "./note-tags";

/** That the revision `v` of the published record `r` may be read: a draft is never "publish", and was never readers'. */
const isShown = Prisma.sql`v."action" = 'publish' AND v."version" <= r."version" AND NOT EXISTS (
  SELECT FROM "AuditEvent" w WHERE w."entryId" = v."entryId" AND w."version" > v."version"
    AND w."action" IN ('unpublish', 'trash'))`;

/** The version of the entry `e` that was published before version `v`, whether it may be read or not. */
const before = (e: Prisma.Sql, v: Prisma.Sql) => Prisma.sql`(
  SELECT max(p."version") FROM "Revision" p WHERE p."entryId" = ${e} AND p."action" = 'publish' AND p."version" < ${v})`;

/** That the entry `e` was withdrawn between two of its versions. */
const withdrawnBetween = (e: Prisma.Sql, from: Prisma.Sql, to: Prisma.Sql) => Prisma.sql`EXISTS (
  SELECT FROM "AuditEvent" w WHERE w."entryId" = ${e} AND w."version" > ${from} AND w."version" < ${to}
    AND w."action" IN ('unpublish', 'trash'))`;

/** One publication or withdrawal. */
export interface LoggedChange {
  /** Of the revision or event. */
  id: string;
  /** ISO instant. */
  at: string;
  happened: Happened;
  kind: KindKey;
  dossierSlug: string;
  dossierTitle: string;
  /** What stands there now; null for what was withdrawn. */
  record: { id: string; slug: string; title: string; version: number } | null;
  changeNote: string | null;
}

interface Asked {
  /** Null for the whole site. */
  dossierId: string | null;
  kind?: KindKey | null;
  after?: ChangeCursor | null;
  limit?: number;
}

/**
 * The changes of a dossier or of the site behind a cursor, the latest first, and whether there are more. Those of sources and
 * people, who belong to no dossier, are left out.
 */
export async function loggedChanges(asked: Asked): Promise<{ changes: LoggedChange[]; hasMore: boolean }> {
  const { dossierId, kind = null, after = null, limit = changesPage } = asked;
  noteTags(cacheTag.changes(dossierId));
  const rows = await database().$queryRaw<LoggedRow[]>`
    SELECT c.*, dr."title" AS "dossierTitle", d."slug" AS "dossierSlug"
    FROM ((${publications({ dossierId, kind, after }, limit + 1)}) UNION ALL (${withdrawals({ dossierId, kind, after }, limit + 1)})) c
    JOIN "Dossier" d ON d."id" = c."dossierId" JOIN "Record" dr ON dr."id" = d."id"
    ORDER BY c."at" DESC, c."id" DESC LIMIT ${limit + 1}`;
  const changes = rows.slice(0, limit).map(({ recordId, slug, title, version, at, kind: of, ...row }) => ({
    id: row.id,
    at: at.toISOString(),
    happened: row.happened,
    kind: kindKeyOf(of),
    dossierSlug: row.dossierSlug,
    dossierTitle: row.dossierTitle,
    record:
      recordId !== null && slug !== null && title !== null && version !== null
        ? { id: recordId, slug, title, version }
        : null,
    changeNote: row.changeNote,
  }));
  return { changes, hasMore: rows.length > limit };
}

interface LoggedRow {
  id: string;
  at: Date;
  happened: Happened;
  kind: string;
  dossierSlug: string;
  dossierTitle: string;
  recordId: string | null;
  slug: string | null;
  title: string | null;
  version: number | null;
  changeNote: string | null;
}

type Narrowed = Required<Pick<Asked, "dossierId" | "kind" | "after">>;

const narrowed = (
  e: Prisma.Sql,
  at: Prisma.Sql,
  { dossierId, kind, after }: Narrowed,
  limit: number,
) => Prisma.sql`
  ${e}."kind" <> ALL(${[...sharedKinds]}::text[])
  ${dossierId ? Prisma.sql`AND (${e}."dossierId" = ${dossierId}::uuid OR ${e}."id" = ${dossierId}::uuid)` : Prisma.empty}
  ${kind ? Prisma.sql`AND ${e}."kind" = ${kind}` : Prisma.empty}
  ${after ? Prisma.sql`AND (${at}."at", ${at}."id") < (${after.at}::timestamptz, ${after.id}::uuid)` : Prisma.empty}
  AND EXISTS (SELECT FROM "Dossier" own WHERE own."id" = coalesce(${e}."dossierId", ${e}."id"))
  ORDER BY ${at}."at" DESC, ${at}."id" DESC LIMIT ${limit}`;

function publications(asked: Narrowed, limit: number): Prisma.Sql {
  const [entry, version] = [Prisma.sql`v."entryId"`, Prisma.sql`v."version"`];
  return Prisma.sql`
    SELECT v."id", v."at", r."kind", coalesce(r."dossierId", r."id") AS "dossierId", r."id" AS "recordId", r."slug",
      r."title", v."version", v."changeNote",
      CASE WHEN last."version" IS NULL THEN 'added'
           WHEN ${withdrawnBetween(entry, Prisma.sql`last."version"`, version)} THEN 'again'
           ELSE 'changed' END AS "happened"
    FROM "Revision" v JOIN "Record" r ON r."id" = v."entryId"
    CROSS JOIN LATERAL (SELECT ${before(entry, version)} AS "version") last
    WHERE ${isShown} AND ${narrowed(Prisma.sql`r`, Prisma.sql`v`, asked, limit)}`;
}

/** Of drafts that were put into the trash nothing is told: readers never saw them. */
function withdrawals(asked: Narrowed, limit: number): Prisma.Sql {
  const [entry, version] = [Prisma.sql`a."entryId"`, Prisma.sql`a."version"`];
  return Prisma.sql`
    SELECT a."id", a."at", e."kind", coalesce(e."dossierId", e."id") AS "dossierId", NULL::uuid AS "recordId",
      NULL::text AS "slug", NULL::text AS "title", NULL::int AS "version", NULL::text AS "changeNote",
      'withdrawn' AS "happened"
    FROM "AuditEvent" a JOIN "Entry" e ON e."id" = a."entryId"
    CROSS JOIN LATERAL (SELECT ${before(entry, version)} AS "version") last
    WHERE a."action" IN ('unpublish', 'trash') AND last."version" IS NOT NULL
      AND NOT ${withdrawnBetween(entry, Prisma.sql`last."version"`, version)}
      AND ${narrowed(Prisma.sql`e`, Prisma.sql`a`, asked, limit)}`;
}

/** What was withdrawn from a dossier, or from the site, as a feed tells of it. */
export interface Withdrawal {
  /** Of the withdrawal itself. */
  id: string;
  /** ISO instant. */
  at: string;
  kind: KindKey;
  dossierSlug: string;
  dossierTitle: string;
}

/** What was withdrawn behind a cursor, the latest first. */
export async function recentWithdrawals(
  asked: Omit<Asked, "kind"> & { limit: number },
): Promise<Withdrawal[]> {
  const { dossierId, after = null, limit } = asked;
  noteTags(cacheTag.changes(dossierId));
  const rows = await database().$queryRaw<(Omit<Withdrawal, "at" | "kind"> & { at: Date; kind: string })[]>`
    SELECT c."id", c."at", c."kind", dr."title" AS "dossierTitle", d."slug" AS "dossierSlug"
    FROM (${withdrawals({ dossierId, kind: null, after }, limit)}) c
    JOIN "Dossier" d ON d."id" = c."dossierId" JOIN "Record" dr ON dr."id" = d."id"
    ORDER BY c."at" DESC, c."id" DESC LIMIT ${limit}`;
  return rows.map(({ at, kind, ...row }) => ({ ...row, at: at.toISOString(), kind: kindKeyOf(kind) }));
}

/** A version of a record that readers saw, or see, whole. */
export interface PublishedVersion {
  version: number;
  /** ISO instant. */
  at: string;
  title: string;
  changeNote: string | null;
  /** As it was kept, by the definition of its day (`keptCopy`). */
  values: unknown;
}

interface WantedVersions {
  /** The latest that is wanted. */
  upTo?: number | null;
  /** This one, the one that followed it, and the one that readers see now. */
  around?: number;
  limit: number;
}

/**
 * The published versions of a record that is published now, the latest first. The record of a dossier that is not published
 * has none; in which dossiers a source is shown, `versionedIn` says.
 */
export async function versionsOf(
  recordId: string,
  { upTo = null, around, limit }: WantedVersions,
): Promise<PublishedVersion[]> {
  noteTags(cacheTag.record(recordId));
  const wanted =
    around === undefined
      ? Prisma.sql`AND v."version" <= ${upTo ?? greatestVersion}`
      : Prisma.sql`AND (v."version" IN (${around}, r."version") OR v."version" = (
          SELECT min(n."version") FROM "Revision" n
          WHERE n."entryId" = ${recordId}::uuid AND n."action" = 'publish' AND n."version" > ${around}))`;
  const rows = await database().$queryRaw<(Omit<PublishedVersion, "at"> & { at: Date })[]>`
    SELECT v."version", v."at", v."title", v."changeNote", v."values"
    FROM "Revision" v JOIN "Record" r ON r."id" = v."entryId"
    WHERE v."entryId" = ${recordId}::uuid AND ${isShown} ${wanted}
      AND (r."kind" = 'source' OR EXISTS (SELECT FROM "Dossier" own WHERE own."id" = coalesce(r."dossierId", r."id")))
    ORDER BY v."version" DESC LIMIT ${limit}`;
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/**
 * Of a published version that readers cannot see any more, as its record was withdrawn since: of what kind it was, and the ISO
 * instant of that. Null for what never was a published version of a record of this dossier, or of a source that it has cited, and for
 * those that can be seen.
 */
export async function withdrawalOf(
  dossierId: string,
  recordId: string,
  version: number,
): Promise<{ kind: KindKey; at: string } | null> {
  noteTags(cacheTag.record(recordId));
  const [row] = await database().$queryRaw<{ kind: string; at: Date }[]>`
    SELECT e."kind", w."at" FROM "Entry" e
    JOIN "Revision" v ON v."entryId" = e."id" AND v."action" = 'publish' AND v."version" = ${version}
    JOIN "AuditEvent" w ON w."entryId" = e."id" AND w."version" > v."version" AND w."action" IN ('unpublish', 'trash')
    WHERE e."id" = ${recordId}::uuid AND (e."dossierId" = ${dossierId}::uuid OR EXISTS (
      SELECT FROM "SourceNumber" n WHERE n."sourceId" = e."id" AND n."dossierId" = ${dossierId}::uuid))
    ORDER BY w."version" LIMIT 1`;
  return row ? { kind: kindKeyOf(row.kind), at: row.at.toISOString() } : null;
}

/** PostgreSQL's largest integer. */
const greatestVersion = 2_147_483_647;
