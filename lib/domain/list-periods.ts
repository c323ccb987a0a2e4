/**
 * Long lists in periods: by decade, a decade that is too long for a page by year, a year that is by pages. Which
 * period an address asks for, and which one its page shows.
 */
import type { ListSpan } from "./cache-tags";
import { lastYearToExpect } from "./today";

/** As many records as one page of a list shows at most. */
export const LIST_PAGE = 60;

export interface YearCount {
  year: number;
  /** The records that are sorted into the year. */
  began: number;
  /** The same, with those of earlier years that went on into it: what the year's page shows. */
  listed: number;
}

/** How many records a list has, and in which years. */
export interface PeriodCounts {
  all: number;
  undated: number;
  /** Those that have records, newest first. */
  years: readonly YearCount[];
}

/** What an address asks for: a span, null for what the list opens with, and a page of it. */
export interface AskedPeriod {
  span: ListSpan | null;
  page: number;
}

/** What a page of a list shows. */
export interface OpenPeriod {
  span: ListSpan;
  /** How many records lie in the span. */
  count: number;
  /** From 1. */
  page: number;
  pages: number;
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Reads what the query of an address asks for; what cannot be read counts as not asked. */
export function readPeriod(query: Query): AskedPeriod {
  const [decade, year, page] = [query.decade, query.year, query.page].map((value) => [value].flat()[0] ?? "");
  const isNumber = (text = "", pattern: RegExp) => (pattern.test(text) ? Number(text) : null);
  const [tens, single] = [isNumber(decade, decadePattern), isNumber(year, yearPattern)];
  const span = single !== null ? { year: single } : tens !== null ? { decade: tens } : null;
  return {
    span: span ?? (decade === "undated" ? "undated" : null),
    page: isNumber(page, pagePattern) ?? 1,
  };
}

/** How addresses write a decade, by its first year, and a year: in four digits, as dates are stored (`fourDigits`). */
export const decadePattern = /^\d{3}0$/;
export const yearPattern = /^(?!0000)\d{4}$/;
/** How they write a page: the first is the address without one. */
export const pagePattern = /^([2-9]|[1-9]\d{1,2})$/;

/** The decades that have records, newest first, each with how many began in it. */
export function decadesOf({ years }: PeriodCounts): { decade: number; count: number }[] {
  const decades = new Map<number, number>();
  for (const { year, began } of years) {
    const decade = decadeOf(year);
    decades.set(decade, (decades.get(decade) ?? 0) + began);
  }
  return [...decades].map(([decade, count]) => ({ decade, count })).filter(({ count }) => count > 0);
}

/** The years of a decade that have records, newest first. */
export function yearsIn({ years }: PeriodCounts, decade: number): YearCount[] {
  return years.filter(({ year }) => decadeOf(year) === decade);
}

/** A year in four digits: one of the first century would be taken for one of this. */
export function fourDigits(year: number): string {
  return String(year).padStart(4, "0");
}

/** The first year of a year's decade. */
export function decadeOf(year: number): number {
  return Math.floor(year / 10) * 10;
}

/**
 * What a page shows that is asked for a period, null where there is no such page. A list that has room on one page is
 * shown whole unless a period is asked for; a longer one opens with its newest decade, and a decade that has no room
 * with its newest year. A list does not open with what is dated further ahead than next year, while it has anything else.
 */
export function openPeriod(counts: PeriodCounts, { span: asked, page }: AskedPeriod): OpenPeriod | null {
  const span = asked === null ? opening(counts) : withRoom(counts, asked);
  const count = countIn(counts, span);
  if (count === 0 && asked !== null) return null;
  const pages = Math.max(1, Math.ceil(count / LIST_PAGE));
  // What a list opens with changes with time: a page of it has no address.
  if (page > (asked !== null && isSame(asked, span) ? pages : 1)) return null;
  return { span, count, page, pages };
}

/** How many records lie in a span. */
export function countIn(counts: PeriodCounts, span: ListSpan): number {
  if (span === "all") return counts.all;
  if (span === "undated") return counts.undated;
  if ("year" in span) return counts.years.find(({ year }) => year === span.year)?.listed ?? 0;
  return decadesOf(counts).find(({ decade }) => decade === span.decade)?.count ?? 0;
}

/** The span that a list opens with. */
function opening(counts: PeriodCounts): ListSpan {
  if (counts.all <= LIST_PAGE) return "all";
  const newest = newestOf(decadesOf(counts), ({ decade }) => decade);
  return newest ? withRoom(counts, { decade: newest.decade }) : "undated";
}

/** The span itself, or the newest year of a decade that has no room on one page. */
function withRoom(counts: PeriodCounts, span: ListSpan): ListSpan {
  if (typeof span === "string" || "year" in span || countIn(counts, span) <= LIST_PAGE) return span;
  const begun = yearsIn(counts, span.decade).filter(({ began }) => began > 0);
  const newest = newestOf(begun, ({ year }) => year);
  return newest ? { year: newest.year } : span;
}

/** The first of these, newest first, that begins no later than next year; the newest where all do. */
function newestOf<T>(spans: readonly T[], firstYear: (span: T) => number): T | undefined {
  return spans.find((span) => firstYear(span) <= lastYearToExpect()) ?? spans[0];
}

/** The first day of a decade or year and the day after its last, as dates of the database, which knows no year 0. */
export function daysOf(span: Exclude<ListSpan, string>): [from: string, to: string] {
  const [first, next] = "decade" in span ? [span.decade, span.decade + 10] : [span.year, span.year + 1];
  return [`${fourDigits(Math.max(first, 1))}-01-01`, `${fourDigits(next)}-01-01`];
}

/** Whether two spans are the same. */
export function isSame(one: ListSpan, other: ListSpan): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * The one address under which what a page shows is known to machines: of the spans that show a record, the one that
 * the list opens with (null), else its decade where that has room, else its year.
 */
export function canonicalPeriod(counts: PeriodCounts, { span, page }: OpenPeriod): AskedPeriod {
  const decade = typeof span !== "string" && "year" in span ? { decade: decadeOf(span.year) } : null;
  const wider = decade && countIn(counts, decade) <= LIST_PAGE ? decade : span;
  const first = opening(counts);
  return first === "all" || (page === 1 && isSame(wider, first))
    ? { span: null, page: 1 }
    : { span: wider, page };
}

/** The query that asks for a period, after what else an address asks for; with its question mark, empty for nothing. */
export function periodQuery(
  { span, page }: AskedPeriod,
  others: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams(others);
  if (span === "undated") query.set("decade", "undated");
  else if (span !== null && span !== "all")
    for (const [name, value] of Object.entries(span)) query.set(name, fourDigits(value));
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `?${query.toString()}` : "";
}
