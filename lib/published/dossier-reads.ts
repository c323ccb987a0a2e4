/** What the pages of a dossier read of it: as it is recorded now, or as it stood at a moment (`stood/reads-at.ts`). */
import "server-only";
import type { ListSpan } from "@/lib/domain/cache-tags";
import type { DossierKindKey } from "@/lib/domain/kinds/registry";
import type { PeriodCounts } from "@/lib/domain/list-periods";
import type { PublishedRecord } from "@/lib/domain/published";
import type { TradePeriod } from "@/lib/domain/trade-period";
import type { LaneKind, YearCount } from "@/lib/domain/year-counts";
import { latestChangeOf, recentChanges } from "./changes";
import { type SourcesPage, sourcesPage } from "./cited-sources";
import { eventHosts } from "./event-hosts";
import { countsByFacet, countsByYear, type Listed, newestOfEach, recordsIn } from "./list-periods";
import { numberedSources, type SourceWithNumber } from "./numbered-sources";
import { tradeYearsAt } from "./records";
import { type Shown, shownRecords, type Wanted } from "./shown-records";
import { sourceReaches } from "./source-reaches";
import { type TradeFigures, tradeFigures, tradePeriods } from "./trade-figures";
import { yearCounts } from "./year-counts";

/** Which of the dossier's records: see `Listed`. */
export type ListedHere<K extends DossierKindKey = DossierKindKey> = Omit<Listed<K>, "dossierId">;

/** The readings that a dossier's pages are put together of; each is that of its name in this folder. */
export interface DossierReads {
  yearCounts(parties: readonly [string, string], lanes: readonly LaneKind[]): Promise<YearCount[]>;
  shownRecords(wanted: Wanted): Promise<Shown>;
  countsByYear(listed: ListedHere): Promise<PeriodCounts>;
  countsByFacet(kind: DossierKindKey): Promise<ReadonlyMap<string, number>>;
  recordsIn<K extends DossierKindKey>(
    listed: ListedHere<K>,
    span: ListSpan,
    page?: number,
  ): Promise<PublishedRecord<K>[]>;
  newestOfEach<K extends DossierKindKey>(
    listed: ListedHere<K>,
    facets: readonly string[],
    few: number,
  ): Promise<Map<string, PublishedRecord<K>[]>>;
  tradeFigures(): Promise<TradeFigures[]>;
  tradePeriods(): Promise<TradePeriod[]>;
  tradeYearsAt(year: number): Promise<PublishedRecord<"tradeYear">[]>;
  sourceReaches(recordIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  eventHosts(eventIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  numberedSources(sourceIds: Iterable<string>): Promise<SourceWithNumber[]>;
  sourcesPage(page: number): Promise<SourcesPage>;
  /** ISO instant of the latest change to the dossier or any of its records; undefined where there is none. */
  latestChange(): Promise<string | undefined>;
  /** The same of its records of a kind. */
  latestChangeOf(kind: DossierKindKey): Promise<string | undefined>;
}

/** The readings of a dossier as it is recorded now. */
export function readsOfNow(dossierId: string): DossierReads {
  return {
    yearCounts: (parties, lanes) => yearCounts(dossierId, parties, lanes),
    shownRecords: (wanted) => shownRecords(dossierId, wanted),
    countsByYear: (listed) => countsByYear({ ...listed, dossierId }),
    countsByFacet: (kind) => countsByFacet(dossierId, kind),
    recordsIn: (listed, span, page) => recordsIn({ ...listed, dossierId }, span, page),
    newestOfEach: (listed, facets, few) => newestOfEach({ ...listed, dossierId }, facets, few),
    tradeFigures: () => tradeFigures(dossierId),
    tradePeriods: () => tradePeriods(dossierId),
    tradeYearsAt: (year) => tradeYearsAt(dossierId, year),
    sourceReaches: (ids) => sourceReaches(dossierId, ids),
    eventHosts,
    numberedSources: (ids) => numberedSources(dossierId, ids),
    sourcesPage: (page) => sourcesPage(dossierId, page),
    latestChange: async () => (await recentChanges({ dossierId, limit: 1 }))[0]?.updatedAt,
    latestChangeOf: (kind) => latestChangeOf(dossierId, kind),
  };
}
