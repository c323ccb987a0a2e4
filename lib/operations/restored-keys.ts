/** Foreign keys after a restore: put back over all rows at once, with the line of a row that leads nowhere. */
import "server-only";
import type pg from "pg";
import { readBackup } from "./backup-reader";
import { quoted } from "./backup-tables";
import { type ForeignKey, putBackKey } from "./bulk-load";
import { parseRow } from "./row-json";
import { isRefusal, misfit } from "./row-writer";

/** Puts a foreign key back. Throws a BackupFault, with the line where it can be told, when rows break it. */
export async function putBackChecked(client: pg.Client, key: ForeignKey, file: string): Promise<void> {
  await client.query("SAVEPOINT key");
  try {
    await putBackKey(client, key);
    await client.query("RELEASE SAVEPOINT key");
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await client.query("ROLLBACK TO SAVEPOINT key");
    const row = await firstAstray(client, key);
    throw misfit(error, { table: key.table, line: row && (await lineOf(file, key.table, row)) });
  }
}

type Names = Record<string, string>;

/** The primary key, as texts, of a row whose foreign key leads nowhere. */
async function firstAstray(client: pg.Client, key: ForeignKey): Promise<Names | undefined> {
  const primary = await client.query<{ name: string }>(
    `SELECT a.attname::text AS name FROM pg_index i
     JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
     WHERE i.indisprimary AND i.indrelid = $1::regclass`,
    [quoted(key.table)],
  );
  const own = primary.rows.map(({ name }) => `t.${quoted(name)}::text`).join(", ");
  const set = key.columns.map((column) => `t.${quoted(column)} IS NOT NULL`).join(" AND ");
  const meets = key.columns
    .map((column, at) => `f.${quoted(key.toColumns[at]!)} = t.${quoted(column)}`)
    .join(" AND ");
  const { rows } = await client.query<Names>(
    `SELECT ${own} FROM ${quoted(key.table)} t
     WHERE ${set} AND NOT EXISTS (SELECT FROM ${quoted(key.to)} f WHERE ${meets}) LIMIT 1`,
  );
  return rows[0];
}

/** The line of the first row of a table with these values. */
async function lineOf(file: string, table: string, names: Names): Promise<number | undefined> {
  let found: number | undefined;
  await readBackup(file, {
    header: () => Promise.resolve(),
    row(row) {
      if (found !== undefined || row.table !== table) return;
      const values = parseRow(row.values());
      if (Object.entries(names).every(([name, value]) => String(values[name]) === value)) found = row.line;
    },
  });
  return found;
}
