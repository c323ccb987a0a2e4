/** What a lane shows on a line: marks where all that has to be told of them has room, or else columns with names. */
import { inRows, type PlacedItem } from "./lane-rows";
import type { Lane } from "./lanes";
import type { YearLine } from "./year-line";

/** So many dots without a name tell less than columns. */
const crowdedFrom = 12;

export type SettledLane =
  (Extract<Lane, { shows: "marks" }> & { placed: PlacedItem[] }) | Extract<Lane, { shows: "columns" }>;

/**
 * The lane with its marks in rows. One of many marks that have no room for their labels, and of which none goes on, becomes
 * columns, its latest records named.
 */
export function settled(lane: Lane, line: YearLine): SettledLane {
  if (lane.shows === "columns") return lane;
  const placed = inRows(lane.items, line);
  const isNamed = placed.every(({ label }) => label);
  if (isNamed || placed.length < crowdedFrom || lane.items.some(({ span }) => span.open))
    return { ...lane, placed };
  const { items, ...rest } = lane;
  const years = new Map<number, number>();
  for (const { year } of items) years.set(year, (years.get(year) ?? 0) + 1);
  return {
    ...rest,
    shows: "columns",
    years: [...years].map(([year, count]) => ({ year, count })).sort((one, other) => one.year - other.year),
    named: [...items].sort((one, other) => other.span.begin.from - one.span.begin.from),
  };
}
