/** The values of many records of all kinds by one statement, for what shows a line of each. */
import "server-only";
import type { Fields } from "@/lib/domain/fields/fields";
import type { StoredColumn } from "@/lib/domain/fields/storage";
import { kindKeys, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import type { Catalog } from "./catalog";
import { childTable, tableName } from "./child-tables";
import { ownFields } from "./columns";

/** A quoted name. */
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * A statement that gives `id` and `values`, a JSON object by field, of the published records whose ids it is given: a
 * list for each kind, in the registry's order. References to other records and citations are left out; rows come
 * without their ids, what is empty not at all, and sums as text with all their digits.
 */
export function valuesStatement(catalog: Catalog): string {
  return kindKeys
    .map(
      (kind, at) =>
        `SELECT t."id", (SELECT json_strip_nulls(row_to_json(v)) FROM (SELECT ${selected(catalog, kind)}) v) AS "values"
         FROM ${quoted(tableName(kind))} t WHERE t."id" = ANY($${at + 1}::uuid[])`,
    )
    .join(" UNION ALL ");
}

function selected(catalog: Catalog, kind: KindKey): string {
  const { fields } = kindOf(kind);
  const children = ownFields(fields).flatMap(([key, { storage }]) => {
    if (storage.in !== "rows") return [];
    const table = childTable(catalog, kind, storage);
    if (!table) throw new Error(`There is no table for ${kind}.${key}`);
    const own = columnsIn(storage.of, "c").join(", ");
    return [
      `(SELECT json_agg((SELECT row_to_json(w) FROM (SELECT ${own}) w) ORDER BY c."position")
        FROM ${quoted(table.name)} c WHERE c.${quoted(`${kind}Id`)} = t."id") AS ${quoted(key)}`,
    ];
  });
  return [...columnsIn(fields, "t"), ...children].join(", ");
}

/** What to select of fields that are stored in columns of the table called so. */
function columnsIn(fields: Fields, table: string): string[] {
  return ownFields(fields).flatMap(([key, { storage }]) =>
    storage.in === "columns"
      ? storage.columns
          .filter(({ holds, refersTo }) => holds === "value" && refersTo === undefined)
          .map((column) => `${valueOf(column, `${table}.${quoted(key + column.suffix)}`)} AS ${quoted(key)}`)
      : [],
  );
}

function valueOf({ type }: StoredColumn, column: string): string {
  return type === "numeric" ? `trim_scale(${column})::text` : column;
}
