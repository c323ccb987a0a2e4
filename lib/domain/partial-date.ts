/**
 * Dates as precise as they are known, in EDTF (ISO 8601-2 levels 0 and 1): a century (`19XX`), a decade (`199X`), a year, a
 * season (`2001-21` is its spring), a month, a day, with digits that are not stated (`2004-06-XX`), any of them possibly uncertain
 * (`?`), approximate (`~`) or both (`%`), and intervals of these, with an end that is open (`1992/..`: it goes on) or not known
 * (`1992/`). What people type is read by `typed-date`; how dates read is said by `date-words`.
 */
import edtf from "edtf";

export interface PartialDate {
  readonly edtf: string;
  /** First and last day it can mean, as ISO days. An open or unknown end has no day. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

export type Qualifier = "" | "?" | "~" | "%";

/** One point of a date: its parts as far as they are known. */
export interface DatePoint {
  /** Of a decade or a century the first. */
  readonly year: number;
  readonly span?: "decade" | "century";
  /** 1 spring, 2 summer, 3 autumn, 4 winter. */
  readonly season?: number;
  readonly month?: number;
  readonly day?: number;
  readonly qualifier: Qualifier;
}

export type ParsedDate =
  | { ok: true; date: PartialDate }
  | { ok: false; problem: "date.unreadable" | "date.impossible" | "date.reversed" };

const point =
  /^(?:(\d{2})XX|(\d{3})X|(\d{4})-2([1-4])|(\d{4})(?:-XX(?:-XX)?|-(\d{2})(?:-(?:(\d{2})|XX))?)?)([?~%]?)$/;
// How an interval's end that is no point is written: open, or not known.
const endless = new Set(["..", ""]);

/** More than any date has, spaces included: longer text is not looked at. */
export const maxDateLength = 60;

/** Reads an EDTF date; `problem` says why it cannot be one. Looser spellings are not guessed at. */
export function parsePartialDate(typed: string): ParsedDate {
  if (typed.length > maxDateLength) return { ok: false, problem: "date.unreadable" };
  const ends = typed.split("/").map((end) => end.trim());
  const text = ends.join("/");
  if (ends.length > 2 || ends.every((end) => endless.has(end)))
    return { ok: false, problem: "date.unreadable" };
  if (!ends.every((end) => point.test(end) || (ends.length === 2 && endless.has(end))))
    return { ok: false, problem: "date.unreadable" };

  const days = ends.map((end) => (endless.has(end) ? null : extent(end)));
  const [first, last] = [days[0], days[days.length - 1]];
  if (days.some((day, index) => day === null && !endless.has(ends[index]!)))
    return { ok: false, problem: "date.impossible" };
  if (ends.length === 2 && first && last && first.earliest > last.earliest)
    return { ok: false, problem: "date.reversed" };
  return { ok: true, date: { edtf: text, earliest: first?.earliest ?? null, latest: last?.latest ?? null } };
}

interface Extent {
  earliest: string;
  latest: string;
}

// The same dates are read over and over, and the library takes some 50 µs for each. All days of a human life fit in.
const extents = new Map<string, Extent | null>();

/** The first and last day of one point, null where the calendar has no such day. */
function extent(text: string): Extent | null {
  const known = extents.get(text);
  if (known !== undefined) return known;
  if (extents.size >= 30_000) extents.clear();
  const found = readExtent(text);
  extents.set(text, found);
  return found;
}

function readExtent(text: string): Extent | null {
  // The library takes a mark of doubt behind whole dates only; it changes nothing about the days.
  const plain = text.replace(/[?~%]$/, "");
  // Of days there are very many, and nothing about them that would have to be read.
  if (wholeDay.test(plain)) return isDay(plain) ? { earliest: plain, latest: plain } : null;
  try {
    const parts = datePart(plain);
    if (!parts) return null;
    const days = parts.season ? seasonExtent(parts.year, parts.season) : calendarExtent(plain);
    // PostgreSQL's calendar has no year 0.
    return days && !days.earliest.startsWith("0000") ? days : null;
  } catch {
    return null;
  }
}

function calendarExtent(text: string): Extent | null {
  // It reads months above 12 as seasons and quarters, which "2023-30" seldom means. What it says of their type is the name
  // of a class, which a build for browsers shortens.
  if (Number(text.slice(5, 7)) > 12) return null;
  const read = edtf(text);
  // The library rolls 29 February over into March in common years: what comes back must be what went in.
  if (read.edtf !== text) return null;
  return { earliest: isoDay(read.min), latest: isoDay(read.max) };
}

/** The days that a season can mean in either half of the world: it need not be the one in which the reader lives. */
function seasonExtent(year: number, season: number): Extent | null {
  const own = String(year).padStart(4, "0");
  if (season === 1 || season === 3) return { earliest: `${own}-03-01`, latest: `${own}-11-30` };
  if (year === 9999) return null;
  const next = String(year + 1).padStart(4, "0");
  return {
    earliest: `${own}-06-01`,
    latest: isoDay(Date.parse(`${next}-03-01T00:00:00Z`) - 1),
  };
}

const wholeDay = /^\d{4}-\d\d-\d\d$/;

/** Whether the calendar has a day: JavaScript rolls those that it has not over into the next month, or reads none. */
function isDay(text: string): boolean {
  const at = Date.parse(text);
  // PostgreSQL's calendar has no year 0.
  return !Number.isNaN(at) && isoDay(at) === text && !text.startsWith("0000");
}

function isoDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** The points of a stored date: one, or two for an interval, with null for an open or unknown end. */
export function datePoints(stored: string): (DatePoint | null)[] {
  return stored.split("/", 2).map(datePart);
}

function datePart(end: string): DatePoint | null {
  const parts = point.exec(end);
  if (!parts) return null;
  const [, century, decade, seasonYear, season, year, month, day, mark] = parts;
  const qualifier = (mark ?? "") as Qualifier;
  if (century) return { year: Number(century) * 100, span: "century", qualifier };
  if (decade) return { year: Number(decade) * 10, span: "decade", qualifier };
  if (season) return { year: Number(seasonYear), season: Number(season), qualifier };
  return {
    year: Number(year),
    ...(month && { month: Number(month) }),
    ...(day && { day: Number(day) }),
    qualifier,
  };
}

/** Whether the first date surely lies before the second: every day it can mean is earlier. */
export function isBefore(one: string, other: string): boolean {
  const [a, b] = [parsePartialDate(one), parsePartialDate(other)];
  return (
    a.ok && b.ok && a.date.latest !== null && b.date.earliest !== null && a.date.latest < b.date.earliest
  );
}

/** Whether two spans from a first to a last day may share a day; without a last day a span is the first alone. */
export function overlap(one: readonly DateSpan[number][], other: readonly DateSpan[number][]): boolean {
  const [a, b] = [daysOf(one), daysOf(other)];
  return a !== null && b !== null && a.first <= b.last && b.first <= a.last;
}

type DateSpan = readonly [first: string | undefined, last: string | undefined];

function daysOf([first, last]: readonly DateSpan[number][]): { first: string; last: string } | null {
  const [from, to] = [first, last ?? first].map((one) => (one ? parsePartialDate(one) : null));
  if (!from?.ok || !to?.ok) return null;
  return { first: from.date.earliest ?? "0000", last: to.date.latest ?? "9999" };
}

/** The first day a date can mean, as an ISO day, for sorting; of an interval with an open start, the last. */
export function sortDay(stored: string | undefined): string | null {
  if (!stored) return null;
  const read = parsePartialDate(stored);
  return read.ok ? (read.date.earliest ?? read.date.latest) : null;
}

/** The year in which a date lies or begins, null where that is not known. */
export function yearOf(stored: string | undefined): number | null {
  const day = sortDay(stored);
  return day ? Number(day.slice(0, 4)) : null;
}

/** The value of an HTML `datetime` attribute: only whole, single, unqualified dates have one. */
export function machineDate(stored: string): string | undefined {
  return /^\d{4}(?:-[01]\d(?:-\d{2})?)?$/.test(stored) ? stored : undefined;
}
