/** Which column of a pasted table is which field, by the words at its head. */
import { type HeadingStack, isHeading, namesIn, saysWhich } from "./heading-names";
import { standingIn, withoutStanding } from "./heading-standing";
import { saysScale, splitUnit, together, unitAlone } from "./heading-units";
import { valuationIn, withoutValuation } from "./heading-valuation";
import { type KnownNames, knownNames } from "./known-names";
import { openUnit } from "./open-unit";
import { unitOfTitle, unitsIn } from "./title-units";
import { isTitle } from "./titles";

/** A field as it may be called in the heads of tables. */
export interface NamedColumn {
  /** Null for a field of rows, which no one cell can hold: its names are no slips in those of columns. */
  path: string | null;
  /** Its own name, then what it may be called besides: what stands first of any field goes before what stands later. */
  names: readonly (readonly string[])[];
  /** Whether a cell says a value of the field, as no heading does; null where any text may be one. */
  reads?(cell: string): boolean | null;
}

export interface MatchedTable {
  /** Each column's heading as the table has it, of several lines put together; empty for a table without any. */
  headings: string[];
  /** Each column's field by its path; null where the heading tells none. */
  paths: (string | null)[];
  /**
   * What each column's amounts are in, as its heading says, how they are valued and how sure: "US$ million, FOB, provisional"; empty where it says nothing.
   * What speaks of a scale and cannot be read stands here too, so that no amount is read without it.
   */
  units: string[];
  /** The lines below the headings. */
  rows: string[][];
}

/** How many lines at the top may stand before the headings, and how many lines these may have. */
const limits = { before: 3, lines: 3 };

/** Headings that were tried: what they are, the lines that hold them, and how many columns they name. */
interface Head {
  found: Matched[];
  from: number;
  after: number;
  count: number;
}

/** Finds the headings of a table and what they name. The fields come in the order in which one is preferred. */
export function matchColumns(rows: readonly string[][], columns: readonly NamedColumn[]): MatchedTable {
  const names = knownNames(columns);
  let best: Head | null = null;
  for (let from = 0; from <= limits.before; from += 1) {
    // What stands above the headings is a title: a line of several cells is none.
    if (from > 0 && !isTitle(rows[from - 1] ?? [])) break;
    let above: Above = [];
    for (let count = 1; count <= limits.lines && from + count < rows.length; count += 1) {
      const after = from + count;
      if (isData(rows[after - 1]!, above, columns, names)) break;
      const lines = rows.slice(from, after);
      const stacks = stacked(lines);
      const found = matchAll(stacks, names);
      const below: Above = found.map(({ path }, at) => ({ path, stack: stacks[at]!.lines }));
      const known = found.filter(({ path }, at) => path !== null && !isRepeated(rows, after - 1, at)).length;
      const isBetter = best === null ? known > 0 : isBetterHead(rows, best, { from, count: known });
      if (isBetter && !goesOn(rows[after]!, below, columns, names))
        best = { found, from, after, count: known };
      above = below;
    }
  }
  if (!best) return unmatched(rows);
  const { found, from, after } = best;
  const lines = rows.slice(from, after);
  const below = unitsIn(rows[after] ?? []);
  const ofAll = unitOfTitle(rows.slice(0, from));
  const isPrintedAgain = (row: readonly string[]) => lines.some((line) => areSame(line, row));
  return {
    headings: stacked(lines.filter((line, at) => at === lines.length - 1 || !isSaidOfAll(line))).map(
      ({ lines }) => lines.join(" "),
    ),
    paths: found.map(({ path }) => path),
    units: found.map(({ unit, valuation, standing }, at) =>
      [unit || below?.[at] || ofAll, valuation, standing].filter(Boolean).join(", "),
    ),
    rows: withoutSections(rows.slice(below ? after + 1 : after)).filter(
      (row) => !isPrintedAgain(row) && !isAside(row, found, columns),
    ),
  };
}

/** Whether headings name more columns than those found before, or as many without a title among them. */
function isBetterHead(rows: readonly string[][], best: Head, one: Pick<Head, "from" | "count">): boolean {
  return one.count > best.count || (one.count === best.count && isBelowTitle(rows, best.from, one.from));
}

/** Whether one line lies below another with nothing but titles of one cell from that on. */
const isBelowTitle = (rows: readonly string[][], from: number, below: number) =>
  from < below && rows.slice(from, below).every((line) => line.filter(Boolean).length === 1);

const areSame = (one: readonly string[], other: readonly string[]) =>
  one.every((cell, at) => cell === other[at]);

/** Whether a line says one thing of all columns, as a title does. */
const isSaidOfAll = (line: readonly string[]) => line.length > 2 && new Set(line.filter(Boolean)).size <= 1;

/** Whether a column says the same again below a line, as values do, without the whole line being printed again. */
function isRepeated(rows: readonly string[][], line: number, at: number): boolean {
  const heading = rows[line]!;
  return rows.slice(line + 1).some((row) => row[at] === heading[at] && !areSame(row, heading));
}

/** What the lines above name by column, with their cells. */
type Above = readonly { path: string | null; stack: readonly string[] }[];

/** Whether a line says a value of any column that the lines above it name: it is none of the headings then. */
function isData(
  line: readonly string[],
  above: Above,
  columns: readonly NamedColumn[],
  names: KnownNames,
): boolean {
  return above.some(({ path, stack }, at) => {
    const cell = line[at] ?? "";
    const column = path === null || cell === "" ? undefined : columns.find((one) => one.path === path);
    if (!column) return false;
    const reads = column.reads?.(cell);
    if (reads !== null) return reads ?? false;
    // Below a heading of a column of text stands another one, or a value.
    return !stack.includes(cell) && !isHeading(cell, names) && !isHeading([...stack, cell].join(" "), names);
  });
}

/** Whether a line that is no data says below a heading which way or with whom, as "to Russia" does. */
function goesOn(
  line: readonly string[],
  above: Above,
  columns: readonly NamedColumn[],
  names: KnownNames,
): boolean {
  const says = ({ path, stack }: Above[number], at: number) =>
    path !== null && !stack.includes(line[at] ?? "") && saysWhich(line[at] ?? "");
  return above.some(says) && !isData(line, above, columns, names);
}

/** A table none of whose headings is known: its first line is taken for headings where it holds no figure, and others do. */
function unmatched(rows: readonly string[][]): MatchedTable {
  const [first = [], ...others] = rows;
  const isHead =
    first.every((cell) => cell !== "" && !/\d/.test(cell)) &&
    others.some((row) => row.some((cell) => /\d/.test(cell)));
  return {
    headings: first.map((cell) => (isHead ? cell : "")),
    paths: first.map(() => null),
    units: first.map((cell) => {
      const { unit, valuation, standing } = amountsIn([cell]);
      return isHead ? [unit, valuation, standing].filter(Boolean).join(", ") : "";
    }),
    rows: withoutSections(rows.slice(isHead ? 1 : 0)),
  };
}

/** Lines that say one thing across all columns are headings in between, or notes. */
function withoutSections(rows: readonly string[][]): string[][] {
  return rows.filter((row) => row.length < 3 || row.some((cell) => cell !== row[0]));
}

/** How notes below a table begin: "* Estimate", "1) …", "Source: …". */
const note = /^(?:[*†‡§\u00B9\u00B2\u00B3]|\(?\d{1,2}\)|[a-d]\/|(?:source|note)s?:)/iu;

/** Whether a line has but its first cell, which says no value of its column: a note, or a heading of the lines below. */
function isAside(
  row: readonly string[],
  found: readonly Matched[],
  columns: readonly NamedColumn[],
): boolean {
  const [only, ...others] = row.flatMap((cell, at) => (cell ? [at] : []));
  if (row.length < 3 || only !== 0 || others.length > 0) return false;
  const path = found[only]?.path ?? null;
  const column = path === null ? undefined : columns.find((one) => one.path === path);
  return note.test(row[only]!) || (column ? column.reads?.(row[only]!) === false : true);
}

/** Each column's headings from top to bottom; what stands above an empty place goes on over it. */
function stacked(lines: readonly string[][]): HeadingStack[] {
  const filled = lines.map((line, at) => {
    if (at === lines.length - 1) return line;
    let last = "";
    return line.map((cell) => (last = cell || last));
  });
  const upper = filled.slice(0, -1);
  return (lines[0] ?? []).map((_, column) => ({
    lines: [...new Set(filled.map((line) => line[column] ?? "").filter(Boolean))],
    isShared: upper.some((line) => [line[column - 1], line[column + 1]].includes(line[column])),
  }));
}

interface Matched extends SaidOfAmounts {
  path: string | null;
}

interface SaidOfAmounts {
  unit: string;
  valuation: string | null;
  standing: string | null;
}

/** What every column is; two are never the same: one whose unit can be read goes before one whose unit is open. */
function matchAll(stacks: readonly HeadingStack[], names: KnownNames): Matched[] {
  const used = new Set<string>();
  const found = stacks.map(({ lines }): Matched => ({ path: null, ...amountsIn(lines) }));
  const isOpen = (at: number) => openUnit(found[at]!.unit) !== null;
  const inTurn = [...stacks.keys()].sort((one, other) => Number(isOpen(one)) - Number(isOpen(other)));
  for (const at of inTurn) {
    const whole = stacks[at]!;
    const lines = whole.lines.map(withoutHow).filter(Boolean);
    const stack = lines.length > 0 ? { ...whole, lines } : whole;
    const path = [...namesIn(whole, names), ...namesIn(stack, names)]
      .flatMap((paths) => paths.filter((path) => path === null || !used.has(path)).slice(0, 1))
      .find((one) => one !== null);
    if (path) used.add(path);
    found[at]!.path = path ?? null;
  }
  return found;
}

/** A heading without how its goods are valued and how sure its figures are. */
const withoutHow = (line: string) => withoutStanding(withoutValuation(line));

/** What the headings of a column say of its amounts; where they speak of a scale and no unit can be read, what they say. */
function amountsIn(headings: readonly string[]): SaidOfAmounts {
  const lines = headings.map(withoutHow).filter(Boolean);
  const whole = lines.join(" ");
  const said = lines.map((line) => {
    const { unit, open } = splitUnit(line);
    return unitAlone(line) || together(open, unit);
  });
  const ofAll = splitUnit(whole);
  const [text] = [said.reduce(together, ""), ofAll.unit, ofAll.open].filter(Boolean);
  return {
    unit: text ?? (saysScale(whole) ? whole : ""),
    valuation: valuationIn(headings.join(" ")),
    standing: standingIn(headings.join(" ")),
  };
}
