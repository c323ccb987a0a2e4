/** How sure the figures of a line are that say nothing of it themselves. */
import type { Kind } from "../kinds/define-kind";
import { cellOf, markedCellOf, type Reading } from "./reading-cells";
import type { PastedRecord } from "./records";

/**
 * Marks the figures that a line has and that no cell of theirs marks: by a column for that, by the mark of its year, else by what holds for
 * every line. What is not known is not provisional either.
 */
export function standingOfLine(
  kind: Kind,
  reading: Reading,
  line: number,
  record: PastedRecord,
  ofEveryLine: string,
): void {
  const { cells, typed } = record;
  const { marked = {}, series } = kind;
  const ofFigures = Object.entries(marked).flatMap(([figure, path]) => (typed[figure] ? [path] : []));
  reading.columns.forEach((column, at) => {
    const place = { line, column: at };
    const isOfYear = series !== null && column?.path === series.along;
    const value = isOfYear
      ? markedCellOf(reading, place).standing
      : column?.fills
        ? cellOf(reading, place)
        : "";
    if (!value) return;
    for (const path of ofFigures.filter((one) => !cells.has(one))) {
      typed[path] = value;
      cells.set(path, place);
    }
  });
  if (ofEveryLine) for (const path of ofFigures) typed[path] ??= ofEveryLine;
}
