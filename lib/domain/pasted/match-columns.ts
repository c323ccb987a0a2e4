/** Which column of a pasted table is which field, by the words at its head. */
import { currencyCodes } from "../currencies";
import { readTypedAmount } from "../typed-amount";
import { fieldsNamed, type KnownNames, knownNames, longestHeading } from "./known-names";

/** A field as it may be called in the heads of tables. */
export interface NamedColumn {
  /** Null for a field of rows, which no one cell can hold: its names are no slips in those of columns. */
  path: string | null;
  /** Its own name, then what it may be called besides: what stands first of any field goes before what stands later. */
  names: readonly (readonly string[])[];
  /** Whether a cell says a value of the field, as no heading does; without it no cell is known to. */
  reads?(cell: string): boolean;
}

export interface MatchedTable {
  /** Each column's heading as the table has it, of several lines put together; empty for a table without any. */
  headings: string[];
  /** Each column's field by its path; null where the heading tells none. */
  paths: (string | null)[];
  /** What each column's amounts are in, as its heading says: "US$ million"; empty where it says nothing. */
  units: string[];
  /** The lines below the headings. */
  rows: string[][];
}

/** How many lines at the top may stand before the headings, and how many lines these may have. */
const limits = { before: 3, lines: 3 };

/** Finds the headings of a table and what they name. The fields come in the order in which one is preferred. */
export function matchColumns(rows: readonly string[][], columns: readonly NamedColumn[]): MatchedTable {
  const names = knownNames(columns);
  let best: { found: Matched[]; headings: string[]; after: number; count: number } | null = null;
  for (let from = 0; from <= limits.before; from += 1) {
    let above: Matched[] = [];
    for (let lines = 1; lines <= limits.lines && from + lines < rows.length; lines += 1) {
      if (isData(rows[from + lines - 1]!, above, columns)) break;
      const stacks = stacked(rows.slice(from, from + lines));
      const found = matchAll(stacks, names);
      const count = found.filter(({ path }) => path !== null).length;
      if (count > (best?.count ?? 0))
        best = { found, count, headings: stacks.map((stack) => stack.join(" ")), after: from + lines };
      above = found;
    }
  }
  if (best) {
    const { found, headings, after } = best;
    const below = unitsIn(rows[after] ?? []);
    return {
      headings,
      paths: found.map(({ path }) => path),
      units: found.map(({ unit }, at) => unit || (below?.[at] ?? "")),
      rows: withoutSections(rows.slice(below ? after + 1 : after)),
    };
  }
  return unmatched(rows);
}

/** Whether a line says a value of any column that the lines above it name: it is none of the headings then. */
function isData(
  line: readonly string[],
  above: readonly Matched[],
  columns: readonly NamedColumn[],
): boolean {
  return above.some(({ path }, at) => {
    const cell = line[at] ?? "";
    return path !== null && cell !== "" && columns.some((one) => one.path === path && one.reads?.(cell));
  });
}

/** What a line that holds nothing but units says of each column, of all where only its first cell is filled; null for any other line. */
function unitsIn(line: readonly string[]): string[] | null {
  // A figure is no unit, although "000 EUR" in a heading is one.
  const units = line.map((cell) => (/\d/.test(cell) ? "" : unitOf(cell.replace(/^[([]|[)\]]$/g, "").trim())));
  const filled = line.filter(Boolean).length;
  if (filled === 0 || units.filter(Boolean).length !== filled) return null;
  const [first = ""] = units;
  return first && filled === 1 ? units.map(() => first) : units;
}

/** A table none of whose headings is known: its first line is taken for headings where it holds no figure. */
function unmatched(rows: readonly string[][]): MatchedTable {
  const [first = []] = rows;
  const isHead = rows.length > 1 && first.every((cell) => cell !== "" && !/\d/.test(cell));
  return {
    headings: first.map((cell) => (isHead ? cell : "")),
    paths: first.map(() => null),
    units: first.map((cell) => (isHead ? splitUnit(cell).unit : "")),
    rows: withoutSections(rows.slice(isHead ? 1 : 0)),
  };
}

/** Lines that say one thing across all columns are headings in between, or notes. */
function withoutSections(rows: readonly string[][]): string[][] {
  return rows.filter((row) => row.length < 3 || row.some((cell) => cell !== row[0]));
}

/** Each column's headings from top to bottom; what stands above an empty place goes on over it. */
function stacked(lines: readonly string[][]): string[][] {
  const filled = lines.map((line, at) => {
    if (at === lines.length - 1) return line;
    let last = "";
    return line.map((cell) => (last = cell || last));
  });
  return (lines[0] ?? []).map((_, column) => [
    ...new Set(filled.map((line) => line[column] ?? "").filter(Boolean)),
  ]);
}

interface Matched {
  path: string | null;
  unit: string;
}

/** What every column is; two are never the same. */
function matchAll(stacks: readonly string[][], names: KnownNames): Matched[] {
  const used = new Set<string>();
  return stacks.map((stack) => {
    const heading = stack.join(" ");
    const unit = stack.map((line) => splitUnit(line).unit).find(Boolean) ?? splitUnit(heading).unit;
    const path = readings(stack)
      .flatMap((one) =>
        fieldsNamed(one, names)
          .filter((path) => path === null || !used.has(path))
          .slice(0, 1),
      )
      .find((one) => one !== null);
    if (path) used.add(path);
    return { path: path ?? null, unit };
  });
}

/** The ways to read a heading of several lines: all of it, the lowest alone, the highest alone; each without its unit too. */
function readings(stack: readonly string[]): string[] {
  const whole = stack.join(" ");
  const bare = stack.map((line) => splitUnit(line).name).join(" ");
  const [top = "", bottom = ""] = [stack[0], stack.at(-1)];
  return [whole, bare, bottom, splitUnit(bottom).name, top, splitUnit(top).name];
}

/** "Exports (US$ million)" and "Exports, mln USD" are a name and the unit of its amounts. */
function splitUnit(heading: string): { name: string; unit: string } {
  if (heading.length > longestHeading) return { name: heading, unit: "" };
  const closing = { ")": "(", "]": "[" }[heading.at(-1) ?? ""];
  const at = closing ? heading.lastIndexOf(closing) : heading.lastIndexOf(",");
  if (at <= 0) return { name: heading, unit: "" };
  const inside = heading.slice(at + 1, closing ? -1 : undefined).trim();
  const unit = unitOf(inside);
  // Behind a comma may stand anything; in brackets at the end is what the name can do without.
  if (!unit && !closing) return { name: heading, unit: "" };
  return { name: heading.slice(0, at).trim(), unit };
}

/** What amounts are in by a text as "in US$ million"; empty where it is no such text. */
function unitOf(text: string): string {
  const unit = text.replace(/^in /i, "");
  const read = readTypedAmount(`1 ${unit}`, { currencies: currencyCodes });
  return read.ok && (read.amount !== "1" || read.currencies.length > 0) ? unit : "";
}
