/** A dossier's records by period: how many there are in each year, and one page of them. */
import "server-only";
import { cache } from "react";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { cacheTag, type ListSpan } from "@/lib/domain/cache-tags";
import { type DossierKindKey, kindKeyOf, kindOf } from "@/lib/domain/kinds/registry";
import { daysOf, LIST_PAGE, type PeriodCounts } from "@/lib/domain/list-periods";
import type { PublishedRecord } from "@/lib/domain/published";
import { recordsById } from "./by-id";
import { noteTags } from "./note-tags";
import { newestFirst } from "./record-order";

/**
 * Which of a dossier's records: of one kind or of several together, with all of these facets (`listFacet`), and with one
 * of each of these groups.
 */
export interface Listed<K extends DossierKindKey = DossierKindKey> {
  dossierId: string;
  kinds: readonly K[];
  facets?: readonly string[];
  anyOf?: readonly (readonly string[])[];
}

/** How many records there are, and in which years. One statement on one index; no more rows than there are years. */
export function countsByYear({ dossierId, kinds, facets = [], anyOf = [] }: Listed): Promise<PeriodCounts> {
  return readCounts(dossierId, JSON.stringify([kinds, facets, anyOf]));
}

// Remembered by plain arguments: a list would be a new key each time.
const readCounts = cache(async (dossierId: string, key: string): Promise<PeriodCounts> => {
  const [kinds, facets, anyOf] = JSON.parse(key) as [DossierKindKey[], string[], string[][]];
  noteTags(...kinds.map((kind) => cacheTag.list(dossierId, kind)));
  const listed = conditions({ dossierId, kinds, facets, anyOf });
  const rows = await database().$queryRaw<{ year: number | null; began: number; lasting: number }[]>`
    SELECT "year", sum("began")::int AS "began", sum("lasting")::int AS "lasting" FROM (
      SELECT date_part('year', r."sortDate")::int AS "year", count(*) AS "began", 0 AS "lasting"
      FROM "Record" r WHERE ${listed} GROUP BY 1
      UNION ALL
      SELECT later."year", 0, count(*)
      FROM "Record" r CROSS JOIN LATERAL generate_series(
        date_part('year', r."sortDate")::int + 1, date_part('year', r."endDate")::int) AS later("year")
      WHERE ${listed} AND r."endDate" IS NOT NULL GROUP BY 1
    ) counted GROUP BY 1 ORDER BY 1 DESC`;
  const years = rows.flatMap(({ year, began, lasting }) =>
    year === null ? [] : [{ year, began, listed: began + lasting }],
  );
  const undated = rows.find(({ year }) => year === null)?.began ?? 0;
  return { all: undated + years.reduce((sum, { began }) => sum + began, 0), undated, years };
});

/** One page of the records in a span, newest first, those without a date last: at most `LIST_PAGE`, from page 1 on. */
export async function recordsIn<K extends DossierKindKey>(
  listed: Listed<K>,
  span: ListSpan,
  page = 1,
): Promise<PublishedRecord<K>[]> {
  const { dossierId, kinds } = listed;
  // Which records lasted until a year, the lists of the years in which they began say.
  const noted = (kind: K) =>
    typeof span === "object" && "year" in span && kindOf(kind).endedBy ? "all" : span;
  noteTags(...kinds.map((kind) => cacheTag.list(dossierId, kind, noted(kind))));
  const found = await database().$queryRaw<{ id: string; kind: string }[]>`
    SELECT r."id", r."kind" FROM "Record" r WHERE ${conditions(listed)} AND ${within(span)}
    ORDER BY r."sortDate" DESC NULLS LAST, r."id" LIMIT ${LIST_PAGE} OFFSET ${(page - 1) * LIST_PAGE}`;
  return readFound<K>(found);
}

/** Of each of these facets the records that are newest, a few: by facet, without those that have none. */
export async function newestOfEach<K extends DossierKindKey>(
  listed: Listed<K>,
  facets: readonly string[],
  few: number,
): Promise<Map<string, PublishedRecord<K>[]>> {
  noteTags(...listed.kinds.map((kind) => cacheTag.list(listed.dossierId, kind)));
  if (facets.length === 0) return new Map();
  const found = await database().$queryRaw<{ id: string; kind: string; facet: string }[]>`
    SELECT newest.*, f.facet FROM unnest(${facets}::text[]) AS f(facet) CROSS JOIN LATERAL (
      SELECT r."id", r."kind" FROM "Record" r WHERE ${conditions(listed)} AND r."facets" @> ARRAY[f.facet]
      ORDER BY r."sortDate" DESC NULLS LAST, r."id" LIMIT ${few}
    ) newest`;
  const records = await readFound<K>(found);
  const groups = new Map<string, PublishedRecord<K>[]>();
  for (const record of records)
    for (const { id, facet } of found)
      if (id === record.id) groups.set(facet, [...(groups.get(facet) ?? []), record]);
  return groups;
}

/** How many of a list's records have each facet. */
export const countsByFacet = cache(
  async (dossierId: string, kind: DossierKindKey): Promise<ReadonlyMap<string, number>> => {
    noteTags(cacheTag.list(dossierId, kind));
    const rows = await database().$queryRaw<{ facet: string; count: number }[]>`
      SELECT f.facet, count(*)::int AS count FROM "Record" r CROSS JOIN LATERAL unnest(r."facets") AS f(facet)
      WHERE ${conditions({ dossierId, kinds: [kind] })} GROUP BY 1`;
    return new Map(rows.map(({ facet, count }) => [facet, count]));
  },
);

async function readFound<K extends DossierKindKey>(found: { id: string; kind: string }[]) {
  const records = await recordsById(found.map(({ id, kind }) => ({ id, kind: kindKeyOf(kind) })));
  // What was found has one of the kinds that were asked for.
  return [...records.values()].sort(newestFirst) as PublishedRecord<K>[];
}

/** Of one kind `=`, which keeps the order of the index. */
function conditions({ dossierId, kinds, facets = [], anyOf = [] }: Listed): Prisma.Sql {
  const [one, ...more] = kinds;
  const ofKind = more.length > 0 ? Prisma.sql`IN (${Prisma.join(kinds)})` : Prisma.sql`= ${one ?? ""}`;
  const having = facets.length > 0 ? Prisma.sql`AND r."facets" @> ${facets}::text[]` : Prisma.empty;
  const oneOfEach = anyOf.map((group) => Prisma.sql`AND r."facets" && ${group}::text[]`);
  return Prisma.sql`r."dossierId" = ${dossierId}::uuid AND r."kind" ${ofKind} ${having} ${Prisma.join([Prisma.empty, ...oneOfEach], " ")}
    AND EXISTS (SELECT FROM "Dossier" d WHERE d."id" = ${dossierId}::uuid)`;
}

function within(span: ListSpan): Prisma.Sql {
  if (span === "all") return Prisma.sql`true`;
  if (span === "undated") return Prisma.sql`r."sortDate" IS NULL`;
  const [from, to] = daysOf(span).map((day) => Prisma.sql`${day}::date`);
  const began = Prisma.sql`r."sortDate" >= ${from} AND r."sortDate" < ${to}`;
  if ("decade" in span) return began;
  return Prisma.sql`(${began} OR (r."sortDate" < ${from} AND r."endDate" IS NOT NULL AND r."endDate" >= ${from}))`;
}
