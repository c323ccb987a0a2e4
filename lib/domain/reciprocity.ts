/** How two countries return what each does: visits by rank and decade, missions by type, and the last meeting of each rank. */
import type { SideKey } from "./sides";

/** Visits of one side and rank that began in one decade; null for those without a date. */
export interface VisitTally {
  side: SideKey;
  rank: string;
  /** Its first year. */
  decade: number | null;
  count: number;
  /** The last ISO day up to today on which one of them began, as far as their dates say; null where none has. */
  last: string | null;
}

/** Missions of one side and type that are not closed. */
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
  const days = tallies.flatMap((one) => (one.side === side && one.last !== null ? [one.last] : []));
  return days.sort().at(-1) ?? null;
}

/** The whole days from an ISO day to a later one; 0 where that is none. */
export function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
}
