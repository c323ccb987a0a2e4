/**
 * Reads the rows of one table in a backup. What stands there as `backup` writes it, nearly every row, is read in one pass
 * over its text; any other row is read by the rules of JSON, which say what is wrong with it or take it all the same.
 */
import "server-only";
import { cellOf, listCell, nullCell } from "./copy-text";
import { checkColumns, type Column, copyRow, fits, goesAsWritten } from "./row-columns";
import { checkedKeys, type Json, keysIn, parseRow, stringEnd, valueEnd, writtenValues } from "./row-json";

export interface ReadRow {
  values: { [key: string]: Json };
  /** A cell for each column, as COPY takes it. */
  cells: string[];
}

/** Stands in a row for JSON that is known to be right, and was not read. */
export const known: { [key: string]: Json } = Object.freeze({});

/** Whether the JSON of a column, by its cell, is known to be right. `values` are those of the columns before it. */
export type IsKnown = (values: { [key: string]: Json }, column: string, cell: string) => boolean;

/** Escapes that `backup` does not write, or that stand for control characters and halves of characters. */
const unusualEscape = /\\[^"\\/nrt]/;
/** What JSON writes by its number; and the one that it need not. */
const control = /[\u0000-\u001F\u007F]/;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?/y;
const [quote, brace, bracket, end] = [34, 123, 91, 125];

interface Expected extends Column {
  /** What stands before its value. */
  before: string;
}

export class RowReader {
  readonly #columns: readonly Column[];
  readonly #expected: readonly Expected[];
  readonly #isKnown: IsKnown;

  /** `columns` stand in a row in this order. */
  constructor(columns: readonly Column[], isKnown: IsKnown = () => false) {
    this.#columns = columns;
    this.#expected = columns.map((column, at) => ({
      ...column,
      before: `${at ? "," : "{"}${JSON.stringify(column.name)}:`,
    }));
    this.#isKnown = isKnown;
  }

  /** @throws {BackupFault} that says why it is no row of this table. */
  read(text: string): ReadRow {
    return this.#readPlain(text) ?? this.#readAny(text);
  }

  #readAny(text: string): ReadRow {
    const values = parseRow(text);
    checkColumns(values, this.#columns);
    return { values, cells: copyRow(this.#columns, values, writtenValues(text)) };
  }

  /** Null where the row stands in another way than `backup` writes it, or does not fit its columns. */
  #readPlain(text: string): ReadRow | null {
    const hasEscapes = text.includes("\\");
    if ((hasEscapes && unusualEscape.test(text)) || text.includes("\u007F")) return null;
    const values: { [key: string]: Json } = {};
    const cells: string[] = [];
    let at = 0;
    for (const column of this.#expected) {
      const { before, name, type } = column;
      if (!text.startsWith(before, at)) return null;
      const from = at + before.length;
      if (text.startsWith("null", from)) {
        if (!column.isNullable) return null;
        values[name] = null;
        cells.push(nullCell);
        at = from + 4;
        continue;
      }
      at = endOf(text, from);
      const written = text.slice(from, at);
      const cell = goesAsWritten(type) ? (hasEscapes ? cellOf(written) : written) : undefined;
      const isKnown = type === "jsonb" && this.#isKnown(values, name, cell ?? "");
      const value = isKnown ? known : valueOf(written);
      if (value === undefined || !fits(column, value)) return null;
      values[name] = value;
      cells.push(cell ?? cellFor(value, hasEscapes));
    }
    return text.charCodeAt(at) === end && at === text.length - 1 ? { values, cells } : null;
  }
}

/** Undefined for none that `backup` writes. */
function valueOf(written: string): Json | undefined {
  switch (written.charCodeAt(0)) {
    case quote:
      if (written.includes("\\")) return toJson(written);
      return control.test(written) ? undefined : written.slice(1, -1);
    case brace:
    case bracket:
      return nestedJson(written);
    default:
      return written === "" ? undefined : Number(written);
  }
}

/** Where the value ends that begins here. */
function endOf(text: string, from: number): number {
  switch (text.charCodeAt(from)) {
    case quote:
      return stringEnd(text, from);
    case brace:
    case bracket:
      return valueEnd(text, from);
    default:
      number.lastIndex = from;
      return number.test(text) ? number.lastIndex : from;
  }
}

/** Undefined unless it is JSON, with each key once and not too much within one another. */
function nestedJson(written: string): Json | undefined {
  const value = toJson(written);
  return value !== undefined && keysIn(written) === checkedKeys(value, 1, true) ? value : undefined;
}

function toJson(written: string): Json | undefined {
  try {
    return JSON.parse(written) as Json;
  } catch {
    return undefined;
  }
}

function cellFor(value: Json, hasEscapes: boolean): string {
  if (typeof value === "string") return hasEscapes ? cellOf(value) : value;
  return Array.isArray(value) ? listCell(value.map(String)) : String(value);
}
