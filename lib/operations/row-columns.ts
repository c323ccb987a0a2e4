/** What a value in a backup's row must look like for the column that it goes into. */
import "server-only";
import type pg from "pg";
import { BackupFault } from "./backup-format";
import { cellOf, listCell, nullCell } from "./copy-text";
import { isObject, type Json } from "./row-json";

/** A column of a table, as PostgreSQL describes it. */
export interface Column {
  name: string;
  /** PostgreSQL's own name for its type, as `text`, `uuid`, `_text` for a list of texts. */
  type: string;
  isNullable: boolean;
}

type Check = (value: Json) => boolean;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d:\d\d(?::\d\d)?$/;
const day = /^\d{4}-\d\d-\d\d$/;

const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === "string" && value.length <= 40 && pattern.test(value);
const isText: Check = (value) => typeof value === "string";
const isNumber: Check = (value) => typeof value === "number";

/** By type. PostgreSQL checks the range itself; what it would take in more than one form is held to one here. */
const checks: Record<string, Check> = {
  uuid: matches(uuid),
  _uuid: (value) => Array.isArray(value) && value.every(matches(uuid)),
  text: isText,
  varchar: isText,
  bpchar: isText,
  _text: (value) => Array.isArray(value) && value.every(isText),
  int4: Number.isInteger as Check,
  int8: Number.isInteger as Check,
  numeric: isNumber,
  timestamptz: matches(instant),
  date: matches(day),
  bool: (value) => typeof value === "boolean",
  jsonb: isObject,
};

/** The columns of each table that rows go into, in the order in which the table's names are given. */
export async function columnsOf(
  client: pg.Client,
  tables: Record<string, string[]>,
): Promise<Map<string, Column[]>> {
  const { rows } = await client.query<Column & { table: string }>(
    `SELECT table_name AS table, column_name AS name, udt_name AS type, is_nullable = 'YES' AS "isNullable"
     FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  const found = new Map<string, Column[]>();
  for (const [table, names] of Object.entries(tables)) {
    const own = new Map(rows.filter((row) => row.table === table).map((row) => [row.name, row]));
    found.set(
      table,
      names.flatMap((name) => own.get(name) ?? []),
    );
  }
  return found;
}

/** Whether a value that is there is one of a column's type. */
export function fits({ type }: Column, value: Json): boolean {
  const check = checks[type];
  if (!check) throw new Error(`There is no check for columns of type ${type}`);
  return check(value);
}

/** Throws a BackupFault unless a row has exactly these columns, each with a value of its type. */
export function checkColumns(row: { [key: string]: Json }, columns: readonly Column[]): void {
  for (const column of columns) {
    const { name, type, isNullable } = column;
    const value = row[name];
    if (value === undefined) throw new BackupFault(`it lacks ${name}`);
    if (value === null) {
      if (!isNullable) throw new BackupFault(`${name} is empty`);
      continue;
    }
    if (!fits(column, value)) throw new BackupFault(`${name} is not what a column of type ${type} holds`);
  }
  // Each column was found, so that one more key is one too many.
  if (Object.keys(row).length === columns.length) return;
  const unknown = Object.keys(row).find((key) => !columns.some(({ name }) => name === key));
  throw new BackupFault(`there is no column ${JSON.stringify(unknown?.slice(0, 63))}`);
}

/** Of whose values nothing may pass through JavaScript's numbers. */
export const goesAsWritten = (type: string) => type === "numeric" || type === "int8" || type === "jsonb";

/** A row that was checked as COPY takes it: a cell for each column. `written` is how its values stand in the file. */
export function copyRow(
  columns: readonly Column[],
  row: { [key: string]: Json },
  written: ReadonlyMap<string, string>,
): string[] {
  return columns.map(({ name, type }) => {
    const value = row[name];
    if (value === null || value === undefined) return nullCell;
    if (goesAsWritten(type)) return cellOf(written.get(name) ?? "");
    if (Array.isArray(value)) return listCell(value.map(String));
    return cellOf(String(value));
  });
}
