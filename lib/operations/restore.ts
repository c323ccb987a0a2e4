import "server-only";
import pg from "pg";
import { withConnection } from "@/lib/database/connection";
import { BackupFault, type Header } from "./backup-format";
import { readBackup } from "./backup-reader";
import { lastMigration, quoted, tablesOf } from "./backup-tables";
import { listMigrations, type PrismaFolder } from "./migration-files";
import { applyMigrations } from "./migrations";
import { RowChecks } from "./row-checks";
import { columnsOf } from "./row-columns";
import { isObject, type Json } from "./row-json";
import { RowWriter } from "./row-writer";

/** Who may sign in by the accounts that a backup holds. */
export interface People {
  accounts: number;
  admins: number;
}

export interface Restored {
  rows: number;
  people: People;
}

/**
 * Reads a backup into an empty database, in one transaction: altogether or not at all. A database without
 * tables gets them as they were when the backup was made, and is brought up to date afterwards. Accounts are taken only
 * `withPeople`. A damaged file throws a BackupFault before anything is changed, one that does not fit the database, or
 * that holds what Entente could not have written, before a row is.
 */
export async function restore(
  folder: PrismaFolder,
  url: string,
  file: string,
  { withPeople = false } = {},
): Promise<Restored> {
  const { header, people } = await readThrough(folder, file);
  if (people.accounts && !withPeople) throw new BackupFault(saysWho(people));
  await prepare(folder, url, header);
  const newest = (await listMigrations(folder)).at(-1);
  const rows = await withConnection(url, (client) =>
    insertAll(client, file, { isCurrent: header.migration === newest, withPeople }),
  );
  await applyMigrations(folder, url);
  return { rows, people };
}

function saysWho({ accounts, admins }: People): string {
  const [held, may] = [
    accounts === 1 ? "1 account" : `${accounts} accounts`,
    admins === 1 ? "1 admin" : `${admins} admins`,
  ];
  return `The backup holds ${held}, among them ${may}: those who know their passwords could sign in. Where that is meant, restore it --with-people; else use a backup that was made without.`;
}

/** Reads a backup through and returns its header and whose accounts it holds; throws where it is damaged or cut short. */
async function readThrough(folder: PrismaFolder, file: string): Promise<{ header: Header; people: People }> {
  let found: Header | undefined;
  const people = { accounts: 0, admins: 0 };
  const known = await listMigrations(folder);
  await readBackup(file, {
    async header(first) {
      if (!known.includes(first.migration))
        throw new BackupFault(
          `The backup is of a version with the migration ${first.migration}, which this one lacks.`,
        );
      found = first;
    },
    row({ table, values }) {
      if (table !== "User") return;
      people.accounts += 1;
      // One that cannot be read could be anything; its line is refused later.
      if (roleIn(values) !== "viewer" && roleIn(values) !== "author" && roleIn(values) !== "editor")
        people.admins += 1;
    },
  });
  if (!found) throw new BackupFault("This file is no backup of Entente.");
  return { header: found, people };
}

function roleIn(values: string): Json | undefined {
  try {
    const row = JSON.parse(values) as Json;
    return isObject(row) ? row.role : undefined;
  } catch {
    return undefined;
  }
}

/** Makes the tables as they were when the backup was made, in a database that has none. */
async function prepare(folder: PrismaFolder, url: string, { migration }: Header): Promise<void> {
  const last = await withConnection(url, lastMigration);
  if (last === null) await applyMigrations(folder, url, { upTo: migration });
}

/** Inserts every row of a backup in one transaction, and returns how many there were. */
async function insertAll(
  client: pg.Client,
  file: string,
  { isCurrent, withPeople }: { isCurrent: boolean; withPeople: boolean },
): Promise<number> {
  let writer: RowWriter | undefined;
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL lock_timeout = '2s'");
    let foreign: string[][] = [];
    let checks: RowChecks | undefined;
    await readBackup(file, {
      async header(first) {
        const tables = await checkTables(client, first);
        foreign = await deferReferences(client);
        checks = new RowChecks(await columnsOf(client, tables), { isCurrent, people: first.people });
        writer = new RowWriter(client, tables);
      },
      row(row) {
        // The file may be another by now than the one that was read through.
        if (row.table === "User" && !withPeople)
          throw new BackupFault("The backup holds accounts that it did not hold at first: it has changed.");
        checks?.check(row);
        return writer?.add(row);
      },
    });
    await writer?.flush();
    await client.query("SET CONSTRAINTS ALL IMMEDIATE");
    for (const [table, constraint] of foreign)
      await client.query(`ALTER TABLE ${table} ALTER CONSTRAINT ${constraint} NOT DEFERRABLE`);
    await moveSequences(client);
    await client.query("COMMIT");
    return writer?.written ?? 0;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    // Class 22 is bad data, 23 a broken constraint.
    if (error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? ""))
      throw new BackupFault(
        `The backup does not fit the database${writer?.where() ?? ""}: ${error.message}.`,
      );
    throw error;
  }
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
