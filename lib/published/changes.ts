import "server-only";
import { cache } from "react";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { readCursor } from "@/lib/domain/change-log";
import type { DossierKindKey, KindKey } from "@/lib/domain/kinds/registry";
import { noteTags } from "./note-tags";

/** The latest publication of one record. */
export interface Change {
  id: string;
  kind: KindKey;
  slug: string;
  title: string;
  dossierSlug: string;
  dossierTitle: string;
  /** ISO instants of its first and of its latest publication. */
  publishedAt: string;
  updatedAt: string;
  /** Published once and not changed since. */
  isNew: boolean;
  /** What its editor said of the latest publication; null where they said nothing. */
  changeNote: string | null;
}

/**
 * The records changed last, in one dossier or on the whole site, those behind a cursor (`cursorOf`) where one is given; latest
 * first. Sources belong to no dossier and are left out.
 */
export async function recentChanges({
  dossierId,
  limit,
  before = null,
}: {
  dossierId?: string;
  limit: number;
  before?: string | null;
}): Promise<Change[]> {
  return readChanges(dossierId, limit, before);
}

type Row = Omit<Change, "publishedAt" | "updatedAt" | "isNew"> & {
  firstPublishedAt: Date;
  lastPublishedAt: Date;
};

// Remembered by plain arguments: an object would be a new key each time.
const readChanges = cache(
  async (dossierId: string | undefined, limit: number, before: string | null): Promise<Change[]> => {
    noteTags(cacheTag.changes(dossierId ?? null));
    const after = readCursor(before);
    const isBehind = after
      ? Prisma.sql`(r."lastPublishedAt", r."id") < (${after.at}::timestamptz, ${after.id}::uuid)`
      : Prisma.sql`true`;
    const latest = Prisma.sql`ORDER BY r."lastPublishedAt" DESC, r."id" DESC LIMIT ${limit}`;
    // Each part goes by an index that has the order already, and ends with its last row.
    const found = dossierId
      ? Prisma.sql`(SELECT * FROM "Record" r WHERE r."dossierId" = ${dossierId}::uuid AND ${isBehind} ${latest})
        UNION ALL (SELECT * FROM "Record" r WHERE r."id" = ${dossierId}::uuid)`
      : Prisma.sql`SELECT * FROM "Record" WHERE "kind" <> 'source'`;
    const rows = await database().$queryRaw<Row[]>`
    SELECT r."id", r."kind", r."slug", r."title", r."changeNote", r."firstPublishedAt", r."lastPublishedAt",
           d."slug" AS "dossierSlug", dr."title" AS "dossierTitle"
    FROM (${found}) r
    JOIN "Dossier" d ON d."id" = coalesce(r."dossierId", r."id")
    JOIN "Record" dr ON dr."id" = d."id"
    WHERE ${isBehind}
    ${latest}`;
    return rows.map(({ firstPublishedAt, lastPublishedAt, ...row }) => ({
      ...row,
      publishedAt: firstPublishedAt.toISOString(),
      updatedAt: lastPublishedAt.toISOString(),
      isNew: firstPublishedAt.getTime() === lastPublishedAt.getTime(),
    }));
  },
);

/** ISO instant of the latest change to any of these dossiers or their records; undefined where there is none. */
export async function latestChangeOfAll(dossierIds: readonly string[]): Promise<string | undefined> {
  if (dossierIds.length === 0) return undefined;
  noteTags(...dossierIds.map(cacheTag.changes));
  // For each dossier a look at the end of an index.
  const [latest] = await database().$queryRaw<{ at: Date | null }[]>`
    SELECT max(coalesce(one."at", own."lastPublishedAt")) AS "at" FROM "Record" own LEFT JOIN LATERAL (
      SELECT greatest(r."lastPublishedAt", own."lastPublishedAt") AS "at" FROM "Record" r WHERE r."dossierId" = own."id"
      ORDER BY r."lastPublishedAt" DESC, r."id" DESC LIMIT 1) one ON true
    WHERE own."id" = ANY(${[...dossierIds]}::uuid[])`;
  return latest?.at?.toISOString();
}

/** The same of the people of whom there are records. */
export async function latestChangeOfPeople(): Promise<string | undefined> {
  noteTags(cacheTag.everyPerson());
  // By an index of people alone: there may be many, and each page of them asks.
  const [latest] = await database().$queryRaw<{ at: Date }[]>`
    SELECT "lastPublishedAt" AS "at" FROM "Record" WHERE "kind" = 'person' ORDER BY "lastPublishedAt" DESC LIMIT 1`;
  return latest?.at.toISOString();
}

/** ISO instant of the latest change to a dossier's records of a kind; undefined where it has none. */
export async function latestChangeOf(dossierId: string, kind: DossierKindKey): Promise<string | undefined> {
  noteTags(cacheTag.everything(dossierId, kind));
  const latest = await database().record.aggregate({
    where: { dossierId, kind },
    _max: { lastPublishedAt: true },
  });
  return latest._max.lastPublishedAt?.toISOString();
}
