/** What lists show of records that are all at hand: the same as `list-periods.ts` reads of those in the database. */
import type { ListSpan } from "@/lib/domain/cache-tags";
import { daysOf, LIST_PAGE, type PeriodCounts } from "@/lib/domain/list-periods";
import type { DossierKindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import type { ListedHere } from "../dossier-reads";
import { newestFirst } from "../record-order";
import type { StoodRecord } from "./stood-records";

/** A record of a dossier, as it stood. */
export type Stood = StoodRecord<DossierKindKey>;

/** Those of a kind. */
export function ofKind<K extends DossierKindKey>(
  records: readonly Stood[],
  kind: K,
): (Stood & PublishedRecord<K>)[] {
  return records.filter((one): one is Stood & PublishedRecord<K> => one.kind === kind);
}

/** Those of some kinds with all of these facets, and with one of each group. */
export function listedOf<K extends DossierKindKey>(
  records: readonly Stood[],
  { kinds, facets = [], anyOf = [] }: ListedHere<K>,
): (Stood & PublishedRecord<K>)[] {
  return records
    .filter((one): one is Stood & PublishedRecord<K> => kinds.some((kind) => kind === one.kind))
    .filter(
      (one) =>
        hasAll(one, facets) && anyOf.every((group) => group.some((facet) => one.facets.includes(facet))),
    );
}

/** Whether a record has all of these facets. */
export function hasAll({ facets }: Pick<Stood, "facets">, wanted: readonly string[]): boolean {
  return wanted.every((facet) => facets.includes(facet));
}

/** The newest of these by date, those without one last, of one day by their ids; in the order of lists. */
export function newestOf<S extends Stood>(records: readonly S[], count: number, skipped = 0): S[] {
  return [...records]
    .sort(byDate)
    .slice(skipped, skipped + count)
    .sort(newestFirst);
}

/** The order in which the database finds records. */
export function byDate(one: Stood, other: Stood): number {
  const [a, b] = [one.sortDate ?? "", other.sortDate ?? ""];
  if (a !== b) return a < b ? 1 : -1;
  return one.id < other.id ? -1 : 1;
}

/** How many there are, and in which years. */
export function countsOf(records: readonly Stood[]): PeriodCounts {
  const years = new Map<number, { began: number; lasting: number }>();
  const add = (year: number, began: number, lasting: number) => {
    const known = years.get(year) ?? { began: 0, lasting: 0 };
    years.set(year, { began: known.began + began, lasting: known.lasting + lasting });
  };
  for (const { sortDate, endDate } of records) {
    if (sortDate === null) continue;
    const year = yearIn(sortDate);
    add(year, 1, 0);
    // No end is far: it is a date that was recorded.
    for (let later = year + 1; endDate !== null && later <= yearIn(endDate); later += 1) add(later, 0, 1);
  }
  const undated = records.filter(({ sortDate }) => sortDate === null).length;
  return {
    all: records.length,
    undated,
    years: [...years]
      .map(([year, { began, lasting }]) => ({ year, began, listed: began + lasting }))
      .sort((one, other) => other.year - one.year),
  };
}

/** How many have each facet. */
export function facetCounts(records: readonly Stood[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { facets } of records)
    for (const facet of facets) counts.set(facet, (counts.get(facet) ?? 0) + 1);
  return counts;
}

/** One page of those in a span. */
export function pageOf<S extends Stood>(records: readonly S[], span: ListSpan, page: number): S[] {
  const own = records.filter((one) => isIn(one, span) || lasted(one, span));
  return newestOf(own, LIST_PAGE, (page - 1) * LIST_PAGE);
}

/** Whether a record begins in a span. */
export function isIn({ sortDate }: Pick<Stood, "sortDate">, span: ListSpan): boolean {
  if (span === "all") return true;
  if (span === "undated") return sortDate === null;
  const [from, to] = daysOf(span);
  return sortDate !== null && sortDate >= from && sortDate < to;
}

/** Whether it began before a year and went on into it. */
function lasted({ sortDate, endDate }: Stood, span: ListSpan): boolean {
  if (typeof span === "string" || !("year" in span) || sortDate === null || endDate === null) return false;
  const [from] = daysOf(span);
  return sortDate < from && endDate >= from;
}

/** The year of an ISO day. */
export function yearIn(day: string): number {
  return Number(day.slice(0, 4));
}
