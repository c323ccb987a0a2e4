/** Puts what cells say that belong to no one field of a record where it belongs. */
import { type Typed, typedRows } from "../fields/typed";
import type { Kind } from "../kinds/define-kind";
import type { KindKey } from "../kinds/registry";
import { below } from "../paths";
import { newRowId } from "../row-id";
import { isDenied } from "./nothing-said";
import { asText, cellOf, countriesIn, printedIn, type Reading } from "./reading-cells";
import type { CellPlace, PastedRecord } from "./records";
import { type SpreadColumn, spreadColumns } from "./spread";

/** Whether a cell of a field's own column says what belongs elsewhere, as a date below "In force". */
export function isSpread(reading: Reading, line: number, at: number): boolean {
  const otherwise = reading.columns[at]?.otherwise;
  return otherwise?.takes?.(printedIn(reading, { line, column: at })) ?? false;
}

/** Spreads the cells of a line over the fields of its record, column by column in the order of their definition. */
export function spreadCells(kind: Kind, reading: Reading, line: number, record: PastedRecord): void {
  for (const column of spreadColumns[kind.key as KindKey] ?? [])
    reading.columns.forEach((one, at) => {
      const place = { line, column: at };
      if (column.ofRows) return;
      if (one?.spreads === column) spreadCell(reading, column, cellOf(reading, place), place, record);
      else if (one?.otherwise === column && isSpread(reading, line, at))
        spreadCell(reading, column, printedIn(reading, place), place, record);
    });
}

/**
 * Puts what the lines of a record say of its rows into these, once all of them are read: of each row what its own line says, of all of
 * them what only one says. What no row takes is spread as any other cell.
 */
export function spreadOverRows(kind: Kind, reading: Reading, record: PastedRecord): void {
  for (const column of spreadColumns[kind.key as KindKey] ?? [])
    reading.columns.forEach((one, at) => {
      if (one?.spreads === column && column.ofRows) putInRows(reading, column, at, record);
    });
}

function putInRows(reading: Reading, column: SpreadColumn, at: number, record: PastedRecord): void {
  const { field, key, isOf } = column.ofRows!;
  const said = new Map(
    record.lines.flatMap((line) => {
      const cell = cellOf(reading, { line, column: at });
      return cell === "" || isDenied(cell) ? [] : [[line, cell] as const];
    }),
  );
  const [one, ...others] = new Set(said.values());
  if (one === undefined) return;
  const [first = 0] = said.keys();
  const taken = new Set<string>();
  const rows = typedRows(record.typed[field]).map((row): Typed => {
    const line = lineOf(record, below(field, asText(row.id)));
    const cell = said.get(line) ?? (others.length === 0 ? one : "");
    if (!isOf(row) || !cell || (row[key] && row[key] !== cell)) return row;
    taken.add(cell);
    record.cells.set(below(field, asText(row.id), key), { line: said.has(line) ? line : first, column: at });
    return { ...row, [key]: cell };
  });
  if (taken.size > 0) record.typed[field] = rows;
  for (const [line, cell] of said) {
    if (taken.has(cell)) continue;
    taken.add(cell);
    spreadCell(reading, column, cell, { line, column: at }, record);
  }
}

/** The line in which a row of a record stands. */
function lineOf({ cells, lines: [first = 0] }: PastedRecord, row: string): number {
  for (const [path, { line }] of cells) if (path.startsWith(`${row}/`)) return line;
  return first;
}

function spreadCell(
  { table }: Reading,
  column: SpreadColumn,
  cell: string,
  place: CellPlace,
  { typed, cells, adds }: PastedRecord,
): void {
  if (!cell) return;
  const said = (key: string) => (cells.has(key) ? asText(typed[key]) : "");
  const values = column.spread(cell, {
    ...{ typed, said, order: table.orders[place.column] ?? null },
    countries: countriesIn(table),
  });
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
