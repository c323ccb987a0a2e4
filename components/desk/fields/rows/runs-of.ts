import type { Typed } from "@/lib/domain/fields/typed";
import type { Keyed } from "../use-keyed-list";

/** A row and its place among the rows of its field. */
export interface PlacedRow extends Keyed<Typed> {
  index: number;
}

/** Rows that follow one another and are folded, or one row that is open. */
export interface Run {
  isOpen: boolean;
  rows: [PlacedRow, ...PlacedRow[]];
}

/** The rows of a field in their order, those that are folded drawn together. */
export function runsOf(list: readonly Keyed<Typed>[], isOpen: (key: string) => boolean): Run[] {
  const runs: Run[] = [];
  list.forEach((one, index) => {
    const row = { ...one, index };
    const last = runs.at(-1);
    const opened = isOpen(one.key);
    if (last && !last.isOpen && !opened) last.rows.push(row);
    else runs.push({ isOpen: opened, rows: [row] });
  });
  return runs;
}
