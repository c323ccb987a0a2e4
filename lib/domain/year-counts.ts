/** How many records a dossier has of each kind, side and year, and what pages make of it. */
import type { DossierKindKey } from "./kinds/registry";
import type { LaneTally } from "./lane-tallies";
import type { PeriodCounts } from "./list-periods";

/** Records of one kind, of one side where the kind has sides, that begin in one year. */
export interface YearCount {
  kind: DossierKindKey;
  /** ISO 3166-1 alpha-2; null for kinds without sides. */
  country: string | null;
  /** Null for those without a date. */
  year: number | null;
  /** They did not come about, as a cancelled visit: told of, and counted by no figure. */
  isCalledOff: boolean;
  count: number;
}

/** A kind whose records lie in lanes among the years; in one for each side where a field says whose they are. */
export interface LaneKind {
  kind: DossierKindKey;
  countryField: string | null;
}

/** A kind that the chronicle tells of; of some only those records that have a date. */
export interface ToldKind {
  kind: DossierKindKey;
  onlyDated: boolean;
}

/** How many records of a kind there are, all of them or those of one side, without those that were called off. */
export function countOf(counts: readonly YearCount[], kind: DossierKindKey, country?: string): number {
  return counts
    .filter((one) => one.kind === kind && !one.isCalledOff)
    .filter((one) => country === undefined || one.country === country)
    .reduce((sum, { count }) => sum + count, 0);
}

/** The lanes of the years, in the order of the kinds and of the two sides. */
export function lanesFrom(
  counts: readonly YearCount[],
  lanes: readonly LaneKind[],
  parties: readonly [string, string],
): LaneTally[] {
  return lanes.flatMap(({ kind, countryField }) =>
    (countryField === null ? [null] : parties).map((country): LaneTally => {
      const own = counts.filter(
        (one) => one.kind === kind && !one.isCalledOff && (country === null || one.country === country),
      );
      return { kind, country, years: byYear(own), undated: undatedIn(own) };
    }),
  );
}

/** How many records a chronicle of these kinds tells of, and in which years. */
export function chronicleCounts(counts: readonly YearCount[], told: readonly ToldKind[]): PeriodCounts {
  const own = counts.filter(({ kind, year }) =>
    told.some((one) => one.kind === kind && (year !== null || !one.onlyDated)),
  );
  const years = byYear(own).reverse();
  return {
    all: own.reduce((sum, { count }) => sum + count, 0),
    undated: undatedIn(own),
    years: years.map(({ year, count }) => ({ year, began: count, listed: count })),
  };
}

/** By year, the earliest first; without the undated. */
function byYear(counts: readonly YearCount[]): { year: number; count: number }[] {
  const years = new Map<number, number>();
  for (const { year, count } of counts) if (year !== null) years.set(year, (years.get(year) ?? 0) + count);
  return [...years].map(([year, count]) => ({ year, count })).sort((one, other) => one.year - other.year);
}

function undatedIn(counts: readonly YearCount[]): number {
  return counts.filter(({ year }) => year === null).reduce((sum, { count }) => sum + count, 0);
}
