/** Dates as places on a line of years. */
import { scaleLinear } from "d3-scale";
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
  /** It goes on: the end is `now`. */
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
  place(time: number): number;
  ticks: { year: number; x: number }[];
}

/** The span of a whole year. */
export function spanOfYear(year: number): Span {
  return { begin: { from: year, to: year + 1 }, end: null, open: false };
}

/** The line that holds these spans, from the first year to `now`, with at most six years named. */
export function yearLine(spans: readonly Span[], now: number): YearLine | null {
  if (spans.length === 0) return null;
  const first = Math.floor(Math.min(...spans.map(({ begin }) => begin.from)));
  const latest = Math.ceil(Math.max(now, ...spans.map(({ begin, end }) => end?.to ?? begin.to)));
  const last = Math.max(latest, first + 1);
  // Marks at the ends need some room beside them.
  const scale = scaleLinear([first, last], [1.5, 98.5]);
  const place = (time: number) => Math.round(scale(time) * 100) / 100;
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200].find((years) => (last - first) / years <= 6) ?? 500;
  const ticks: YearLine["ticks"] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step)
    ticks.push({ year, x: place(year) });
  return { first, last, place, ticks };
}
