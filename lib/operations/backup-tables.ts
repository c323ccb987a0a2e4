import "server-only";
import type pg from "pg";
import { leftOut, peopleTables } from "./backup-format";

/** Quotes a name for SQL. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** The tables that a backup holds, with their columns, both sorted. */
export async function tablesOf(client: pg.Client, people: boolean): Promise<Record<string, string[]>> {
  const { rows } = await client.query<{ table_name: string; columns: string[] }>(
    `SELECT c.table_name, array_agg(c.column_name::text ORDER BY c.column_name) AS columns
     FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
     GROUP BY c.table_name ORDER BY c.table_name`,
  );
  const skipped = people ? leftOut : [...leftOut, ...peopleTables];
  return Object.fromEntries(
    rows.filter((row) => !skipped.includes(row.table_name)).map((row) => [row.table_name, row.columns]),
  );
}

/** The last migration that a database has, or null for a database without any. */
export async function lastMigration(client: pg.Client): Promise<string | null> {
  const exists = await client.query("SELECT 1 WHERE to_regclass('public._prisma_migrations') IS NOT NULL");
  if (!exists.rowCount) return null;
  const { rows } = await client.query<{ migration_name: string }>(
    `SELECT migration_name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name DESC LIMIT 1`,
  );
  return rows[0]?.migration_name ?? null;
}
