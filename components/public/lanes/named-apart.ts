/** Which records of a lane of columns are named above it: as many as do not touch one another. */
import { cutAt } from "./lane-cover";
import type { YearLine } from "./year-line";

/** A record of a crowded lane that is named all the same. */
export interface NamedRecord {
  id: string;
  href: string;
  title: string;
  year: number;
}

export interface PlacedName extends NamedRecord {
  words: string;
  /** In percent of the width. */
  at: number;
  /** It stands before its year's column rather than behind it. */
  isBefore: boolean;
  /** There is room for it on a phone as well. */
  onPhone: boolean;
}

type Reach = readonly [from: number, to: number];

/** Widths of the plot in pixels, the narrowest there are: on a phone, and on a page. */
const [phone, page] = [320, 700];
/** A letter in pixels, generously, from a column's middle to its name, and between two names. */
const [letter, toName, gap] = [6.4, 5, 14];

/** So many letters of a title stand above the columns; a link to it says all. */
const longest = 32;

/** Those of `named`, the most important first, whose names have room beside those before them; none of before a break. */
export function namedApart(
  named: readonly NamedRecord[],
  { first, last, place }: Pick<YearLine, "first" | "last" | "place">,
): PlacedName[] {
  const kept: PlacedName[] = [];
  for (const one of named) {
    if (one.year < first || one.year >= last) continue;
    const title = cutAt(one.title, longest);
    const words = title.includes(String(one.year)) ? title : `${one.year} ${title}`;
    const at = place(one.year + 0.5);
    const found = [at > 55, at <= 55]
      .map((isBefore) => ({ ...one, words, at, isBefore, onPhone: false }))
      .find((name) => hasRoom(name, kept, page));
    if (!found) continue;
    const others = kept.filter(({ onPhone }) => onPhone);
    kept.push({ ...found, onPhone: hasRoom(found, others, phone) });
  }
  return kept;
}

function hasRoom(name: PlacedName, others: readonly PlacedName[], width: number): boolean {
  const [from, to] = reachOf(name, width);
  return (
    from >= 0 &&
    to <= width &&
    others.every((other) => {
      const [begin, end] = reachOf(other, width);
      return to + gap <= begin || end + gap <= from;
    })
  );
}

function reachOf({ words, at, isBefore }: PlacedName, width: number): Reach {
  const [x, long] = [(at / 100) * width, toName + words.length * letter];
  return isBefore ? [x - long, x] : [x, x + long];
}
