/** Which records of its kind come before and after a record in its dossier, by date. */
import "server-only";
import { database } from "@/lib/database/client";
import { cacheTag, type ListSpan } from "@/lib/domain/cache-tags";
import type { DossierKindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { noteTags } from "./note-tags";

/** A record that another's page leads on to. */
export interface Neighbour {
  slug: string;
  title: string;
}

/** The records before and after one in time; null where there is none, as of records without a date. */
export interface Neighbours {
  earlier: Neighbour | null;
  later: Neighbour | null;
}

/** The records of its kind that come before and after a record in its dossier: of one day in the order of their ids. */
export async function neighboursOf({
  id,
  kind,
  dossierId,
  sortDate,
}: Pick<PublishedRecord<DossierKindKey>, "id" | "kind" | "dossierId" | "sortDate">): Promise<Neighbours> {
  if (dossierId === null || sortDate === null) return { earlier: null, later: null };
  const rows = await database().$queryRaw<(Neighbour & { way: keyof Neighbours; year: number })[]>`
    (SELECT 'earlier' AS "way", r."slug", r."title", date_part('year', r."sortDate")::int AS "year" FROM "Record" r
     WHERE r."dossierId" = ${dossierId}::uuid AND r."kind" = ${kind} AND r."sortDate" <= ${sortDate}::date
       AND (r."sortDate" < ${sortDate}::date OR r."id" > ${id}::uuid)
     ORDER BY r."sortDate" DESC NULLS LAST, r."id" LIMIT 1)
    UNION ALL
    (SELECT 'later', r."slug", r."title", date_part('year', r."sortDate")::int FROM "Record" r
     WHERE r."dossierId" = ${dossierId}::uuid AND r."kind" = ${kind} AND r."sortDate" >= ${sortDate}::date
       AND (r."sortDate" > ${sortDate}::date OR r."id" < ${id}::uuid)
     ORDER BY r."sortDate" NULLS FIRST, r."id" DESC LIMIT 1)`;
  const found = (way: keyof Neighbours) => rows.find((row) => row.way === way);
  const [earlier, later] = [found("earlier"), found("later")];
  noteTags(...spansBetween(earlier?.year, later?.year).map((span) => cacheTag.list(dossierId, kind, span)));
  const named = (row: typeof earlier) => (row ? { slug: row.slug, title: row.title } : null);
  return { earlier: named(earlier), later: named(later) };
}

/** No more tags are noted than these: of a longer time, all lists are. */
const mostSpans = 10;

/**
 * The lists in which what comes to stand between two years is, and what goes: each year or decade from one to the other. All of them where
 * the time is open on one side.
 */
function spansBetween(from: number | undefined, to: number | undefined): ListSpan[] {
  if (from === undefined || to === undefined) return ["all"];
  if (to - from < mostSpans)
    return Array.from({ length: to - from + 1 }, (_, index) => ({ year: from + index }));
  const first = from - (from % 10);
  const decades = Math.floor((to - first) / 10) + 1;
  if (decades > mostSpans) return ["all"];
  return Array.from({ length: decades }, (_, index) => ({ decade: first + 10 * index }));
}
