/** Which table holds the rows of a field that has one of its own. */
import "server-only";
import type { FieldStorage } from "@/lib/domain/fields/storage";
import type { Catalog, Table } from "./catalog";
import { linkColumn, storedColumns } from "./columns";

/** The table of a kind's records. */
export function tableName(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** The columns that the table of a field's own needs, besides the one that leads to the record. */
export function neededColumns(storage: Exclude<FieldStorage, { in: "columns" }>): string[] {
  return storage.in === "links"
    ? [linkColumn(storage), "position"]
    : [...storedColumns(storage.of), "id", "position"];
}

/** The table below the kind's own that has most of what the field needs; undefined where none has anything of it. */
export function childTable(
  catalog: Catalog,
  kind: string,
  storage: Exclude<FieldStorage, { in: "columns" }>,
): Table | undefined {
  const needed = neededColumns(storage);
  const have = (table: Table) => needed.filter((name) => table.columns.has(name)).length;
  const below = [...catalog.values()].filter(
    (table) =>
      table.columns.has("position") &&
      table.keys.some(({ column, to }) => column === `${kind}Id` && to === tableName(kind)),
  );
  const table = below.sort((a, b) => have(b) - have(a))[0];
  return table && have(table) >= 2 ? table : undefined;
}
