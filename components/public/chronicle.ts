/** A dossier's dated records woven into one chronicle, and where each lies on a line of years. */
import { scaleLinear } from "d3-scale";
import { parsePartialDate, yearOf } from "@/lib/domain/partial-date";
import type { Viewed } from "./setting";

/** A record of a kind that a chronicle tells of. */
export type ChronicleRecord = Viewed<"event"> | Viewed<"visit"> | Viewed<"agreement">;

export interface ChronicleItem {
  record: ChronicleRecord;
  date: string | undefined;
}

/** What happened when, oldest first; what has no date comes last, in its own order. */
export function chronicleOf(records: readonly ChronicleRecord[]): ChronicleItem[] {
  return records
    .map((record) => ({ record, date: dateOf(record) }))
    .sort((one, other) => {
      const [a, b] = [sortKey(one.date), sortKey(other.date)];
      return a < b ? -1 : Number(a > b);
    });
}

// What is known to the day comes before what is known to the month or year that holds it, and moments before
// periods that begin with them.
function sortKey(date: string | undefined): string {
  if (!date) return "9999-99";
  const [from = "", to] = date.split("/");
  const read = parsePartialDate(/^(\.\.)?$/.test(from) ? (to ?? "") : from);
  return `${(read.ok && read.date.latest) || "9999-98"} ${to === undefined ? "moment" : "period"}`;
}

function dateOf(record: ChronicleRecord): string | undefined {
  if (record.kind === "event") return record.values.date;
  return record.kind === "visit" ? record.values.began : record.values.signedOn;
}

/** The items in groups of the decade in which they lie; null holds what has no date. */
export function byDecade(
  items: readonly ChronicleItem[],
): { decade: number | null; items: ChronicleItem[] }[] {
  const groups = new Map<number | null, ChronicleItem[]>();
  for (const item of items) {
    const year = yearOf(item.date);
    const decade = year === null ? null : Math.floor(year / 10) * 10;
    groups.set(decade, [...(groups.get(decade) ?? []), item]);
  }
  return [...groups].map(([decade, group]) => ({ decade, items: group }));
}

/** A stretch of time, in years and their fractions: as wide as the date leaves open. */
export interface Stretch {
  from: number;
  to: number;
}

/** The days that a date can mean, as a stretch; an open end reaches to `now`, undated is null. */
export function stretchOf(date: string | undefined, now: number): Stretch | null {
  const read = date ? parsePartialDate(date) : null;
  if (!read?.ok) return null;
  const { earliest, latest } = read.date;
  const from = earliest ? yearFraction(earliest) : null;
  const to = latest ? yearFraction(latest, 1) : null;
  return { from: from ?? to ?? now, to: to ?? Math.max(now, from ?? now) };
}

/** The time from one date to another, as a mission's from its opening to its closing. */
export function stretchBetween(
  opened: string | undefined,
  closed: string | undefined,
  now: number,
): Stretch | null {
  const first = stretchOf(opened, now);
  if (!first) return null;
  return { from: first.from, to: closed ? (stretchOf(closed, now)?.to ?? now) : Math.max(now, first.to) };
}

/** An ISO day as a year and its fraction; with `days` more, the end of the day. */
export function yearFraction(day: string, days = 0): number {
  const year = Number(day.slice(0, 4));
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  return year + (Date.parse(`${day}T00:00:00Z`) + days * 86_400_000 - start) / (end - start);
}

/** A line of years: where on it (in percent of its width) a stretch lies, and which years it names. */
export interface YearLine {
  place(stretch: Stretch): { x: number; width: number };
  ticks: { year: number; x: number }[];
}

/** The line that holds these stretches, from the first year to `now`, with at most six years named. */
export function yearLine(stretches: readonly Stretch[], now: number): YearLine | null {
  if (stretches.length === 0) return null;
  const first = Math.floor(Math.min(...stretches.map(({ from }) => from)));
  const last = Math.ceil(Math.max(now, ...stretches.map(({ to }) => to)));
  const scale = scaleLinear([first, Math.max(last, first + 1)], [0, 100]);
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200].find((years) => (last - first) / years <= 6) ?? 500;
  const ticks: YearLine["ticks"] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step)
    ticks.push({ year, x: round(scale(year)) });
  return {
    place: ({ from, to }) => ({ x: round(scale(from)), width: round(scale(to) - scale(from)) }),
    ticks,
  };
}

const round = (percent: number) => Math.round(percent * 100) / 100;
