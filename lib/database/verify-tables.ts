/**
 * Whether the database has the tables that the kinds' definitions need: the types of `tables.ts` hold the models to the
 * definitions, this holds the database itself to them, foreign keys included. Asked after migrations are applied.
 */
import "server-only";
import type pg from "pg";
import type { Fields } from "@/lib/domain/fields/fields";
import type { FieldStorage, StoredColumn } from "@/lib/domain/fields/storage";
import { citation, type Kind } from "@/lib/domain/kinds/define-kind";
import { kindKeys, kindOf } from "@/lib/domain/kinds/registry";
import { type Catalog, readCatalog, type Table } from "./catalog";
import { childTable, neededColumns, tableName } from "./child-tables";
import { linkColumn, ownFields, storedColumns } from "./columns";

/** The database lacks what the definitions need; each gap is a sentence. */
export class TablesFault extends Error {
  override readonly name = "TablesFault";
  constructor(readonly gaps: readonly string[]) {
    super(gaps.join("\n"));
  }
}

/** The types of PostgreSQL that can hold what a column is to hold. */
const holders: Record<StoredColumn["type"], readonly string[]> = {
  text: ["text", "varchar", "bpchar"],
  "text[]": ["_text", "_varchar"],
  integer: ["int4"],
  numeric: ["numeric"],
  date: ["date"],
  uuid: ["uuid"],
};

/** What may be left empty in a form, and is made when the record is published. */
const madeIfEmpty: readonly string[] = ["dossier.slug"];

/** @throws {TablesFault} where a table, a column or a foreign key is missing or is not what a definition needs. */
export async function verifyTables(client: Pick<pg.ClientBase, "query">): Promise<void> {
  const catalog = await readCatalog(client);
  const cites = ownTable(catalog, "Citation", "citations", citation, {
    parent: "Record",
    parentColumn: "recordId",
  });
  const gaps = [...kindKeys.flatMap((key) => gapsOf(catalog, kindOf(key))), ...cites];
  if (gaps.length > 0) throw new TablesFault(gaps);
}

/** What the database lacks of one kind. */
export function gapsOf(catalog: Catalog, kind: Kind): string[] {
  const name = tableName(kind.key);
  const table = catalog.get(name);
  if (!table) return [`There is no table ${name} for the kind ${kind.key}.`];
  const fields = Object.fromEntries(ownFields(kind.fields));
  return [
    ...columnGaps(table, kind.key, fields),
    ...unfilled(table, [...storedColumns(fields), "id"]),
    ...Object.entries(fields).flatMap(([key, { storage }]) => childGaps(catalog, kind.key, key, storage)),
  ];
}

/** What a table lacks of the columns of fields. */
function columnGaps(table: Table, at: string, fields: Fields): string[] {
  return Object.entries(fields).flatMap(([key, { storage, optional }]) =>
    storage.in === "columns"
      ? storage.columns.flatMap((column) =>
          columnGap(table, `${at}.${key}`, key + column.suffix, column, optional),
        )
      : [],
  );
}

function columnGap(
  table: Table,
  at: string,
  name: string,
  column: StoredColumn,
  optional: boolean,
): string[] {
  const found = table.columns.get(name);
  if (!found) return [`${table.name} has no column ${name}, which ${at} needs.`];
  const mayBeEmpty = column.holds !== "value" || (optional && !column.isList && !madeIfEmpty.includes(at));
  return [
    ...(holders[column.type].includes(found.type)
      ? []
      : [`${table.name}.${name} is of the type ${found.type}; ${at} needs ${column.type}.`]),
    ...(mayBeEmpty && found.isRequired ? [`${table.name}.${name} takes no NULL, which ${at} may be.`] : []),
    ...(column.refersTo === undefined ? [] : keyGap(table, name, tableName(column.refersTo), at)),
  ];
}

function keyGap(table: Table, column: string, to: string, at: string): string[] {
  const key = table.keys.find((one) => one.column === column && one.to === to);
  if (!key) return [`${table.name}.${column} is no foreign key to ${to}, which ${at} needs.`];
  return key.onDelete === "restrict"
    ? []
    : [
        `The foreign key ${table.name}.${column} must restrict deletions, or what ${at} refers to could vanish.`,
      ];
}

function unfilled(table: Table, filled: readonly string[]): string[] {
  return [...table.columns]
    .filter(([name, { isRequired, hasDefault }]) => isRequired && !hasDefault && !filled.includes(name))
    .map(([name]) => `${table.name} needs a value for ${name}, which no field has.`);
}

/** What the database lacks of the table of a field's own. */
function childGaps(catalog: Catalog, kind: string, key: string, storage: FieldStorage): string[] {
  const at = `${kind}.${key}`;
  const [parent, parentColumn] = [tableName(kind), `${kind}Id`];
  if (storage.in === "columns") return [];
  const needed = neededColumns(storage);
  const table = childTable(catalog, kind, storage);
  if (!table)
    return [
      `There is no table for ${at}: one with ${parentColumn} as a foreign key to ${parent}, ${needed.join(", ")}.`,
    ];
  if (storage.in === "rows") return ownTable(catalog, table.name, at, storage.of, { parent, parentColumn });
  const column = linkColumn(storage);
  return table.columns.has(column)
    ? [
        ...keyGap(table, column, tableName(storage.refersTo), at),
        ...unfilled(table, [...needed, parentColumn]),
      ]
    : [`${table.name} has no column ${column}, which ${at} needs.`];
}

/** What a table of rows lacks. */
function ownTable(
  catalog: Catalog,
  name: string,
  at: string,
  of: Fields,
  { parent, parentColumn }: { parent: string; parentColumn: string },
): string[] {
  const table = catalog.get(name);
  if (!table) return [`There is no table ${name} for ${at}.`];
  const own = [parentColumn, "position", "id"];
  const missing = own.filter((column) => !table.columns.has(column));
  return [
    ...missing.map((column) => `${name} has no column ${column}, which the rows of ${at} need.`),
    ...(table.keys.some(({ column, to }) => column === parentColumn && to === parent)
      ? []
      : [`${name}.${parentColumn} is no foreign key to ${parent}, to which the rows of ${at} belong.`]),
    ...columnGaps(table, at, of),
    ...unfilled(table, [...own, ...storedColumns(of)]),
  ];
}
