/** Years side by side, each in a slot of its own, without the long empty stretches that would squeeze all the rest. */

/** Years without a break between them. */
export interface YearRun {
  first: number;
  last: number;
}

/** Where each of some years stands. */
export interface YearSlots {
  /** The years that have slots, in order: a line of them is broken between one run and the next. */
  runs: readonly YearRun[];
  /** How many slots there are, those that breaks take among them. */
  count: number;
  /** The slot of a year of the runs, from 0. */
  at(year: number): number;
  /** The middle of each break, in slots from the left edge. */
  breaks: readonly number[];
}

/** As many breaks as a line of years has at most: what lies apart more often is how it is. */
const mostBreaks = 3;
/** Years that lie apart by less than this squeeze nothing. */
const shortestBreak = 25;
/** Fewer years than these are hardly squeezed: a stretch must be longer than they reach, so many times over. */
const [fewYears, timesOfFew] = [3, 5];
/** A break takes as much room as this part of the years, so that the names beside it stay apart. */
const partOfBreak = 6;

/** A slot for every year from the first to the last of these, but for empty stretches longer than all the rest; null without years. */
export function yearSlots(years: readonly number[]): YearSlots | null {
  const inOrder = [...new Set(years)].sort((one, other) => one - other);
  if (inOrder.length === 0) return null;
  const runs = runsOf(inOrder);
  const lengthOf = ({ first, last }: YearRun) => last - first + 1;
  const own = runs.reduce((sum, run) => sum + lengthOf(run), 0);
  const ofBreak = Math.ceil(own / partOfBreak);
  let count = 0;
  const placed = runs.map((run) => {
    const from = count;
    count += lengthOf(run) + ofBreak;
    return { run, from };
  });
  return {
    runs,
    count: count - ofBreak,
    at: (year) => {
      const { run, from } = placed.findLast(({ run: { first } }) => first <= year) ?? placed[0]!;
      return from + year - run.first;
    },
    breaks: placed.slice(1).map(({ from }) => from - ofBreak / 2),
  };
}

/** Breaks years where the longest of the stretches between them are longer than all the rest. */
function runsOf(inOrder: readonly number[]): YearRun[] {
  const gaps = inOrder.slice(1).map((year, index) => ({ at: index + 1, years: year - inOrder[index]! }));
  const longest = gaps.toSorted((one, other) => other.years - one.years);
  for (let breaks = Math.min(mostBreaks, gaps.length); breaks > 0; breaks -= 1) {
    const left = longest.slice(0, breaks);
    const parts = partsAt(
      inOrder,
      left.map(({ at }) => at),
    );
    const rest = inOrder.at(-1)! - inOrder[0]! - left.reduce((sum, { years }) => sum + years, 0);
    const isFew = Math.max(...parts.map(({ length }) => length)) < fewYears;
    if (left.at(-1)!.years > Math.max(rest, shortestBreak) * (isFew ? timesOfFew : 1))
      return parts.map((part) => ({ first: part[0]!, last: part.at(-1)! }));
  }
  return [{ first: inOrder[0]!, last: inOrder.at(-1)! }];
}

function partsAt(years: readonly number[], places: readonly number[]): number[][] {
  const ends = [0, ...places.toSorted((one, other) => one - other), years.length];
  return ends.slice(1).map((end, index) => years.slice(ends[index], end));
}
