/**
 * The readings of a dossier as it stood at a moment, for the pages that read it as it is recorded now: made of its records
 * of that moment, which are all at hand. `reads-at.int.test.ts` holds that of the present moment they are the same.
 */
import "server-only";
import type { DossierKindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import type { DossierReads } from "../dossier-reads";
import type { TradeFigures } from "../trade-figures";
import { countsOf, facetCounts, hasAll, listedOf, newestOf, pageOf, type Stood } from "./select-lists";
import { shownOf, yearCountsOf } from "./select-shown";
import { reachesOf, sourcesPageOf, type StoodSources } from "./stood-sources";

/** The readings of these records, of `own`, the dossier's own record, and of the sources that they cite. */
export function readsOf(
  own: PublishedRecord<"dossier">,
  records: readonly Stood[],
  sources: StoodSources,
): DossierReads {
  const ofKind = <K extends DossierKindKey>(kind: K) =>
    records.filter((one): one is Stood & PublishedRecord<K> => one.kind === kind);
  const years = ofKind("tradeYear");
  return {
    yearCounts: async (parties, lanes) => yearCountsOf(records, parties, lanes),
    shownRecords: async (wanted) => shownOf(records, wanted),
    countsByYear: async (listed) => countsOf(listedOf(records, listed)),
    countsByFacet: async (kind) => facetCounts(ofKind(kind)),
    recordsIn: async (listed, span, page = 1) => pageOf(listedOf(records, listed), span, page),
    newestOfEach: async (listed, facets, few) => {
      const own = listedOf(records, listed);
      const newest = (facet: string) =>
        newestOf(
          own.filter((one) => hasAll(one, [facet])),
          few,
        );
      const groups = facets.map((facet) => [facet, newest(facet)] as const);
      return new Map(groups.filter(([, group]) => group.length > 0));
    },
    tradeFigures: async () =>
      years.map(({ id, kind, slug, values }): TradeFigures => ({ id, kind, slug, values })),
    tradePeriods: async () => periodsOf(years),
    tradeYearsAt: async (year) =>
      years
        .filter(({ values }) => values.year === year)
        .sort((one, other) => one.values.reporter.localeCompare(other.values.reporter, "en")),
    sourceReaches: async (ids) =>
      ids.length === 0 ? new Map() : reachesOf(records, ids, await sources.numbered()),
    eventHosts: async (ids) =>
      new Map(
        [...ofKind("announcement")]
          .sort((one, other) => (one.id < other.id ? -1 : 1))
          .flatMap(({ values: { event, visit } }) =>
            event && visit && ids.includes(event) ? [[event, visit] as const] : [],
          ),
      ),
    numberedSources: async (ids) => {
      const wanted = new Set(ids);
      if (wanted.size === 0) return [];
      return (await sources.numbered()).filter(({ source }) => wanted.has(source.id));
    },
    sourcesPage: async (page) => sourcesPageOf(await sources.numbered(), [own, ...records], page),
    latestChange: async () => latest([own, ...records]),
    latestChangeOf: async (kind) => latest(ofKind(kind)),
  };
}

function latest(records: readonly PublishedRecord[]): string | undefined {
  return records
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1);
}

/** The readings of a dossier of which there is nothing to show. */
export function nothingOf(own: PublishedRecord<"dossier">): DossierReads {
  return readsOf(own, [], { numbered: async () => [], courses: async () => [] });
}

/** The calendar and fiscal years of which there are figures, by their beginning. */
function periodsOf(years: readonly PublishedRecord<"tradeYear">[]) {
  const periods = new Map(
    years.map(({ values: { year, period } }) => [`${year} ${period ?? ""}`, { year, period }]),
  );
  return [...periods.values()].sort(
    (one, other) => one.year - other.year || Number(Boolean(one.period)) - Number(Boolean(other.period)),
  );
}
