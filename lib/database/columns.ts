/**
 * Between a record's values and the columns of its typed tables: the one place that knows how each field kind
 * is stored. A partial date takes three columns (`began`, `beganEarliest`, `beganLatest`), rows and references
 * take child tables ordered by `position`.
 */
import "server-only";
import type { Field, Fields } from "@/lib/domain/fields/field";
import type { Kind } from "@/lib/domain/kinds/define-kind";
import { parsePartialDate } from "@/lib/domain/partial-date";
import { Prisma } from "./generated/client";

/** The names of the columns that a set of fields needs; what a model lacks of them does not compile in tables.ts. */
export type ColumnNames<F extends Fields> = {
  [K in keyof F & string]: F[K] extends Field<"partialDate", string, boolean>
    ? K | `${K}Earliest` | `${K}Latest`
    : K;
}[keyof F & string];

type Row = Record<string, unknown>;

/** Citations are stored with the record, whatever its kind, not in the kind's own tables. */
function ownFields(fields: Fields): [string, Fields[string]][] {
  return Object.entries(fields).filter(([key]) => key !== "citations");
}

/** The columns of one row without its children. Empty optional fields become NULL. */
function plainColumns(fields: Fields, values: Row): Row {
  const columns: Row = {};
  for (const [key, field] of ownFields(fields)) {
    const value = values[key];
    if (field.kind === "rows" || field.kind === "references") continue;
    if (field.kind === "lines") columns[key] = value ?? [];
    else columns[key] = value ?? null;
    if (field.kind === "partialDate") Object.assign(columns, extentColumns(key, value as string | undefined));
  }
  return columns;
}

function extentColumns(key: string, value: string | undefined): Row {
  const read = value === undefined ? null : parsePartialDate(value);
  const day = (iso: string | null | undefined) => (iso ? new Date(`${iso}T00:00:00Z`) : null);
  const date = read?.ok ? read.date : null;
  return { [`${key}Earliest`]: day(date?.earliest), [`${key}Latest`]: day(date?.latest) };
}

/** What Prisma's nested `create` takes for a record's columns and children. */
export function columnsOf(fields: Fields, values: Row): Row {
  const children = childRows(fields, values).map(([key, rows]) => [key, { create: rows }]);
  return { ...plainColumns(fields, values), ...Object.fromEntries(children) };
}

/** What Prisma's nested `update` takes: children are replaced as a whole. */
export function replacementOf(fields: Fields, values: Row): Row {
  const children = childRows(fields, values).map(([key, rows]) => [key, { deleteMany: {}, create: rows }]);
  return { ...plainColumns(fields, values), ...Object.fromEntries(children) };
}

function childRows(fields: Fields, values: Row): [string, Row[]][] {
  return ownFields(fields).flatMap(([key, field]): [string, Row[]][] => {
    const held = (values[key] ?? []) as unknown[];
    if (field.kind === "rows") {
      const of = (field as unknown as { of: Fields }).of;
      return [[key, held.map((row, position) => ({ position, ...plainColumns(of, row as Row) }))]];
    }
    if (field.kind !== "references") return [];
    const column = referenceColumn((field as unknown as { to: string }).to);
    return [[key, held.map((id, position) => ({ position, [column]: id }))]];
  });
}

function referenceColumn(toKind: string): string {
  return `${toKind}Id`;
}

/** The Prisma `include` that reads a record with its children in order. */
export function includeOf(kind: Kind): Row {
  const children = ownFields(kind.fields).filter(
    ([, field]) => field.kind === "rows" || field.kind === "references",
  );
  return Object.fromEntries(children.map(([key]) => [key, { orderBy: { position: "asc" } }]));
}

/** A record's values, read back from a typed row with its children; the inverse of `columnsOf`. */
export function valuesFrom(fields: Fields, row: Row): Row {
  const values: Row = {};
  for (const [key, field] of ownFields(fields)) {
    const held = row[key];
    if (field.kind === "rows") {
      const of = (field as unknown as { of: Fields }).of;
      values[key] = (held as Row[]).map((child) => valuesFrom(of, child));
    } else if (field.kind === "references") {
      const column = referenceColumn((field as unknown as { to: string }).to);
      values[key] = (held as Row[]).map((child) => child[column]);
    } else if (held !== null && held !== undefined) {
      values[key] = Prisma.Decimal.isDecimal(held) ? held.toFixed() : held;
    }
  }
  return values;
}
