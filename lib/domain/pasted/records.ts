/** From the lines of a pasted table to records as forms would have typed them. */
import { type Typed, typedRows } from "../fields/typed";
import type { Kind } from "../kinds/define-kind";
import { isCountry } from "../countries";
import { isDash } from "../dashes";
import { below } from "../paths";
import type { Order } from "../date-vocabulary";
import type { Problem } from "../record";
import { newRowId } from "../row-id";
import { sideOf, type Sides } from "../sides";
import { type ChoiceWord, choicesIn } from "./cells";
import { citationsField, columnsOf, type PasteColumn, partsOfColumn, standingColumn } from "./columns";
import type { CommaMeaning } from "./comma-meanings";
import { isOpenList } from "./commas";
import type { DashMeaning } from "./dash-meanings";
import type { Mark } from "./decimal-marks";
import { divideDays } from "./first-and-last";
import type { FiscalNaming } from "./fiscal-namings";
import { reporterField } from "./flow-columns";
import { standingIn } from "./heading-standing";
import { valuationIn } from "./heading-valuation";
import { isNotKnown } from "./nothing-said";
import { asText, cellOf, markedCellOf, type Reading } from "./reading-cells";
import { isSpread, spreadCells, spreadOverRows } from "./spread-cells";
import { standingOfLine } from "./standing-of-line";

/** A table with what its columns are. */
export interface TableOfKind {
  /** By column, the path of its field; null for one that is left out. */
  paths: readonly (string | null)[];
  units: readonly string[];
  /** By column of dates, in which order they stand; null where that is open or says nothing. */
  orders: readonly (Order | null)[];
  /** By column of amounts, which is the decimal mark; null where that is open or says nothing. */
  marks: readonly (Mark | null)[];
  /** By column of lists, what a comma means; null where that is open or makes no difference. */
  commas?: readonly (CommaMeaning | null)[];
  /** What dashes say among amounts; null where that is open or there are none. */
  dash?: DashMeaning | null;
  /** What fiscal years are named by that are named by one year; null where that is open or there are none. */
  fiscal?: FiscalNaming | null;
  /** The sides of the table's dossier; null for records of none. */
  sides?: Sides | null;
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
  /** What has to be told before all that its cells say can be kept, by the path of the column's field. */
  problems: Problem[];
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
  for (const record of records) spreadOverRows(kind, reading, record);
  return records;
}

const isOfRows = (column: PasteColumn | null) =>
  column !== null && column.rowsOf !== null && column.rowsOf !== citationsField;
/** Whether a line's cell is of the line's rows rather than of the record itself, as a depositary beside an action. */
const isOfLine = ({ spreads }: PasteColumn, columns: Reading["columns"]) =>
  spreads?.ofRows !== undefined && columns.some((one) => one?.rowsOf === spreads.ofRows?.field);
const hasRows = (columns: Reading["columns"]) => columns.some(isOfRows);

/** What a line says of the record itself; empty where it says nothing. */
function ownKey({ table, columns }: Reading, line: number): string {
  const said = (cell = "") => (isDash(cell.trim()) || isNotKnown(cell) ? "" : cell);
  const cells = columns.map((column, at) =>
    column && !isOfRows(column) && !isOfLine(column, columns) ? said(table.rows[line]?.[at]) : "",
  );
  return cells.some(Boolean) ? JSON.stringify(cells) : "";
}

function recordOf(kind: Kind, reading: Reading, line: number, every: ForEveryLine): PastedRecord {
  const typed: Typed = {};
  for (const [key, value] of Object.entries(every.values))
    if (value && key !== standingColumn) typed[key] = value;
  const record: PastedRecord = { lines: [], typed, cells: new Map(), adds: new Set(), problems: [] };
  ownValues(kind, reading, line, record);
  flowValues(kind, reading, line, record);
  standingOfLine(kind, reading, line, record, every.values[standingColumn] ?? "");
  divideDays(kind, record);
  spreadCells(kind, reading, line, record);
  if (kind.cited && every.source) typed[citationsField] = [cited(reading, line, every.source, record.cells)];
  addRows(reading, line, record);
  return record;
}

/** Puts into a record what the columns of its own fields say, with what the marks of its figures do. */
function ownValues(kind: Kind, reading: Reading, line: number, record: PastedRecord): void {
  reading.columns.forEach((column, at) => {
    if (!column || column.rowsOf !== null) return;
    const { path, field, fills, spreads, bySide, isPartner } = column;
    if (fills || spreads || bySide || isPartner) return;
    record.cells.set(path, { line, column: at });
    if (isSpread(reading, line, at)) return;
    putFigure(kind, reading, { line, column: at }, path, record);
    const cell = record.typed[path] === undefined ? "" : (reading.table.rows[line]?.[at] ?? "");
    if (field.kind === "lines" && !field.commas && !reading.table.commas?.[at] && isOpenList(cell))
      record.problems.push({ path, code: "lines.comma" });
    const several = field.kind === "choice" ? choicesIn(field, path, cell, reading.word) : [];
    if (several.length > 0)
      record.problems.push({
        ...{ path, code: "choice.several" },
        params: { choices: several.map(reading.word).join(", ") },
      });
  });
}

/** Puts the value of a cell at a path, and beside it how sure it is where its mark says so. */
function putFigure(kind: Kind, reading: Reading, place: CellPlace, path: string, record: PastedRecord): void {
  const beside = kind.marked?.[path];
  const { value, standing } = beside
    ? markedCellOf(reading, place)
    : { value: cellOf(reading, place), standing: null };
  if (value) {
    record.typed[path] = value;
    putValuation(kind, reading, place, path, record);
  }
  const said = standing ?? (value ? standingIn(reading.table.units[place.column] ?? "") : null);
  if (!beside || !said) return;
  record.typed[beside] = said;
  record.cells.set(beside, place);
}

/** Puts how a figure is valued, as the head of its column says, where no column of its own does. */
function putValuation(
  kind: Kind,
  { table, columns }: Reading,
  place: CellPlace,
  path: string,
  record: PastedRecord,
): void {
  const field = kind.valued?.[path];
  const valuation = valuationIn(table.units[place.column] ?? "");
  if (!field || !valuation || columns.some((column) => column?.path === field)) return;
  record.typed[field] = valuation;
  record.cells.set(field, place);
}

/** Puts bare exports and imports where they belong by who reports the line, which is to be one of trade with the other side. */
function flowValues(kind: Kind, reading: Reading, line: number, record: PastedRecord): void {
  const { sides } = reading.table;
  const sideIn = (value: string) => (sides ? sideOf(value || undefined, sides) : undefined);
  reading.columns.forEach((column, at) => {
    if (!column?.bySide && !column?.isPartner) return;
    const place = { line, column: at };
    record.cells.set(column.path, place);
    const { value } = markedCellOf(reading, place);
    if (!value) return;
    const reporter = asText(record.typed[reporterField]);
    const side = sideIn(reporter);
    const ask = (code: string) => record.problems.push({ path: column.path, code });
    if (!column.bySide) {
      const partner = sideIn(value);
      if (!partner || partner === side) ask("trade.otherPartner");
      return;
    }
    if (!side) return ask(reporter ? "trade.whoseFlow" : "trade.whoReports");
    const path = column.bySide[side];
    if (record.cells.has(path) && record.typed[path]) return ask("trade.flowTwice");
    record.cells.set(path, place);
    putFigure(kind, reading, place, path, record);
  });
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
    const place = { line, column: at };
    const value = cellOf(reading, place);
    const key = nameFieldOf(column, value, reading.columns) ?? inner;
    row[key] = value;
    cells.set(below(field, String(row.id), key), place);
  });
  return row;
}

/** The field for the name of a party that is no country, where a row has one and no column of it; null for any other cell. */
function nameFieldOf(
  { field, rowsOf, namedIn }: PasteColumn,
  value: string,
  columns: Reading["columns"],
): string | null {
  if (!namedIn || !rowsOf || value === "" || field.kind !== "country") return null;
  const isCoded = isCountry(value) || field.also.includes(value);
  return isCoded || columns.some((one) => one?.path === below(rowsOf, namedIn)) ? null : namedIn;
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
