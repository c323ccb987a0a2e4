/**
 * Between a record's values and its typed tables: what each field says of how it is stored (`storage`), carried out
 * for Prisma. A partial date takes three columns (`began`, `beganEarliest`, `beganLatest`), rows and several references
 * take tables of their own, ordered by `position`.
 */
import "server-only";
import type { Held } from "@/lib/domain/fields/field";
import type { Fields } from "@/lib/domain/fields/fields";
import type { FieldStorage, InColumns, InLinks, InRows, StoredColumn } from "@/lib/domain/fields/storage";
import type { Kind } from "@/lib/domain/kinds/define-kind";
import { parsePartialDate } from "@/lib/domain/partial-date";
import { Prisma } from "./generated/client";

/** The names of the columns of a field that is stored in columns. */
export type ColumnsOf<K extends string, S> = S extends InColumns<infer Suffix> ? `${K}${Suffix}` : never;

/** The columns that a table of a field's own needs besides the one that leads to the record. */
export type ChildColumns<S> =
  S extends InRows<infer R>
    ? { [K in keyof R & string]: ColumnsOf<K, R[K]["storage"]> }[keyof R & string] | "id" | "position"
    : S extends InLinks<infer To>
      ? `${To}Id` | "position"
      : never;

type Row = Record<string, unknown>;

/** Citations are stored with the record, whatever its kind, not in the kind's own tables. */
export function ownFields(fields: Fields): [string, Fields[string]][] {
  return Object.entries(fields).filter(([key]) => key !== "citations");
}

/** The column that holds the id of a linked record in a table of links. */
export function linkColumn({ refersTo }: InLinks): string {
  return `${refersTo}Id`;
}

/** The names of the columns of those fields that are stored in columns. */
export function storedColumns(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([key, { storage }]) =>
    storage.in === "columns" ? storage.columns.map(({ suffix }) => key + suffix) : [],
  );
}

/** The columns of one row without its children. Empty optional fields become NULL. */
function plainColumns(fields: Fields, values: Held): Row {
  return Object.fromEntries(
    ownFields(fields).flatMap(([key, { storage }]) =>
      storage.in === "columns"
        ? storage.columns.map((column) => [key + column.suffix, stored(column, values[key])] as const)
        : [],
    ),
  );
}

function stored({ holds, isList }: StoredColumn, value: unknown): unknown {
  if (holds === "value") return value ?? (isList ? [] : null);
  const read = typeof value === "string" ? parsePartialDate(value) : null;
  const day = read?.ok ? read.date[holds] : null;
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}

/** What Prisma's nested `create` takes for a record's columns and children. */
export function columnsOf(fields: Fields, values: Held): Row {
  const children = childRows(fields, values).flatMap(([key, rows]) =>
    rows.length > 0 ? [[key, { create: rows }]] : [],
  );
  return { ...plainColumns(fields, values), ...Object.fromEntries(children) };
}

/** Whether such a record has children. */
export function hasChildren(fields: Fields, data: Row): boolean {
  return ownFields(fields).some(([key, { storage }]) => storage.in !== "columns" && key in data);
}

/** What Prisma's nested `update` takes: children are replaced as a whole. Those of the fields `emptied` are gone already. */
export function replacementOf(fields: Fields, values: Held, emptied: readonly string[] = []): Row {
  const children = childRows(fields, values).flatMap(([key, rows]) => {
    if (!emptied.includes(key)) return [[key, { deleteMany: {}, create: rows }]];
    return rows.length > 0 ? [[key, { create: rows }]] : [];
  });
  return { ...plainColumns(fields, values), ...Object.fromEntries(children) };
}

function childRows(fields: Fields, values: Held): [string, Row[]][] {
  return ownFields(fields).flatMap(([key, { storage }]): [string, Row[]][] => {
    const held = [values[key] ?? []].flat();
    const rows = inChildren(storage, held);
    return rows ? [[key, rows.map((row, position) => ({ position, ...row }))]] : [];
  });
}

/** The rows in a table of a field's own; null for a field in columns. */
function inChildren(storage: FieldStorage, held: unknown[]): Row[] | null {
  switch (storage.in) {
    case "columns":
      return null;
    case "links":
      return held.map((id) => ({ [linkColumn(storage)]: id }));
    case "rows":
      return held.filter(isRow).map((row) => childRow(storage.of, row));
  }
}

/** The columns of one row of a field, with its id; one that has none gets its id from the database. */
export function childRow(fields: Fields, row: Held): Row {
  return { ...(typeof row.id === "string" && { id: row.id }), ...plainColumns(fields, row) };
}

/** A row's values with its id; the inverse of `childRow`. */
export function rowFrom(fields: Fields, row: Held): Row {
  return { id: row.id, ...valuesFrom(fields, row) };
}

function isRow(value: unknown): value is Held {
  return typeof value === "object" && value !== null;
}

/** The Prisma `include` that reads a record with its children in order. */
export function includeOf(kind: Kind): Row {
  const children = ownFields(kind.fields).filter(([, { storage }]) => storage.in !== "columns");
  return Object.fromEntries(children.map(([key]) => [key, { orderBy: { position: "asc" } }]));
}

/** A record's values, read back from a typed row with its children; the inverse of `columnsOf`. */
export function valuesFrom(fields: Fields, row: Held): Row {
  const values: Row = {};
  for (const [key, { storage }] of ownFields(fields)) {
    const value = readBack(storage, key, row);
    if (value !== null && value !== undefined) values[key] = value;
  }
  return values;
}

function readBack(storage: FieldStorage, key: string, row: Held): unknown {
  const children = () => [row[key] ?? []].flat().filter(isRow);
  switch (storage.in) {
    case "links":
      return children().map((child) => child[linkColumn(storage)]);
    case "rows":
      return children().map((child) => rowFrom(storage.of, child));
    case "columns": {
      const column = storage.columns.find(({ holds }) => holds === "value");
      const held = column && row[key + column.suffix];
      return Prisma.Decimal.isDecimal(held) ? held.toFixed() : held;
    }
  }
}

/** The relation of `Record` to the typed table of a kind. That each is there, `tables.ts` has the compiler check. */
export type RelationOf<K extends string> = `as${Capitalize<K>}`;

/** Conditions on `Record`, each true of the records of a kind that refer to this one by the field named. */
export function referringBy(
  from: Kind,
  to: { id: string; kind: string },
): { field: string; condition: Row }[] {
  const relation = `as${from.key.charAt(0).toUpperCase()}${from.key.slice(1)}`;
  return ownFields(from.fields).flatMap(([field, { storage }]) =>
    linkConditions(storage, field, to).map((own) => ({ field, condition: { [relation]: own } })),
  );
}

function linkConditions(storage: FieldStorage, key: string, to: { id: string; kind: string }): Row[] {
  switch (storage.in) {
    case "columns":
      return storage.columns
        .filter(({ refersTo }) => refersTo === to.kind)
        .map(({ suffix }) => ({ [key + suffix]: to.id }));
    case "links":
      return storage.refersTo === to.kind ? [{ [key]: { some: { [linkColumn(storage)]: to.id } } }] : [];
    case "rows":
      return Object.entries(storage.of)
        .flatMap(([own, field]) => linkConditions(field.storage, own, to))
        .map((condition) => ({ [key]: { some: condition } }));
  }
}
