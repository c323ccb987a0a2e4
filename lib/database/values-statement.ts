/** What records of all kinds hold, as JSON that PostgreSQL makes: any number of them by one statement. */
import "server-only";
import type { Fields } from "@/lib/domain/fields/fields";
import type { FieldStorage, StoredColumn } from "@/lib/domain/fields/storage";
import { citation } from "@/lib/domain/kinds/define-kind";
import { kindKeys, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import type { Catalog } from "./catalog";
import { childTable, tableName } from "./child-tables";
import { linkColumn, ownFields } from "./columns";

/** A quoted name. */
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Whether a record's values are wanted as they are, or only what they say in words and figures. */
type Extent = "whole" | "words";

/**
 * A statement that gives `id` and `values`, a JSON object by field, of the published records whose ids it is given: a
 * list for each kind, in the registry's order. References to other records and citations are left out; rows come
 * without their ids, what is empty not at all, and sums as text with all their digits.
 */
export function valuesStatement(catalog: Catalog): string {
  return kindKeys
    .map(
      (kind, at) =>
        `SELECT t."id", ${valuesOf(catalog, kind, "words")} AS "values"
         FROM ${quoted(tableName(kind))} t WHERE t."id" = ANY($${at + 1}::uuid[])`,
    )
    .join(" UNION ALL ");
}

/** Which records of a kind are wanted: a condition in SQL on `t`, the row of its own table, and `r`, that of `Record`. */
export interface WantedOfKind {
  kind: KindKey;
  where: string;
}

/**
 * A statement that gives records of these kinds as they are: the columns of `Record` with `sortDate` as text, `values` as
 * `valuesFrom` would read them, and `citations`.
 */
export function recordsStatement(catalog: Catalog, wanted: readonly WantedOfKind[]): string {
  const citations = rowsOf(citation, quoted("Citation"), `c."recordId" = t."id"`, "whole");
  return wanted
    .map(
      ({ kind, where }) =>
        `SELECT r."id", r."kind", r."slug", r."title", r."dossierId", r."sortDate"::text AS "sortDate", r."version",
           r."firstPublishedAt", r."lastPublishedAt", r."lastVerifiedAt", r."underReviewSince",
           ${valuesOf(catalog, kind, "whole")} AS "values",
           ${kindOf(kind).cited ? citations : "NULL::json"} AS "citations"
         FROM ${quoted(tableName(kind))} t JOIN "Record" r ON r."id" = t."id" WHERE ${where}`,
    )
    .join(" UNION ALL ");
}

function valuesOf(catalog: Catalog, kind: KindKey, extent: Extent): string {
  const selected = ownFields(kindOf(kind).fields).flatMap(([key, { storage }]) =>
    storage.in === "columns"
      ? columnsIn({ [key]: kindOf(kind).fields[key]! }, "t", extent)
      : childrenOf(catalog, kind, key, storage, extent),
  );
  return `(SELECT json_strip_nulls(row_to_json(v)) FROM (SELECT ${selected.join(", ")}) v)`;
}

/** What is in a table of the field's own, in its order. */
function childrenOf(
  catalog: Catalog,
  kind: KindKey,
  key: string,
  storage: Exclude<FieldStorage, { in: "columns" }>,
  extent: Extent,
): string[] {
  if (storage.in === "links" && extent === "words") return [];
  const table = childTable(catalog, kind, storage);
  if (!table) throw new Error(`There is no table for ${kind}.${key}`);
  const isOfRecord = `c.${quoted(`${kind}Id`)} = t."id"`;
  if (storage.in === "rows")
    return [`${rowsOf(storage.of, quoted(table.name), isOfRecord, extent)} AS ${quoted(key)}`];
  const link = `c.${quoted(linkColumn(storage))}`;
  return [
    `(SELECT coalesce(json_agg(${link} ORDER BY c."position"), '[]') FROM ${quoted(table.name)} c
      WHERE ${isOfRecord}) AS ${quoted(key)}`,
  ];
}

/** The rows of a table as a list of objects; where none is, an empty list, or nothing where only words are wanted. */
function rowsOf(fields: Fields, table: string, where: string, extent: Extent): string {
  const own = [...(extent === "whole" ? [`c."id"`] : []), ...columnsIn(fields, "c", extent)];
  const list = `json_agg((SELECT json_strip_nulls(row_to_json(w)) FROM (SELECT ${own.join(", ")}) w) ORDER BY c."position")`;
  return `(SELECT ${extent === "whole" ? `coalesce(${list}, '[]')` : list} FROM ${table} c WHERE ${where})`;
}

/** What to select of fields that are stored in columns of the table called so. */
function columnsIn(fields: Fields, table: string, extent: Extent): string[] {
  return ownFields(fields).flatMap(([key, { storage }]) =>
    storage.in === "columns"
      ? storage.columns
          .filter(
            ({ holds, refersTo }) => holds === "value" && (extent === "whole" || refersTo === undefined),
          )
          .map((column) => `${valueOf(column, `${table}.${quoted(key + column.suffix)}`)} AS ${quoted(key)}`)
      : [],
  );
}

function valueOf({ type }: StoredColumn, column: string): string {
  return type === "numeric" ? `trim_scale(${column})::text` : column;
}
