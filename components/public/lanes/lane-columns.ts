/** A lane with too many records for marks: a column for each year, in groups of the decades that they lead to. */
import { decadeOf } from "@/lib/domain/list-periods";

export interface YearOfLane {
  year: number;
  count: number;
}

export interface DecadeColumns {
  /** Its first year. */
  decade: number;
  count: number;
  /** The part of the line that it takes, in years from the line's first. */
  from: number;
  years: number;
  /** Strokes from the base line up, as wide as a year: across in years from the line's first, upwards in pixels. */
  path: string;
}

/** Lower than this, in pixels, a column could not be seen. */
const lowest = 2;

/**
 * The columns of a lane's years by decade, on a line of years from `first` to before `last`; the highest, of `most`
 * records, is as high as the drawing, which is `height` pixels.
 */
export function decadeColumns(
  years: readonly YearOfLane[],
  { first, last, most, height }: { first: number; last: number; most: number; height: number },
): DecadeColumns[] {
  const decades = new Map<number, YearOfLane[]>();
  for (const one of years) {
    const decade = decadeOf(one.year);
    decades.set(decade, [...(decades.get(decade) ?? []), one]);
  }
  // What lies beyond the line stands at its edge.
  const onLine = (year: number) => Math.min(Math.max(year, first), last - 1);
  return [...decades].map(([decade, own]) => {
    const [from, to] = [onLine(decade) - first, onLine(decade + 9) + 1 - first];
    const strokes = own.map(({ year, count }) => {
      const up = Math.max(lowest, Math.round((count / most) * height * 10) / 10);
      return `M${onLine(year) - first + 0.5} ${height}v-${up}`;
    });
    const count = own.reduce((sum, one) => sum + one.count, 0);
    return { decade, count, from, years: to - from, path: strokes.join("") };
  });
}

/** The year with most records, the latest of several. */
export function peakOf(years: readonly YearOfLane[]): YearOfLane | undefined {
  return [...years].sort((one, other) => other.count - one.count || other.year - one.year)[0];
}
