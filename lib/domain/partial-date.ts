/**
 * Dates as precise as they are known, in EDTF (ISO 8601-2 levels 0 and 1): a decade (`199X`), a year, a month, a day,
 * the latter possibly uncertain (`?`), approximate (`~`) or both (`%`), and intervals of these, with an end that is open (`1992/..`:
 * it goes on) or not known (`1992/`).
 */
import edtf from "edtf";
import { dateFormat } from "./intl-formats";

export interface PartialDate {
  readonly edtf: string;
  /** First and last day it can mean, as ISO days. An open or unknown end has no day. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

export type Qualifier = "" | "?" | "~" | "%";

/** One point of a date: its parts as far as they are known. */
export interface DatePoint {
  /** Of a decade the first. */
  readonly year: number;
  readonly isDecade?: true;
  readonly month?: number;
  readonly day?: number;
  readonly qualifier: Qualifier;
}

export type ParsedDate =
  | { ok: true; date: PartialDate }
  | { ok: false; problem: "date.unreadable" | "date.impossible" | "date.reversed" };

const point = /^(?:(\d{3})X|(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?))$/;
// How an interval's end that is no point is written: open, or not known.
const endless = new Set(["..", ""]);

/** More than any date has, spaces included: longer text is not looked at. */
const maxLength = 60;

/** Reads an EDTF date; `problem` says why it cannot be one. Looser spellings are not guessed at. */
export function parsePartialDate(typed: string): ParsedDate {
  if (typed.length > maxLength) return { ok: false, problem: "date.unreadable" };
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
  if (text.startsWith("0000")) return null; // PostgreSQL's calendar has no such year
  try {
    const read = edtf(text);
    // It reads months above 12 as seasons and quarters, which "2023-24" seldom means.
    if (Number(text.slice(5, 7)) > 12) return null;
    // The library rolls 29 February over into March in common years: what comes back must be what went in.
    if (read.edtf !== text) return null;
    return { earliest: isoDay(read.min), latest: isoDay(read.max) };
  } catch {
    return null;
  }
}

function isoDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** The points of a stored date: one, or two for an interval, with null for an open or unknown end. */
export function datePoints(stored: string): (DatePoint | null)[] {
  return stored.split("/", 2).map((end) => {
    const parts = point.exec(end);
    if (!parts) return null;
    const [, decade, year, month, day, qualifier] = parts;
    if (decade) return { year: Number(decade) * 10, isDecade: true, qualifier: "" };
    return {
      year: Number(year),
      ...(month && { month: Number(month) }),
      ...(day && { day: Number(day) }),
      qualifier: (qualifier ?? "") as Qualifier,
    };
  });
}

/** Whether the first date surely lies before the second: every day it can mean is earlier. */
export function isBefore(one: string, other: string): boolean {
  const [a, b] = [parsePartialDate(one), parsePartialDate(other)];
  return (
    a.ok && b.ok && a.date.latest !== null && b.date.earliest !== null && a.date.latest < b.date.earliest
  );
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
  return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(stored) ? stored : undefined;
}

/** The words that dates need besides month names. */
export interface DateWords {
  /** "about {date}", for approximate dates. */
  about: string;
  /** "{date}, uncertain". */
  uncertain: string;
  /** "since {date}" and "until {date}", for intervals with an open end. */
  since: string;
  until: string;
  /** "from {date}, end not recorded" and "to {date}, beginning not recorded", for one that is not known. */
  from: string;
  to: string;
  /** "the {year}s". */
  decade: string;
  /** "{from} – {to}". */
  between: string;
}

const english: DateWords = {
  about: "about {date}",
  uncertain: "{date} (uncertain)",
  since: "since {date}",
  until: "until {date}",
  from: "from {date}, end not recorded",
  to: "to {date}, beginning not recorded",
  decade: "the {year}s",
  between: "{from} – {to}",
};

/** A stored date in words, showing only the precision that is known: "September 2014", "about 1985". */
export function showPartialDate(stored: string, locale = "en", words: DateWords = english): string {
  if (stored.length > maxLength) return stored;
  const isOpen = stored.includes("..");
  const points = datePoints(stored).map((one) => (one ? showPoint(one, locale, words) : null));
  const [from, to] = points;
  if (points.length === 1) return from ?? stored;
  if (from && to) return words.between.replace("{from}", from).replace("{to}", to);
  if (from) return (isOpen ? words.since : words.from).replace("{date}", from);
  return to ? (isOpen ? words.until : words.to).replace("{date}", to) : stored;
}

function showPoint(shown: DatePoint, locale: string, words: DateWords): string {
  const { year, month, day, qualifier } = shown;
  if (shown.isDecade) return words.decade.replace("{year}", String(year));
  const at = new Date(Date.UTC(2000, (month ?? 1) - 1, day ?? 1));
  at.setUTCFullYear(year);
  const date = dateFormat(locale === "en" ? "en-GB" : locale, {
    timeZone: "UTC",
    year: "numeric",
    ...(month && { month: "long" }),
    ...(day && { day: "numeric" }),
  }).format(at);
  const about = qualifier === "~" || qualifier === "%" ? words.about.replace("{date}", date) : date;
  return qualifier === "?" || qualifier === "%" ? words.uncertain.replace("{date}", about) : about;
}
