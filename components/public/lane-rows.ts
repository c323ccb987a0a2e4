/** Marks of one lane of the years, set in rows so that neither they nor their labels lie on one another. */
import type { Span, YearLine } from "./year-line";

export interface LaneItem {
  id: string;
  href: string;
  title: string;
  /** Its date in words. */
  date: string;
  year: number;
  span: Span;
}

export interface PlacedItem extends LaneItem {
  row: number;
  /** On which side of the mark its label stands; none where there is no room for it. */
  label: "right" | "left" | null;
  /** The title as far as a phone has room for it; a wider page has room for all of it. */
  short: string;
}

/** Widths of the plot in pixels, the narrowest there are: on a phone, and from where whole titles are shown. */
const [phone, page] = [320, 700];
/** A letter of a label, in pixels, generously: it may be set in another typeface than ours. */
const letter = 6.4;
/** Half a mark, and from its middle to the label. */
const [halfMark, toLabel] = [8, 10];
/** How many letters of a title a phone may show, the most first. */
const cuts = [36, 30, 24, 18];
/** More rows than these would be a list, and the list stands below. */
const mostRows = 10;

type Reach = readonly [from: number, to: number];

/** Each item, the oldest first, in the first row with room for it and its label; past `mostRows` without labels. */
export function inRows(items: readonly LaneItem[], line: YearLine): PlacedItem[] {
  const rows: (readonly Reach[])[][] = [];
  const isFree = (row: number, reaches: readonly Reach[]) =>
    (rows[row] ?? []).every((taken) => taken.every((one, layout) => !overlap(one, reaches[layout]!)));
  // As in the chronicle: what is known to the day comes before the year that holds it.
  const inOrder = [...items].sort((one, other) => one.span.begin.to - other.span.begin.to);
  return inOrder.map((item) => {
    const { row, label, short, reaches } = placesOf(item, line).find((one) => {
      return isFree(one.row, one.reaches);
    }) ?? { row: mostRows - 1, label: null, short: item.title, reaches: [] };
    rows[row] = [...(rows[row] ?? []), reaches];
    return { ...item, row, label, short };
  });
}

/** Where a mark can stand, the best place first: a label matters more than few rows, and they than whole titles. */
function placesOf(item: LaneItem, line: YearLine) {
  const labels = cuts.flatMap((cut) =>
    (["right", "left"] as const).flatMap((label) => {
      const short = cutAt(item.title, cut);
      const narrow = reachOf(item, label, short.length, line, phone);
      const wide = reachOf(item, label, item.title.length, line, page);
      return narrow && wide ? [{ label, short, reaches: [narrow, wide] }] : [];
    }),
  );
  const bare = [phone, page].map((width) => reachOf(item, null, 0, line, width)!);
  const fitting = labels.filter(({ short }) => short.length === labels[0]?.short.length);
  return [fitting, [{ label: null, short: item.title, reaches: bare }]].flatMap((choices) =>
    Array.from({ length: mostRows }, (_, row) => choices.map((one) => ({ ...one, row }))).flat(),
  );
}

/** From where to where a mark and its label reach on a plot of a width, null where the label would leave it. */
function reachOf(
  { span: { begin, end } }: LaneItem,
  label: "right" | "left" | null,
  letters: number,
  line: YearLine,
  width: number,
): Reach | null {
  const at = (time: number) => (line.place(time) / 100) * width;
  const mark: Reach = [at(begin.from) - halfMark, at(end?.to ?? begin.to) + halfMark];
  // The year stands before the title.
  const words = (letters + 5) * letter;
  if (label === "left") {
    const from = at(begin.from) - toLabel - words;
    return from < 0 ? null : [from, mark[1]];
  }
  if (label === "right") {
    const to = at(begin.to) + toLabel + words;
    // What lasts has its label on its line, which must show behind it.
    return to > (end ? at(end.from) - 2 * toLabel : width) ? null : [mark[0], Math.max(to, mark[1])];
  }
  return mark;
}

const overlap = (one: Reach, other: Reach) => one[0] < other[1] && other[0] < one[1];

/** A title cut after the last word within so many letters. */
function cutAt(title: string, letters: number): string {
  if (title.length <= letters) return title;
  const space = title.lastIndexOf(" ", letters - 1);
  return `${title.slice(0, space > 0 ? space : letters - 1).replace(/[,;:–-]$/, "")}…`;
}
