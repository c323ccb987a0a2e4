/** The tables of the database as it is, read from PostgreSQL's own catalog. */
import "server-only";
import type pg from "pg";

export interface Table {
  name: string;
  columns: Map<string, { type: string; isRequired: boolean; hasDefault: boolean }>;
  /** Foreign keys of one column. */
  keys: { column: string; to: string; onDelete: "restrict" | "cascade" | "other" }[];
}

/** Tables by name. */
export type Catalog = ReadonlyMap<string, Table>;

/** Reads the tables of the connection's schema. */
export async function readCatalog(client: Pick<pg.ClientBase, "query">): Promise<Catalog> {
  const columns = await client.query<{
    table: string;
    column: string;
    type: string;
    isRequired: boolean;
    hasDefault: boolean;
  }>(`
    SELECT c.relname::text AS "table", a.attname::text AS "column", t.typname::text AS "type",
           a.attnotnull AS "isRequired", a.atthasdef AS "hasDefault"
    FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN pg_type t ON t.oid = a.atttypid
    WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace`);
  const keys = await client.query<{ table: string; column: string; to: string; onDelete: string }>(`
    SELECT c.relname::text AS "table", a.attname::text AS "column", f.relname::text AS "to",
           k.confdeltype::text AS "onDelete"
    FROM pg_constraint k
      JOIN pg_class c ON c.oid = k.conrelid
      JOIN pg_class f ON f.oid = k.confrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
    WHERE k.contype = 'f' AND cardinality(k.conkey) = 1 AND c.relnamespace = current_schema()::regnamespace`);
  const tables = new Map<string, Table>();
  for (const { table, column, ...rest } of columns.rows) {
    const found = tables.get(table) ?? { name: table, columns: new Map(), keys: [] };
    found.columns.set(column, rest);
    tables.set(table, found);
  }
  for (const { table, column, to, onDelete } of keys.rows)
    tables.get(table)?.keys.push({ column, to, onDelete: deletions[onDelete] ?? "other" });
  return tables;
}

// "No action" refuses as well, at the end of the statement.
const deletions: Record<string, "restrict" | "cascade"> = { r: "restrict", a: "restrict", c: "cascade" };
