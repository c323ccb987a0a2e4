/** What a mark of a lane and its label cover, on the narrowest phone and on the narrowest page. */
import type { Span, YearLine } from "./year-line";

export interface LaneItem {
  id: string;
  href: string;
  title: string;
  /** Its date in words. */
  date: string;
  year: number;
  span: Span;
  /** Up to when what goes on is known to, in years: by its own dates and sources. */
  known: number;
  /** Another source gives another date. */
  isDisputed?: boolean;
}

/** Where a label stands: on the line of what lasted, after the mark or before it. */
export type LabelPlace = "inline" | "right" | "left";

/** Widths of the plot in pixels, the narrowest there are: on a phone, and from where whole titles are shown. */
const [phone, page] = [320, 700];
/** A letter of a label, in pixels, generously: it may be set in another typeface than ours. */
const letter = 6.4;
/** Half a mark, and from its middle to the label. */
const [halfMark, toLabel] = [8, 10];
/** How many letters of a title a phone may show, the most first. */
const cuts = [36, 30, 24, 18];
type Reach = readonly [from: number, to: number];

/** What an item covers, on a phone and on a page: marks and label, and a line on which others' marks may lie. */
export interface Cover {
  solid: readonly (readonly Reach[])[];
  line: readonly Reach[];
}

/**
 * The places for an item's label that lie within the plot, with as much of its title as a phone has room for; `wideOnly` asks
 * for those that a page has room for, whatever a phone has.
 */
export function labelsOf(item: LaneItem, line: YearLine, wideOnly = false) {
  const { begin, end } = item.span;
  for (const cut of wideOnly ? [item.title.length] : cuts) {
    const short = cutAt(item.title, cut);
    const fitting = (["inline", "right", "left"] as const).flatMap((label) => {
      const words = [short, item.title].map((title, index): Reach | null => {
        const width = [phone, page][index]!;
        const at = (time: number) => (line.place(time) / 100) * width;
        // The year stands before the title.
        const long = (title.length + 5) * letter;
        const last = at(end?.to ?? begin.to);
        if (label === "left") return within([at(begin.from) - toLabel - long, at(begin.from)], 0, width);
        if (label === "right") return within([last, last + toLabel + long], 0, width);
        // The line must show behind its label.
        return end && within([at(begin.to), at(begin.to) + toLabel + long], 0, at(end.from) - 2 * toLabel);
      });
      if (words.some((one, index) => !one && !(wideOnly && index === 0))) return [];
      const { solid, line: drawn } = coverOf(item, line);
      const cover: Cover = {
        solid: solid.map((some, index) => (wideOnly && index === 0 ? some : [...some, words[index]!])),
        line: drawn,
      };
      return [{ label, short, cover }];
    });
    if (fitting.length > 0) return fitting;
  }
  return [];
}

const within = (reach: Reach, from: number, to: number) =>
  reach[0] >= from && reach[1] <= to ? reach : null;

/** What its marks and its line cover. */
export function coverOf({ span: { begin, end } }: LaneItem, line: YearLine): Cover {
  const reach = (width: number, from: number, to: number): Reach => [
    (line.place(from) / 100) * width - halfMark,
    (line.place(to) / 100) * width + halfMark,
  ];
  return {
    solid: [phone, page].map((width) =>
      [begin, ...(end ? [end] : [])].map(({ from, to }) => reach(width, from, to)),
    ),
    line: end ? [phone, page].map((width) => reach(width, begin.from, end.to)) : [],
  };
}

/** Whether two items in one row leave each other alone; `lenient` lets marks lie on lines. */
export function isClear(one: Cover, other: Cover, lenient: boolean): boolean {
  return [0, 1].every((layout) => {
    const lines = [one, other].map(({ line }) => line.slice(layout, layout + 1));
    const solids = [one, other].map(({ solid }) => solid[layout]!);
    const pairs: [readonly Reach[] | undefined, readonly Reach[] | undefined][] = [
      [solids[0], solids[1]],
      [lines[0], lines[1]],
      ...(lenient
        ? []
        : ([
            [solids[0], lines[1]],
            [lines[0], solids[1]],
          ] as [Reach[], Reach[]][])),
    ];
    return !pairs.some(([some = [], rest = []]) => some.some((a) => rest.some((b) => overlap(a, b))));
  });
}

const overlap = (one: Reach, other: Reach) => one[0] < other[1] && other[0] < one[1];

/** A title cut after the last word within so many letters. */
export function cutAt(title: string, letters: number): string {
  if (title.length <= letters) return title;
  const space = title.lastIndexOf(" ", letters - 1);
  return `${title.slice(0, space > 0 ? space : letters - 1).replace(/[,;:–-]$/, "")}…`;
}
