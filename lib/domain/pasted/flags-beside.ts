/** Columns of flags that databases set beside each column of figures, without a heading: "102300 | p". */
import { standingNamed } from "../kinds/figure-standing";

/** Eurostat's flags, of which some stand together: "bep". */
const flag = /^[a-z]{1,3}$/u;
const figure = /\d/;

/** A table without its columns of flags, and which flags are said in it no more. */
export interface WithoutFlags {
  rows: string[][];
  leftOut: string[];
}

/**
 * A table without its columns of flags: what they say of how sure a figure is stands behind it then, and other flags are left out. A column is one of
 * flags where it has no heading and nothing but flags, each beside a figure or beside none. Null for a table without such a column.
 */
export function withoutFlags(rows: readonly string[][]): WithoutFlags | null {
  const headLines = Math.max(
    1,
    rows.findIndex((row) => row.slice(1).some((cell) => figure.test(cell) && !isYear(cell))),
  );
  const width = rows[0]?.length ?? 0;
  const flags = Array.from({ length: width }, (_, at) => at > 0 && isOfFlags(rows, at, headLines));
  if (!flags.includes(true)) return null;
  const letters = rows
    .slice(headLines)
    .flatMap((row) => row.flatMap((cell, at) => (flags[at] ? [...cell] : [])));
  return {
    rows: rows.map((row) =>
      row.flatMap((cell, at) => (flags[at] ? [] : [flags[at + 1] ? marked(cell, row[at + 1]!) : cell])),
    ),
    leftOut: [...new Set(letters)].filter((one) => !standingNamed(one)).sort(),
  };
}

const isYear = (cell: string) => /^(?:1[5-9]|20)\d\d$/.test(cell);

function isOfFlags(rows: readonly string[][], at: number, headLines: number): boolean {
  const [heads, below] = [rows.slice(0, headLines), rows.slice(headLines)];
  const filled = below.filter((row) => row[at] !== "");
  return (
    filled.length > 0 &&
    heads.every((row) => row[at] === "") &&
    filled.every((row) => flag.test(row[at]!) && (figure.test(row[at - 1]!) || /^[:.]*$/.test(row[at - 1]!)))
  );
}

/** A figure with the flags that are marks of how sure it is. */
function marked(cell: string, flags: string): string {
  const mark = [...flags].find((one) => standingNamed(one));
  return mark && figure.test(cell) ? `${cell} ${mark}` : cell;
}
