/** How two countries return what each does: visits by rank and decade, missions by type, and the last meeting of each rank. */
import { parsePartialDate } from "./partial-date";
import type { SideKey } from "./sides";

/** Visits of one side and rank that began in one decade; null for those without a date. */
export interface VisitTally {
  side: SideKey;
  rank: string;
  /** Its first year. */
  decade: number | null;
  count: number;
  /** When the last of them up to today began (EDTF), as far as their dates say; null where none has. */
  last: string | null;
}

/** Resident missions of one side and type that are not closed. */
export interface MissionTally {
  side: SideKey;
  type: string;
  count: number;
}

/** A number for each side. */
export type Each = Record<SideKey, number>;

export interface Reciprocity {
  /** The decades in which there were visits, in order; null, for those without a date, is the last. */
  decades: (number | null)[];
  /** By rank, in the order of ranks: how many of each side in each of the decades, and in all. */
  visits: { rank: string; each: Each[]; all: Each; last: Record<SideKey, string | null> }[];
  /** By type, in the order of types. Each side's are the counterparts of the other's. */
  missions: ({ type: string } & Each)[];
}

const none = (): Each => ({ a: 0, b: 0 });

/** Puts what was counted in the order in which it is shown; ranks and types that no record has are left out. */
export function reciprocityOf(
  visits: readonly VisitTally[],
  missions: readonly MissionTally[],
  order: { ranks: readonly string[]; types: readonly string[] },
): Reciprocity {
  const found = [...new Set(visits.map(({ decade }) => decade))];
  const decades = found.toSorted((one, other) => (one ?? Infinity) - (other ?? Infinity));
  const ofRank = (rank: string) => {
    const own = visits.filter((one) => one.rank === rank);
    const each = decades.map((decade) => total(own.filter((one) => one.decade === decade)));
    return { rank, each, all: total(own), last: { a: lastOf(own, "a"), b: lastOf(own, "b") } };
  };
  const ofType = (type: string) => ({ type, ...total(missions.filter((one) => one.type === type)) });
  return {
    decades,
    visits: order.ranks.map(ofRank).filter(({ all }) => all.a + all.b > 0),
    missions: order.types.map(ofType).filter(({ a, b }) => a + b > 0),
  };
}

function total(tallies: readonly { side: SideKey; count: number }[]): Each {
  const sum = none();
  for (const { side, count } of tallies) sum[side] += count;
  return sum;
}

function lastOf(tallies: readonly VisitTally[], side: SideKey): string | null {
  const dates = tallies.flatMap((one) => (one.side === side && one.last !== null ? [one.last] : []));
  return dates.sort((one, other) => (firstDayOf(one) < firstDayOf(other) ? -1 : 1)).at(-1) ?? null;
}

const firstDayOf = (date: string) => {
  const read = parsePartialDate(date);
  return (read.ok && (read.date.earliest ?? read.date.latest)) || "";
};

/** How long ago something was, as exactly as its date says. */
export interface TimeSince {
  unit: "days" | "months" | "years";
  count: number;
  /** Its date is doubtful, or known to less than a year. */
  isAbout: boolean;
}

/**
 * From the beginning of what has a date (EDTF) to an ISO day: in days where its day is known, else in calendar months or
 * years. 0 where that is not past.
 */
export function timeSince(date: string, today: string): TimeSince {
  const [from = ""] = date.split("/");
  const plain = from.replace(/[?~%]$/, "");
  const isAbout = plain !== from;
  const since = (unit: TimeSince["unit"], count: number) => ({ unit, count: Math.max(0, count), isAbout });
  if (/^\d{4}-\d{2}-\d{2}$/.test(plain))
    return since("days", Math.round((Date.parse(today) - Date.parse(plain)) / 86_400_000));
  const [year, month] = firstDayOf(date).split("-").map(Number);
  const [nowYear, nowMonth] = today.split("-").map(Number);
  const years = nowYear! - year!;
  // Months of 21 and more are seasons.
  if (/^\d{4}-(0[1-9]|1[0-2])(-XX)?$/.test(plain)) return since("months", years * 12 + nowMonth! - month!);
  return { ...since("years", years), isAbout: isAbout || !/^\d{4}$/.test(plain) };
}
