/** From the lines of a pasted table to records as forms would have typed them. */
import { type Typed, typedRows } from "../fields/typed";
import type { Kind } from "../kinds/define-kind";
import type { KindKey } from "../kinds/registry";
import { below } from "../paths";
import type { Order } from "../date-vocabulary";
import { newRowId } from "../row-id";
import { withoutMark } from "../kinds/figure-standing";
import { type ChoiceWord, typedCell } from "./cells";
import { citationsField, columnsOf, type PasteColumn, partsOfColumn, standingColumn } from "./columns";
import type { Mark } from "./decimal-marks";
import { divideDays } from "./first-and-last";
import { spreadColumns } from "./spread";

/** A table with what its columns are. */
export interface TableOfKind {
  /** By column, the path of its field; null for one that is left out. */
  paths: readonly (string | null)[];
  units: readonly string[];
  /** By column of dates, in which order they stand; null where that is open or says nothing. */
  orders: readonly (Order | null)[];
  /** By column of amounts, which is the decimal mark; null where that is open or says nothing. */
  marks: readonly (Mark | null)[];
  rows: readonly (readonly string[])[];
}

/** What stands for every line: values by field for cells that are empty, and the source that is cited. */
export interface ForEveryLine {
  values: Readonly<Record<string, string>>;
  source: string | null;
}

export interface CellPlace {
  line: number;
  column: number;
}

export interface PastedRecord {
  /** The lines that it was made of, by their number from 0. */
  lines: number[];
  typed: Typed;
  /** The cell in which each value stood, by its path. */
  cells: Map<string, CellPlace>;
  /** Fields whose text is added to what stands, in place of which nothing is put. */
  adds: Set<string>;
}

interface Reading {
  table: TableOfKind;
  columns: readonly (PasteColumn | null)[];
  word: ChoiceWord;
}

/**
 * The records of a table's lines; the lines in `without`, by their number from 0, are left out. Where columns belong to the rows of
 * a field, lines one after another whose other cells are the same as in the first, or empty, make one record.
 */
export function recordsIn(
  kind: Kind,
  table: TableOfKind,
  every: ForEveryLine,
  word: ChoiceWord,
  without: ReadonlySet<number> = new Set(),
): PastedRecord[] {
  const known = new Map(columnsOf(kind).map((column) => [column.path, column]));
  const columns = table.paths.map((path) => (path === null ? null : (known.get(path) ?? null)));
  const reading = { table, columns, word };
  const records: PastedRecord[] = [];
  let last: { record: PastedRecord; own: string } | null = null;
  for (const [line] of table.rows.entries()) {
    if (without.has(line)) continue;
    const own = ownKey(reading, line);
    if (last && hasRows(columns) && (own === last.own || own === "")) {
      addRows(reading, line, last.record);
      continue;
    }
    const record = recordOf(kind, reading, line, every);
    records.push(record);
    last = { record, own };
  }
  return records;
}

const isOfRows = (column: PasteColumn | null) =>
  column !== null && column.rowsOf !== null && column.rowsOf !== citationsField;
const hasRows = (columns: Reading["columns"]) => columns.some(isOfRows);

/** What a line says of the record itself; empty where it says nothing. */
function ownKey({ table, columns }: Reading, line: number): string {
  const cells = columns.map((column, at) =>
    column && !isOfRows(column) ? (table.rows[line]?.[at] ?? "") : "",
  );
  return cells.some(Boolean) ? JSON.stringify(cells) : "";
}

function recordOf(kind: Kind, reading: Reading, line: number, every: ForEveryLine): PastedRecord {
  const { columns } = reading;
  const cells = new Map<string, CellPlace>();
  const typed: Typed = {};
  for (const [key, value] of Object.entries(every.values))
    if (value && key === standingColumn)
      for (const path of Object.values(kind.marked ?? {})) typed[path] ??= value;
    else if (value) typed[key] = value;
  columns.forEach((column, at) => {
    if (!column || column.rowsOf !== null) return;
    const { path, fills, spreads } = column;
    if (fills || spreads) return;
    cells.set(path, { line, column: at });
    const { value, standing } = markedCellOf(kind, reading, line, at);
    if (value) typed[path] = value;
    const beside = kind.marked?.[path];
    if (!beside || !standing) return;
    typed[beside] = standing;
    cells.set(beside, { line, column: at });
  });
  columns.forEach((column, at) => {
    const value = column?.fills ? cellOf(reading, line, at) : "";
    if (!value) return;
    for (const path of column?.fills?.filter((one) => !cells.has(one)) ?? []) {
      typed[path] = value;
      cells.set(path, { line, column: at });
    }
  });
  const record = { lines: [], typed, cells, adds: new Set<string>() };
  divideDays(kind, record);
  spreadCells(kind, reading, line, record);
  if (kind.cited && every.source) typed[citationsField] = [cited(reading, line, every.source, cells)];
  addRows(reading, line, record);
  return record;
}

/** Puts what the cells say that belong to no one field where it belongs. */
function spreadCells(kind: Kind, reading: Reading, line: number, record: PastedRecord): void {
  const { typed, cells, adds } = record;
  const { table, columns } = reading;
  const said = (key: string) => (cells.has(key) ? asText(typed[key]) : "");
  for (const column of spreadColumns[kind.key as KindKey] ?? []) {
    const at = columns.findIndex((one) => one?.spreads === column);
    const cell = at < 0 ? "" : cellOf(reading, line, at);
    if (!cell) continue;
    const place = { line, column: at };
    const values = column.spread(cell, { typed, said, order: table.orders[at] ?? null });
    for (const [key, value] of Object.entries(values)) {
      if (typeof value === "string") {
        if (typed[key] !== value) cells.set(key, place);
        if (column.adds === key) adds.add(key);
        typed[key] = value;
        continue;
      }
      const before = new Map(typedRows(typed[key]).map((row) => [row.id, row]));
      typed[key] = typedRows(value).map((row): Typed => {
        const id = asText(row.id) || newRowId();
        for (const inner of Object.keys(row))
          if (row[inner] !== before.get(id)?.[inner]) cells.set(below(key, id, inner), place);
        return { ...row, id };
      });
    }
  }
}

const asText = (value: unknown) => (typeof value === "string" ? value : "");

function cellOf(reading: Reading, line: number, at: number): string {
  return typedIn(reading, at, reading.table.rows[line]?.[at] ?? "");
}

/** What a form would hold for a cell of a column. */
function typedIn({ table, columns, word }: Reading, at: number, cell: string): string {
  const column = columns[at];
  if (!column) return "";
  const [unit, order, mark] = [table.units[at] ?? "", table.orders[at] ?? null, table.marks[at] ?? null];
  return typedCell({ ...column, unit, order, mark, word }, cell);
}

/** What a cell holds, and what its mark says where its column is of figures that may have one: "64.6p". */
function markedCellOf({ marked = {} }: Kind, reading: Reading, line: number, at: number) {
  const { table, columns } = reading;
  if (!Object.hasOwn(marked, columns[at]?.path ?? ""))
    return { value: cellOf(reading, line, at), standing: null };
  const { figure, standing } = withoutMark(table.rows[line]?.[at] ?? "");
  return { value: typedIn(reading, at, figure), standing };
}

/** The citation of a line, with what its columns say of the place in the source. */
function cited(reading: Reading, line: number, source: string, cells: Map<string, CellPlace>): Typed {
  return { source, ...rowIn(reading, line, citationsField, cells) };
}

/** The values that a line holds for a row of a field, with an id of its own. */
function rowIn(reading: Reading, line: number, field: string, cells: Map<string, CellPlace>): Typed {
  const row: Typed = { id: newRowId() };
  reading.columns.forEach((column, at) => {
    if (column?.rowsOf !== field) return;
    const { inner = "" } = partsOfColumn(column.path);
    row[inner] = cellOf(reading, line, at);
    cells.set(below(field, String(row.id), inner), { line, column: at });
  });
  return row;
}

/** Adds to a record the rows that a line holds. */
function addRows(reading: Reading, line: number, record: PastedRecord): void {
  record.lines.push(line);
  const { cells } = record;
  const fields = new Set(reading.columns.flatMap((column) => (isOfRows(column) ? [column!.rowsOf!] : [])));
  for (const field of fields) {
    const row = rowIn(reading, line, field, cells);
    if (Object.entries(row).some(([key, value]) => key !== "id" && value !== ""))
      record.typed[field] = [...typedRows(record.typed[field]), row];
  }
}
