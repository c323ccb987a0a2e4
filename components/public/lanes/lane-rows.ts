/** Marks of one lane of the years, set in rows so that neither they nor their labels lie on one another. */
import { type Cover, coverOf, isClear, type LabelPlace, labelsOf, type LaneItem } from "./lane-cover";
import type { YearLine } from "./year-line";

export interface PlacedItem extends LaneItem {
  row: number;
  /** None where there is no room for it. */
  label: LabelPlace | null;
  /** The title as far as a phone has room for it; a wider page has room for all of it. */
  short: string;
  /** A phone has no room for the labels of its lane. */
  wideOnly?: boolean;
}

/** More rows than these would be a list, and the list stands below. */
const rowLimit = 10;
/** So many rows more than marks alone need leave no gaps worth speaking of on a phone. */
const fewRows = 2;
const allRows = Array.from({ length: rowLimit }, (_, row) => row);

/**
 * Each item, the oldest first, in the first row with room for it and its label. Where so many would need more than
 * `rowLimit`, marks come first, upon the lines of what lasted where need be. Of a lane either every mark has its label or
 * none has: one that is left without would be taken for another's. Where a phone has no room for them, a page shows them
 * that has, if they take hardly more rows than the marks alone: these stand on the phone in the same rows.
 */
export function inRows(items: readonly LaneItem[], line: YearLine): PlacedItem[] {
  // As in the chronicle: what is known to the day comes before the year that holds it.
  const inOrder = [...items].sort((one, other) => one.span.begin.to - other.span.begin.to);
  const placed = labelled(inOrder, line) ?? crowded(inOrder, line);
  if (isLabelled(placed)) return placed;
  const alone = crowded(inOrder, line, { labels: false });
  const wide = labelled(inOrder, line, true);
  if (wide && isLabelled(wide) && heightOf(wide) <= heightOf(alone) + fewRows)
    return wide.map((one) => ({ ...one, wideOnly: true }));
  return alone;
}

const isLabelled = (placed: readonly PlacedItem[]) => placed.every(({ label }) => label);
const heightOf = (placed: readonly PlacedItem[]) => Math.max(0, ...placed.map(({ row }) => row));

function labelled(items: readonly LaneItem[], line: YearLine, wideOnly = false): PlacedItem[] | null {
  const rows: Cover[][] = allRows.map(() => []);
  const placed: PlacedItem[] = [];
  for (const item of items) {
    const choices = labelsOf(item, line, wideOnly);
    // Rows are dearer than whole titles; what never has room for a label stands without one.
    const options = choices.length > 0 ? choices : [{ ...bare(item), cover: coverOf(item, line) }];
    const found = allRows
      .flatMap((row) => options.map((option) => ({ ...option, row })))
      .find(({ row, cover }) => rows[row]!.every((other) => isClear(cover, other, false)));
    if (!found) return null;
    const { cover, ...place } = found;
    rows[found.row]!.push(cover);
    placed.push({ ...item, ...place });
  }
  return placed;
}

function crowded(items: readonly LaneItem[], line: YearLine, { labels } = { labels: true }): PlacedItem[] {
  const rows: Cover[][] = allRows.map(() => []);
  // Lines are drawn first: the marks of what took a moment lie on them.
  const lasting = [...items].sort((one, other) => Number(!one.span.end) - Number(!other.span.end));
  const marks = lasting.map((item) => {
    const cover = coverOf(item, line);
    const row = allRows.find((one) => rows[one]!.every((other) => isClear(cover, other, true)));
    rows[row ?? rowLimit - 1]!.push(cover);
    return { item, cover, row: row ?? rowLimit - 1 };
  });
  if (!labels) return marks.map(({ item, row }) => ({ ...item, ...bare(item), row }));
  return marks.map(({ item, cover: own, row }) => {
    const others = rows[row]!.filter((one) => one !== own);
    const found = labelsOf(item, line).find(({ cover }) => others.every((one) => isClear(cover, one, false)));
    if (!found) return { ...item, ...bare(item), row };
    const { cover, ...place } = found;
    rows[row] = [...others, cover];
    return { ...item, ...place, row };
  });
}

const bare = ({ title }: LaneItem) => ({ label: null, short: title });
