import "server-only";
import pg from "pg";
import { openConnection, withConnection } from "@/lib/database/connection";
import { BackupFault, type Header } from "./backup-format";
import { readBackup } from "./backup-reader";
import { lastMigration, quoted, tablesOf } from "./backup-tables";
import { listMigrations, type PrismaFolder } from "./migration-files";
import { applyMigrations } from "./migrations";

/** Rows inserted at a time. */
const BATCH = 500;

/**
 * Reads a backup into an empty database, in one transaction: altogether or not at all. A database without
 * tables gets them as they were when the backup was made, and is brought up to date afterwards.
 * Returns how many rows were restored. A damaged file throws a BackupFault before anything is changed, one that
 * does not fit the database before a row is.
 */
export async function restore(folder: PrismaFolder, url: string, file: string): Promise<number> {
  await prepare(folder, url, await checked(folder, file));
  const client = await openConnection(url);
  let restored = 0;
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL lock_timeout = '2s'");
    let tables: Record<string, string[]> = {};
    let foreign: string[][] = [];
    let waiting: { table: string; values: string[] } = { table: "", values: [] };
    const flush = async () => {
      const { table, values } = waiting;
      if (values.length) await insert(client, table, tables[table] ?? [], values);
      restored += values.length;
    };
    await readBackup(file, {
      async header(first) {
        tables = await checkTables(client, first);
        foreign = await deferReferences(client);
      },
      async row(table, values) {
        if (waiting.table !== table || waiting.values.length >= BATCH) {
          await flush();
          waiting = { table, values: [] };
        }
        waiting.values.push(values);
      },
    });
    await flush();
    await client.query("SET CONSTRAINTS ALL IMMEDIATE");
    for (const [table, constraint] of foreign)
      await client.query(`ALTER TABLE ${table} ALTER CONSTRAINT ${constraint} NOT DEFERRABLE`);
    await moveSequences(client);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    // Class 22 is bad data, 23 a broken constraint.
    if (error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? ""))
      throw new BackupFault(`The backup does not fit the database: ${error.message}.`);
    throw error;
  } finally {
    await client.end();
  }
  await applyMigrations(folder, url);
  return restored;
}

/** Reads a backup through and returns its header; throws where it is damaged or cut short. */
async function checked(folder: PrismaFolder, file: string): Promise<Header> {
  let found: Header | undefined;
  const known = await listMigrations(folder);
  const keep = async (first: Header) => {
    if (!known.includes(first.migration))
      throw new BackupFault(
        `The backup is of a version with the migration ${first.migration}, which this one lacks.`,
      );
    found = first;
  };
  await readBackup(file, { header: keep, row: async () => undefined });
  if (!found) throw new BackupFault("This file is no backup of Entente.");
  return found;
}

/** Makes the tables as they were when the backup was made, in a database that has none. */
async function prepare(folder: PrismaFolder, url: string, { migration }: Header): Promise<void> {
  const last = await withConnection(url, lastMigration);
  if (last === null) await applyMigrations(folder, url, { upTo: migration });
}

async function checkTables(client: pg.Client, first: Header): Promise<Record<string, string[]>> {
  const last = await lastMigration(client);
  if (last !== first.migration)
    throw new BackupFault(
      `The backup was made at the migration ${first.migration} and the database is at ${last}: restore into a database without tables.`,
    );
  const tables = await tablesOf(client, first.people);
  if (JSON.stringify(tables) !== JSON.stringify(first.tables))
    throw new BackupFault("The backup's tables and columns are not those of the database.");
  for (const table of Object.keys(tables)) {
    // What was done to accounts before the restore is kept: its events have identities of their own.
    if (table === "AuditEvent") continue;
    await client.query(`LOCK TABLE ${quoted(table)} IN EXCLUSIVE MODE`);
    const { rowCount } = await client.query(`SELECT 1 FROM ${quoted(table)} LIMIT 1`);
    if (rowCount) throw new BackupFault(`The database is not empty: ${table} holds rows already.`);
  }
  return tables;
}

/** Lets references be checked at the end, so that rows may come in any order. Returns what to put back. */
async function deferReferences(client: pg.Client): Promise<string[][]> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name FROM pg_constraint
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND NOT condeferrable`,
  );
  for (const { table, name } of rows)
    await client.query(`ALTER TABLE ${table} ALTER CONSTRAINT ${name} DEFERRABLE INITIALLY DEFERRED`);
  return rows.map(({ table, name }) => [table, name]);
}

async function insert(client: pg.Client, table: string, columns: string[], values: string[]): Promise<void> {
  const list = columns.map(quoted).join(", ");
  await client.query(
    `INSERT INTO ${quoted(table)} (${list}) SELECT ${list} FROM json_populate_recordset(NULL::${quoted(table)}, $1::json)`,
    [`[${values.join(",")}]`],
  );
}

/** Sets each table's counter behind its highest number. */
async function moveSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(
    `SELECT pg_get_serial_sequence(quote_ident(table_name), column_name) AS sequence,
            quote_ident(table_name) AS table, quote_ident(column_name) AS column
     FROM information_schema.columns
     WHERE table_schema = 'public' AND column_default LIKE 'nextval(%'`,
  );
  for (const { sequence, table, column } of rows)
    await client.query(
      `SELECT setval($1, greatest((SELECT max(${column}) FROM ${table}), 1), EXISTS (SELECT FROM ${table}))`,
      [sequence],
    );
}
