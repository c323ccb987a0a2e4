/** Dates as places on a line of years. */
import { scaleLinear } from "d3-scale";
import { coreGreatest, coreLeast } from "./stretched";
import { parsePartialDate } from "@/lib/domain/partial-date";

/** A stretch of time, in years and their fractions: as wide as a date leaves open. */
export interface Stretch {
  from: number;
  to: number;
}

/** When something began and, where it lasted, when it ended: each as wide as its date leaves open. */
export interface Span {
  begin: Stretch;
  /** Null for a moment. */
  end: Stretch | null;
  /** It goes on: the end is `now`, which may lie beyond what the record knows of. */
  open: boolean;
}

/** What a date tells of when something was; a date without a beginning is told by its end, undated is null. */
export function spanOf(date: string | undefined, now: number): Span | null {
  const [from = "", to] = date?.split("/") ?? [];
  const begin = stretchOf(from) ?? stretchOf(to);
  if (!begin) return null;
  const open = to === "..";
  const last = Math.max(now, begin.to);
  const end = open ? { from: last, to: last } : stretchOf(from) && stretchOf(to);
  return { begin, end, open };
}

/** The date of what has a first and a last day, as an interval; `..` is a last day that is still to come. */
export function during(began: string | undefined, ended: string | undefined): string | undefined {
  return began && ended && !began.includes("/") && !ended.includes("/") ? `${began}/${ended}` : began;
}

function stretchOf(point: string | undefined): Stretch | null {
  const read = point ? parsePartialDate(point) : null;
  if (!read?.ok || !read.date.earliest || !read.date.latest) return null;
  return { from: yearFraction(read.date.earliest), to: yearFraction(read.date.latest, 1) };
}

/** An ISO day as a year and its fraction; with `days` more, the end of the day. */
export function yearFraction(day: string, days = 0): number {
  const year = Number(day.slice(0, 4));
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  return year + (Date.parse(`${day}T00:00:00Z`) + days * 86_400_000 - start) / (end - start);
}

/** A line of years: where on it (in percent of its width) a time lies, and which years it names. */
export interface YearLine {
  /** The first year, and the one after the last. */
  first: number;
  last: number;
  /** What lies beyond the line is set at its edge. */
  place(time: number): number;
  ticks: { year: number; x: number }[];
  /** Whether something lies before the first year or after the last: it would have squeezed all the rest. */
  beyond: { before: boolean; after: boolean };
}

/** Years that lie apart by less than this squeeze nothing. */
const shortestLine = 25;
/** Where the marks of what lies beyond the line stand, in percent of its width. */
const edges = { before: 0.5, after: 99.5 };

/** The span of a whole year. */
export function spanOfYear(year: number): Span {
  return { begin: { from: year, to: year + 1 }, end: null, open: false };
}

/**
 * The line that holds these spans, from the first year to `now`, with at most six years named. What lies so far off that
 * it would squeeze the rest (see `stretched`) stands at the edge instead.
 */
export function yearLine(spans: readonly Span[], now: number): YearLine | null {
  if (spans.length === 0) return null;
  const begun = spans.map(({ begin }) => begin.from);
  const ended = spans.map(({ begin, end }) => end?.to ?? begin.to);
  const first = Math.floor(coreLeast([...begun, now], shortestLine));
  const last = Math.max(Math.ceil(coreGreatest([...ended, now], shortestLine)), first + 1);
  const beyond = {
    before: begun.some((time) => time < first),
    after: ended.some((time) => time > last),
  };
  // Marks at the ends need some room beside them.
  const scale = scaleLinear([first, last], [1.5, 98.5]);
  const place = (time: number) =>
    time < first ? edges.before : time > last ? edges.after : Math.round(scale(time) * 100) / 100;
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200].find((years) => (last - first) / years <= 6) ?? 500;
  const ticks: YearLine["ticks"] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step)
    ticks.push({ year, x: place(year) });
  return { first, last, place, ticks, beyond };
}
