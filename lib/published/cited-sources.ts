/** The sources that a dossier cites, by number, and what cites one of them. */
import "server-only";
import { cache } from "react";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { type CappedCount, cappedCount, COUNT_LIMIT } from "@/lib/domain/capped-count";
import { kindKeyOf, type KindKey } from "@/lib/domain/kinds/registry";
import { LIST_PAGE } from "@/lib/domain/list-periods";
import { noteTags, wholeRecord } from "./note-tags";
import { numberedSources, type SourceWithNumber } from "./numbered-sources";
import { recordsWhere, sharedAt } from "./read-records";

/** One page of a dossier's sources. */
export interface SourcesPage {
  /** With how many of the dossier's records cite each. */
  sources: (SourceWithNumber & { citedBy: CappedCount })[];
  /** How many sources the dossier cites, and on how many pages: a source stays on the page of its number. */
  all: CappedCount;
  pages: number;
}

/** The sources with the numbers of a page: 1 to 60 on the first. Numbers of sources that nothing cites any more are left out. */
export const sourcesPage = cache(async (dossierId: string, page: number): Promise<SourcesPage> => {
  noteTags(cacheTag.sources(dossierId));
  const citedNumbers = Prisma.sql`n."number" FROM "SourceNumber" n
    WHERE n."dossierId" = ${dossierId}::uuid
      AND EXISTS (SELECT FROM "Dossier" d WHERE d."id" = ${dossierId}::uuid)
      AND EXISTS (SELECT FROM "Citation" c WHERE c."sourceId" = n."sourceId" AND c."dossierId" = n."dossierId")
    ORDER BY n."number"`;
  const [first, last] = [(page - 1) * LIST_PAGE + 1, page * LIST_PAGE];
  const [counted, [total]] = await Promise.all([
    database().$queryRaw<{ sourceId: string; citedBy: number }[]>`
      SELECT n."sourceId", cited."count" AS "citedBy"
      FROM "SourceNumber" n CROSS JOIN LATERAL (
        SELECT count(*)::int AS "count" FROM (
          SELECT DISTINCT c."recordId" FROM "Citation" c
          WHERE c."sourceId" = n."sourceId" AND c."dossierId" = n."dossierId"
          ORDER BY 1 LIMIT ${COUNT_LIMIT + 1}) one
      ) cited
      WHERE n."dossierId" = ${dossierId}::uuid AND n."number" BETWEEN ${first} AND ${last} AND cited."count" > 0
        AND EXISTS (SELECT FROM "Dossier" d WHERE d."id" = ${dossierId}::uuid)`,
    database().$queryRaw<{ all: number; last: number | null }[]>`
      SELECT (SELECT count(*)::int FROM (SELECT ${citedNumbers} LIMIT ${COUNT_LIMIT + 1}) one) AS "all",
        (SELECT ${citedNumbers} DESC LIMIT 1) AS "last"`,
  ]);
  const citedBy = new Map(counted.map((one) => [one.sourceId, one.citedBy]));
  noteTags(...[...citedBy.keys()].map((id) => cacheTag.citing(dossierId, id)));
  const sources = await numberedSources(dossierId, citedBy.keys());
  return {
    sources: sources.map((one) => ({ ...one, citedBy: cappedCount(citedBy.get(one.source.id) ?? 0) })),
    all: cappedCount(total?.all ?? 0),
    pages: Math.ceil((total?.last ?? 0) / LIST_PAGE),
  };
});

/** A published record that cites a source. */
export interface CitingRecord {
  id: string;
  kind: KindKey;
  slug: string;
  title: string;
}

/** A source with what cites it in one dossier: the first `LIST_PAGE` records at most, and how many there are. */
export interface CitedSource extends SourceWithNumber {
  citing: CitingRecord[];
  all: CappedCount;
}

/** A source that the dossier cites, by its address; else null. */
export const sourceBySlug = cache(async (dossierId: string, slug: string): Promise<CitedSource | null> => {
  const db = database();
  const [source] = await recordsWhere("source", sharedAt, ["source", slug]);
  // That there is none, or that the dossier does not cite it, is true until the dossier cites others.
  if (!source) return (noteTags(cacheTag.sources(dossierId)), null);
  noteTags(...wholeRecord(source.id), cacheTag.citing(dossierId, source.id));
  const [found, numbered] = await Promise.all([
    db.$queryRaw<(Omit<CitingRecord, "kind"> & { kind: string; all: number })[]>`
      SELECT r."id", r."kind", r."slug", r."title", count(*) OVER ()::int AS "all"
      FROM (SELECT DISTINCT c."recordId" FROM "Citation" c
            WHERE c."sourceId" = ${source.id}::uuid AND c."dossierId" = ${dossierId}::uuid
            ORDER BY 1 LIMIT ${COUNT_LIMIT + 1}) cited
        CROSS JOIN LATERAL (SELECT * FROM "Record" r WHERE r."id" = cited."recordId" LIMIT 1) r
      WHERE EXISTS (SELECT FROM "Dossier" d WHERE d."id" = ${dossierId}::uuid)
      ORDER BY r."firstPublishedAt", r."id" LIMIT ${LIST_PAGE}`,
    db.sourceNumber.findUnique({ where: { dossierId_sourceId: { dossierId, sourceId: source.id } } }),
  ]);
  const [first] = found;
  if (!first || !numbered) return null;
  const citing = found.map(({ id, kind, slug, title }) => ({ id, kind: kindKeyOf(kind), slug, title }));
  return { number: numbered.number, source, citing, all: cappedCount(first.all) };
});
