/** Tables with a year at the head of each column: turned, so that each year has a line. */
import { splitUnit, unitAlone } from "./heading-units";

/** How many lines may stand above the years, and how many columns before them. */
const limits = { above: 4, before: 3 };

/** Fewer years at the top may be data. */
const leastPeriods = 2;

/** "2019", "2013-14", "FY2015", "2021 (p)", "2022*". */
const period =
  /^(?:FY ?)?(?:1[5-9]|20)\d\d(?:[-/–](?:\d{2}|\d{4}))? ?(?:[(*]?\p{L}{0,5}\.?[)*]?|[¹²³⁴-⁹]+)$/iu;

const isPeriod = (cell: string) => period.test(cell);

/** Where the years of a table stand. */
interface Head {
  line: number;
  /** The first column of a year. */
  from: number;
}

/**
 * A table with its years across, turned: its title, a line of headings that begins with `along`, and a line for each year. Null where
 * no line at its top is one of years, and where it would have more columns than `most`.
 */
export function turnedTable(rows: readonly string[][], along: string, most: number): string[][] | null {
  const head = headOf(rows);
  if (!head) return null;
  const { line, from } = head;
  const top = rows[line]!;
  const below = rows.slice(line + 1);
  const says = (row: readonly string[]) => row.slice(from).some((cell) => cell !== "");
  const series = below.filter(says);
  if (series.length === 0 || series.length >= most || below.some(([first = ""]) => isPeriod(first)))
    return null;
  const unit = unitAlone(top[0] ?? "");
  const headings = series.map((row) => headingOf(row.slice(0, from), unit));
  const sections = series.map((row) => sectionOver(below, row, says));
  const places = top.flatMap((cell, at) => (at >= from && cell !== "" ? [at] : []));
  const width = series.length + 1;
  const padded = (row: readonly string[]) => Array.from({ length: width }, (_, at) => row[at] ?? "");
  return [
    ...rows.slice(0, line).map((row) => padded([row.find(Boolean) ?? ""])),
    ...(sections.some(Boolean) ? [["", ...sections]] : []),
    [along, ...headings],
    ...places.map((at) => [top[at]!, ...series.map((row) => row[at] ?? "")]),
    // What stands below the table, as its notes do.
    ...below.slice(below.lastIndexOf(series.at(-1)!) + 1).map(padded),
  ];
}

function headOf(rows: readonly string[][]): Head | null {
  for (let line = 0; line <= limits.above && line < rows.length - 1; line += 1) {
    const cells = rows[line]!;
    const from = cells.findIndex(isPeriod);
    const years = from < 0 ? [] : cells.slice(from).filter(Boolean);
    if (from > 0 && from <= limits.before && years.length >= leastPeriods && years.every(isPeriod))
      return { line, from };
    // Above the years stands a title, of one cell.
    if (new Set(cells.filter(Boolean)).size > 1) return null;
  }
  return null;
}

const isNumberOfLine = /^\d{1,3}[.)]?$/;

/** What heads a line: its first cell, and its unit where a cell beside it or the corner of the table says one. */
function headingOf(cells: readonly string[], corner: string): string {
  const units = cells.slice(1).filter((cell) => unitAlone(cell) !== "");
  const name = cells
    .filter((cell) => cell !== "" && !units.includes(cell) && !isNumberOfLine.test(cell))
    .join(" ");
  const unit = units[0] ?? (splitUnit(name).unit ? "" : corner);
  return unit ? `${name} (${unit})` : name;
}

/** The line without figures that stands over a line of some. */
function sectionOver(
  below: readonly string[][],
  row: readonly string[],
  says: (row: readonly string[]) => boolean,
): string {
  const above = below.slice(0, below.indexOf(row as string[])).findLast((one) => !says(one));
  return above?.[0] ?? "";
}
