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
  // `Date.UTC` takes 25 for 1925.
  const start = Date.parse(`${day.slice(0, 4)}-01-01T00:00:00Z`);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return year + ((Date.parse(`${day}T00:00:00Z`) - start) / 86_400_000 + days) / (isLeap ? 366 : 365);
}

/** A line of years: where on it (in percent of its width) a time lies, and which years it names. */
export interface YearLine {
  /** The first year that is drawn to scale, and the one after the last. */
  first: number;
  last: number;
  /**
   * The years of the few that came long before all others, which stand on a short piece of the line by themselves, and where
   * (in percent) the line is broken between them and the rest; null where it is whole. `years` are those of what stands there.
   */
  early: { first: number; last: number; breakAt: number; years: number[] } | null;
  /** What lies beyond the line is set at its edge. */
  place(time: number): number;
  ticks: { year: number; x: number }[];
  /** The years of what lies before the first year or after the last, in order: it would have squeezed all the rest. */
  beyond: { before: number[]; after: number[] };
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
export function yearLine(spans: readonly (Span & { count?: number })[], now: number): YearLine | null {
  if (spans.length === 0) return null;
  const parts = partsOf(spans, now);
  if (parts) return brokenLine(parts, spans);
  const begun = spans.map(({ begin }) => begin.from);
  const ended = spans.map(({ begin, end }) => end?.to ?? begin.to);
  const first = Math.floor(coreLeast([...begun, now], shortestLine));
  const last = Math.max(Math.ceil(lastOf([...ended, now], now)), first + 1);
  const beyond = {
    before: begunBefore(spans, first),
    after: yearsOf(ended.filter((time) => time > last).map((time) => Math.ceil(time) - 1)),
  };
  // Marks at the ends need some room beside them.
  const scale = scaleLinear([first, last], [1.5, 98.5]);
  const place = (time: number) =>
    time < first ? edges.before : time > last ? edges.after : rounded(scale(time));
  return { first, last, early: null, place, ticks: ticksOf(first, last, place), beyond };
}

const begunBefore = (spans: readonly Span[], first: number) =>
  yearsOf(spans.map(({ begin }) => begin.from).filter((time) => time < first));

/** The years in which these times lie, each once, in order. */
function yearsOf(times: readonly number[]): number[] {
  return [...new Set(times.map(Math.floor))].sort((one, other) => one - other);
}

/** The greatest time that the line holds. Relations may be old, but hardly tell of times further ahead than they are old. */
function lastOf(times: readonly number[], now: number): number {
  const greatest = coreGreatest(times, shortestLine);
  return greatest > now ? Math.max(now, coreGreatest(times, shortestLine, 1)) : greatest;
}

/**
 * When a line is broken: no more than this share of all records stands before the break, and at the same time no more than so many,
 * where the empty stretch is so many times as long as the rest. Of the very few a shorter one is enough: of what is less few
 * it must be so long that the rest would have a third of the line at most.
 */
const breaks = [
  { share: 0.05, most: Infinity, stretch: 0.5, longest: Infinity },
  // What lies further off than relations are old is a slip, for the edge of a whole line.
  { share: 0.2, most: 6, stretch: 2, longest: 500 },
] as const;
/** The piece before the break, in percent of the width, and where the rest begins. */
const earlyPiece = { from: 1.5, to: 8, breakAt: 10, rest: 12 };

/** Where most of the record lies, and the few before it, where the empty stretch between them is long (`breaks`). */
function partsOf(spans: readonly (Span & { count?: number })[], now: number) {
  const inOrder = spans
    .map(({ begin, count = 1 }) => ({ year: Math.floor(begin.from), count }))
    .sort((one, other) => one.year - other.year);
  const all = inOrder.reduce((sum, { count }) => sum + count, 0);
  let [before, found] = [0, -1];
  for (const [at, { count }] of inOrder.entries()) {
    before += count;
    const next = inOrder[at + 1];
    if (!next) break;
    const gap = next.year - inOrder[at]!.year;
    const rest = Math.max(now - next.year, shortestLine);
    const isFew = ({ share, most, stretch, longest }: (typeof breaks)[number]) =>
      before <= Math.min(all * share, most) && gap > rest * stretch && gap <= longest;
    if (breaks.some(isFew)) found = at;
  }
  if (found < 0) return null;
  const last = Math.max(Math.ceil(now), inOrder.at(-1)!.year + 1);
  // What is dated far ahead by a slip is for the edges of a whole line.
  if (last > now + shortestLine) return null;
  return {
    early: [inOrder[0]!.year, inOrder[found]!.year + 1] as const,
    first: inOrder[found + 1]!.year,
    last,
  };
}

function brokenLine(
  { early, first, last }: NonNullable<ReturnType<typeof partsOf>>,
  spans: readonly Span[],
): YearLine {
  const { from, to, breakAt, rest } = earlyPiece;
  const before = scaleLinear([early[0], Math.max(early[1], early[0] + 2)], [from, to]).clamp(true);
  const scale = scaleLinear([first, last], [rest, 98.5]);
  const place = (time: number) =>
    time >= first ? rounded(scale(Math.min(time, last))) : time < early[1] ? rounded(before(time)) : breakAt;
  return {
    first,
    last,
    early: { first: early[0], last: early[1], breakAt, years: begunBefore(spans, first) },
    place,
    ticks: [{ year: early[0], x: from }, ...ticksOf(first, last, place).filter(({ x }) => x > rest + 4)],
    beyond: { before: [], after: [] },
  };
}

function ticksOf(first: number, last: number, place: YearLine["place"]): YearLine["ticks"] {
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200].find((years) => (last - first) / years <= 6) ?? 500;
  const ticks: YearLine["ticks"] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step)
    ticks.push({ year, x: place(year) });
  return ticks;
}

const rounded = (place: number) => Math.round(place * 100) / 100;
