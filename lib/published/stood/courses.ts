/**
 * What of a dossier stood at a moment, and what has become of it since. Of revisions it reads those alone that were
 * published, and what they say of none that was withdrawn since (see `versions.ts`).
 */
import "server-only";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { type KindKey, kindKeyOf } from "@/lib/domain/kinds/registry";
import type { Course } from "@/lib/domain/stood/course";
import { noteTags } from "../note-tags";

/**
 * So many records are put together again to a page at most: more than a dossier may come to have. As many are read in half a second,
 * into some 60 MB.
 */
export const mostStood = 12_000;

/** A record with its course about the moment. */
export interface RecordCourse extends Course {
  id: string;
  kind: KindKey;
  /** The dossier that it belongs to; null of dossiers themselves, and of what they share. */
  dossierId: string | null;
  /** The end of its address, which stays when it is withdrawn. */
  slug: string | null;
  /** As it is called and addressed now; null where it is not published now. */
  named: { slug: string; title: string; changeNote: string | null } | null;
  /** Its version of the moment as it was kept, where that may be shown. */
  copy: { title: string; values: unknown } | null;
}

interface Row {
  id: string;
  kind: string;
  dossierId: string | null;
  entrySlug: string | null;
  stoodVersion: number | null;
  stoodAt: Date | null;
  title: string | null;
  values: unknown;
  goneAt: Date | null;
  version: number | null;
  since: Date | null;
  at: Date | null;
  slug: string | null;
  nowTitle: string | null;
  changeNote: string | null;
}

/** The records of dossiers of some kinds about a moment, and their own; null where there are more than `most`. One statement. */
export async function coursesIn(
  dossierIds: readonly string[],
  kinds: readonly KindKey[],
  moment: string,
  most = mostStood,
): Promise<RecordCourse[] | null> {
  if (dossierIds.length === 0) return [];
  // Whatever is published or withdrawn is a change of the dossier.
  noteTags(...dossierIds.flatMap((id) => [cacheTag.changes(id), cacheTag.record(id)]));
  const isPublished = (id: Prisma.Sql) => Prisma.sql`EXISTS (SELECT FROM "Dossier" d WHERE d."id" = ${id})`;
  const ids = Prisma.sql`ANY(${[...dossierIds]}::uuid[])`;
  const found = await courses(
    Prisma.sql`SELECT ${entry} WHERE e."id" = ${ids} AND ${isPublished(Prisma.sql`e."id"`)}
      UNION ALL (SELECT ${entry}
        WHERE e."dossierId" = ${ids} AND e."kind" = ANY(${[...kinds]}::text[]) AND ${everPublished}
          AND ${isPublished(Prisma.sql`e."dossierId"`)}
        LIMIT ${most + 1})`,
    moment,
  );
  return found.filter(({ dossierId }) => dossierId !== null).length > most ? null : found;
}

/** These records, which all dossiers share, about a moment. */
export async function sharedCourses(ids: readonly string[], moment: string): Promise<RecordCourse[]> {
  if (ids.length === 0) return [];
  noteTags(...ids.map(cacheTag.record));
  return courses(
    Prisma.sql`SELECT ${entry} WHERE e."id" = ANY(${[...ids]}::uuid[]) AND ${everPublished}`,
    moment,
  );
}

/** All people about a moment; null where there are more than `most`. */
export async function peopleCourses(moment: string, most = mostStood): Promise<RecordCourse[] | null> {
  noteTags(cacheTag.everyPerson());
  const found = await courses(
    Prisma.sql`SELECT ${entry} WHERE e."kind" = 'person' AND ${everPublished} LIMIT ${most + 1}`,
    moment,
  );
  return found.length > most ? null : found;
}

/** Drafts that never were published have no course, and of them there may be many. */
const everPublished = Prisma.sql`e."firstPublishedAt" IS NOT NULL`;

const entry = Prisma.sql`e."id", e."kind", e."dossierId", e."slug" FROM "Entry" e`;

/** By index, record for record: none of these tables is read through for a dossier's part of it. */
async function courses(entries: Prisma.Sql, moment: string): Promise<RecordCourse[]> {
  const rows = await database().$queryRaw<Row[]>`
    WITH e AS MATERIALIZED (${entries})
    SELECT e."id", e."kind", e."dossierId", e."slug" AS "entrySlug", v."version" AS "stoodVersion", v."at" AS "stoodAt", gone."at" AS "goneAt",
      CASE WHEN gone."at" IS NULL AND r."id" IS NOT NULL THEN v."title" END AS "title",
      CASE WHEN gone."at" IS NULL AND r."id" IS NOT NULL THEN v."values" END AS "values",
      r."version", r."firstPublishedAt" AS "since", r."lastPublishedAt" AS "at", r."slug", r."title" AS "nowTitle", r."changeNote"
    FROM e
    LEFT JOIN LATERAL (SELECT * FROM "Record" r WHERE r."id" = e."id" LIMIT 1) r ON true
    LEFT JOIN LATERAL (
      SELECT v."version", v."at", v."title", v."values" FROM "Revision" v
      WHERE v."entryId" = e."id" AND v."action" = 'publish' AND v."at" <= ${moment}::timestamptz
      ORDER BY v."version" DESC LIMIT 1) v ON true
    LEFT JOIN LATERAL (
      SELECT w."at" FROM "AuditEvent" w
      WHERE w."entryId" = e."id" AND w."version" > v."version" AND w."action" IN ('unpublish', 'trash')
      ORDER BY w."version" LIMIT 1) gone ON true
    WHERE v."version" IS NOT NULL OR r."id" IS NOT NULL`;
  return rows.map(courseFrom);
}

function courseFrom(row: Row): RecordCourse {
  const { id, kind, stoodVersion, stoodAt, goneAt, version, since, at, slug, nowTitle, changeNote } = row;
  return {
    id,
    kind: kindKeyOf(kind),
    dossierId: row.dossierId,
    slug: row.entrySlug,
    stood: stoodVersion !== null && stoodAt ? { version: stoodVersion, at: stoodAt.toISOString() } : null,
    goneAt: goneAt?.toISOString() ?? null,
    now:
      version !== null && since && at ? { version, since: since.toISOString(), at: at.toISOString() } : null,
    named: slug !== null && nowTitle !== null ? { slug, title: nowTitle, changeNote } : null,
    copy: row.title === null ? null : { title: row.title, values: row.values },
  };
}
