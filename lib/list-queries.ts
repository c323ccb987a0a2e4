/** By what readers can narrow or group a kind's list, and which period of it they ask for, in the query of its address. */
import { readDay } from "@/lib/domain/as-of/as-of-day";
import { calendarMonth, calendarYear } from "@/lib/domain/calendar-spans";
import { changedKinds, readCursor, versionPattern } from "@/lib/domain/change-log";
import { isCountry } from "@/lib/domain/countries";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { fulfilments } from "@/lib/domain/kinds/announcement-fulfilment";
import { subjects } from "@/lib/domain/kinds/agreement-terms";
import { ranks } from "@/lib/domain/ranks";
import { slugPattern } from "@/lib/domain/slug";
import { spelledMoment } from "@/lib/domain/stood/moment";
import { dossierOrders } from "@/lib/domain/dossier-pages";
import { decadePattern, pagePattern, yearPattern } from "@/lib/domain/list-periods";

/** Takes a parameter's value to its one spelling, null where the page knows no such value. */
export type Spelled = (value: string) => string | null;

export interface ListQuery {
  /** The parameters that the page knows, in the order in which its canonical address has them. */
  parameters: Record<string, Spelled>;
  /** Takes out of a query in its one spelling what means nothing beside the rest of it. */
  settle(query: URLSearchParams): void;
  /** Periods and a handful of combinations are pages like any other; of millions none is worth keeping. */
  isKept(query: URLSearchParams): boolean;
}

const oneOf =
  (values: readonly string[]): Spelled =>
  (value) =>
    values.find((one) => one === value.toLowerCase()) ?? null;
const matching =
  (pattern: RegExp): Spelled =>
  (value) =>
    pattern.test(value) ? value : null;

const isSubjectKey = (value: string) => value.length <= 60 && slugPattern.test(value);

const country: Spelled = (value) => (isCountry(value.toUpperCase()) ? value.toUpperCase() : null);
const decade: Spelled = (value) => (value === "undated" || decadePattern.test(value) ? value : null);
const page = matching(pagePattern);
/** What every list by date can be asked for. */
const period = { decade, year: matching(yearPattern), page };

/** A year lies in its decade, and only what has no wider name is counted in pages. */
function settlePeriod(query: URLSearchParams): void {
  if (query.has("year")) query.delete("decade");
  else if (query.get("decade") !== "undated") query.delete("page");
}

const byPeriod: ListQuery = { parameters: period, settle: settlePeriod, isKept: () => true };

/** Longer text is no country's name. */
const longestName = 60;
/** A country's code, or what someone typed for its name: the page reads it. */
const typedCountry: Spelled = (value) =>
  country(value) ??
  (value.length <= longestName && !/\p{C}/u.test(value) && value.trim() ? value.trim() : null);

const laterPage = matching(/^(?:[2-9]|[1-9]\d)$/);

/** What the finder on the first page asks for: a country's dossiers, or that of two. Its answer is another address. */
export const homeQuery: ListQuery = {
  parameters: { country: typedCountry, with: typedCountry, page: laterPage },
  settle(query) {
    const other = query.get("with");
    if (!query.has("country") && other) query.set("country", other);
    if (query.get("country") === other) query.delete("with");
    if (!query.has("country") || query.has("with")) query.delete("page");
  },
  // What was typed has more addresses than are worth keeping.
  isKept(query) {
    const asked = query.get("country");
    return !query.has("with") && (asked === null || isCountry(asked));
  },
};

/** By what the dossiers of a country are in order, and which page of them. */
export const countryQuery: ListQuery = atMoments({
  parameters: { by: oneOf(dossierOrders), page: laterPage },
  settle: () => undefined,
  isKept: () => true,
});

const queries: Partial<Record<KindKey, ListQuery>> = {
  visit: {
    ...byPeriod,
    parameters: {
      from: country,
      rank: oneOf(ranks),
      state: oneOf(["held", "cancelled", "postponed"]),
      ...period,
    },
    isKept: (query) => !query.has("from") && !query.has("rank") && !query.has("state"),
  },
  agreement: {
    ...byPeriod,
    parameters: {
      by: oneOf(["subject", "status"]),
      // Which others the desk keeps, only the page knows.
      subject: (value) => (isSubjectKey(value.toLowerCase()) ? value.toLowerCase() : null),
      status: oneOf(["yes", "no", "unknown"]),
      ...period,
    },
    settle(query) {
      // A list of one group is grouped by nothing else.
      if (query.has("subject")) query.delete("status");
      if (query.has("subject") || query.has("status")) query.delete("by");
      settlePeriod(query);
    },
    isKept: (query) => subjects.some((one) => one === (query.get("subject") ?? one)),
  },
  announcement: { ...byPeriod, parameters: { fulfilment: oneOf(fulfilments), ...period } },
  // Each year of trade has a page of its own.
  tradeYear: { ...byPeriod, parameters: { decade: matching(decadePattern) } },
  // By number, whatever their dates.
  source: { parameters: { page }, settle: () => undefined, isKept: () => true },
};

/** Of a page that is put together of records how it stood here at a moment, besides what else it is asked for. None is kept. */
function atMoments(query: ListQuery): ListQuery {
  return {
    parameters: { stood: spelledMoment, ...query.parameters },
    settle: query.settle,
    isKept: (asked) => !asked.has("stood") && query.isKept(asked),
  };
}

/** Of a dossier how it stood on a day, by what is recorded now. There are very many: the first days of years are kept. */
export const dossierQuery: ListQuery = atMoments({
  parameters: { on: readDay },
  settle(query) {
    if (query.has("on")) query.delete("stood");
  },
  isKept: (query) => query.get("on")?.endsWith("-01-01") ?? true,
});

/** Of a year of trade no more than the moment. */
export const tradeYearQuery: ListQuery = atMoments({
  parameters: {},
  settle: () => undefined,
  isKept: () => true,
});

/** Of the site's calendar a month. There are thousands, and each follows every publication: none is kept. */
export const calendarQuery: ListQuery = {
  parameters: { month: matching(calendarMonth) },
  settle: () => undefined,
  isKept: () => false,
};

/** Of a dossier's calendar a year. */
export const dossierCalendarQuery: ListQuery = {
  parameters: { year: matching(calendarYear) },
  settle: () => undefined,
  isKept: () => true,
};

const cursor: Spelled = (value) => (readCursor(value) ? value : null);

/** Of what was changed the latest, of all kinds or of one; pages of earlier changes are made for who asks. */
export const changesQuery: ListQuery = {
  parameters: { kind: oneOf(changedKinds), before: cursor },
  settle: () => undefined,
  isKept: (query) => !query.has("before"),
};

/** Of a record's published versions one whole, or those up to one. */
export const versionsQuery: ListQuery = {
  parameters: { version: matching(versionPattern), upTo: matching(versionPattern) },
  settle(query) {
    if (query.has("version")) query.delete("upTo");
  },
  isKept: () => false,
};

/** Of a feed what came before. */
export const feedQuery: ListQuery = {
  parameters: { before: cursor },
  settle: () => undefined,
  isKept: () => true,
};

/** Of what is recorded of a person a page beyond the first, which goes without its number; or how their own record stood. */
export const personQuery: ListQuery = atMoments({
  parameters: { page: matching(/^(?:[2-9]|[1-9]\d)$/) },
  settle(query) {
    if (query.has("stood")) query.delete("page");
  },
  isKept: () => true,
});

/** Of the index of people a page beyond the first. Of very many pages the first are kept. */
export const peopleQuery: ListQuery = atMoments({
  parameters: { page: matching(/^(?:[2-9]|[1-9]\d{1,4})$/) },
  settle: () => undefined,
  isKept: (query) => Number(query.get("page")) < 100,
});

/** What the list of a kind can be asked for. */
export function listQueryOf(kind: KindKey): ListQuery {
  return atMoments(queries[kind] ?? byPeriod);
}
