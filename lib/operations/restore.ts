import "server-only";
import type pg from "pg";
import { withConnection } from "@/lib/database/connection";
import { analyze } from "./analyze";
import { BackupFault, type Header } from "./backup-format";
import { readBackup } from "./backup-reader";
import { lastMigration, quoted, tablesOf } from "./backup-tables";
import { putBackRest, putBackTable, takeOff, type TakenOff } from "./bulk-load";
import { listMigrations, type PrismaFolder } from "./migration-files";
import { applyMigrations } from "./migrations";
import { RowChecks } from "./row-checks";
import { columnsOf } from "./row-columns";
import { inOwnFolder } from "@/lib/files/incoming";
import { ownFileStore } from "@/lib/files/own-store";
import { FilePieces, piecesTable } from "./file-pieces";
import { isObject, type Json } from "./row-json";
import { isRefusal, misfit, RowWriter } from "./row-writer";
import { putBackChecked } from "./restored-keys";
import { putBackOwnEvents, setOwnEventsAside } from "./own-events";

/** Who may sign in by the accounts that a backup holds. */
export interface People {
  accounts: number;
  admins: number;
}

export interface Restored {
  rows: number;
  /** Whether the backup was made with people, be there any or not. */
  withPeople: boolean;
  people: People;
}

/**
 * Reads a backup into an empty database, in one transaction: altogether or not at all. A database without
 * tables gets them as they were when the backup was made, and is brought up to date afterwards. Accounts are taken only
 * `withPeople`. A damaged file throws a BackupFault before anything is changed, one that does not fit the database, or
 * that holds what Entente could not have written, before a row is. `progress` is told how many rows were written so far.
 */
export async function restore(
  folder: PrismaFolder,
  url: string,
  file: string,
  { withPeople = false, progress }: { withPeople?: boolean; progress?: (rows: number) => void } = {},
): Promise<Restored> {
  const { header, people } = await readThrough(folder, file);
  if (people.accounts && !withPeople) throw new BackupFault(saysWho(people));
  await prepare(folder, url, header);
  const newest = (await listMigrations(folder)).at(-1);
  const isCurrent = header.migration === newest;
  const rows = await inOwnFolder((incoming) => {
    const pieces = new FilePieces({ store: ownFileStore(), folder: incoming });
    return withConnection(url, (client) =>
      copyAll(client, file, { isCurrent, withPeople, progress, pieces }),
    );
  });
  await applyMigrations(folder, url);
  // Or the first queries would be planned for empty tables.
  await analyze(url);
  return { rows, people, withPeople: header.people };
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
  const pieces = new FilePieces();
  const files: string[] = [];
  const known = await listMigrations(folder);
  await readBackup(file, {
    async header(first) {
      if (!known.includes(first.migration))
        throw new BackupFault(
          `The backup is of a version with the migration ${first.migration}, which this one lacks.`,
        );
      found = first;
    },
    row({ line, table, values }) {
      if (table === piecesTable) return pieces.take(line, values());
      if (table === "File") files.push(String(valueIn(values(), "id")));
      if (table !== "User") return;
      people.accounts += 1;
      // One that cannot be read could be anything; its line is refused later.
      if (!notAdmins.includes(valueIn(values(), "role"))) people.admins += 1;
    },
  });
  await pieces.end();
  const lacking = files.find((id) => !pieces.whole.has(id));
  if (lacking !== undefined) throw new BackupFault(`The backup is damaged: it lacks the file ${lacking}.`);
  if (files.length !== pieces.whole.size)
    throw new BackupFault("The backup is damaged: it holds files that it does not name.");
  if (!found) throw new BackupFault("This file is no backup of Entente.");
  return { header: found, people };
}

const notAdmins: (Json | undefined)[] = ["viewer", "author", "editor"];

function valueIn(values: string, column: string): Json | undefined {
  try {
    const row = JSON.parse(values) as Json;
    return isObject(row) ? row[column] : undefined;
  } catch {
    return undefined;
  }
}

/** Makes the tables as they were when the backup was made, in a database that has none. */
async function prepare(folder: PrismaFolder, url: string, { migration }: Header): Promise<void> {
  const last = await withConnection(url, lastMigration);
  if (last === null) await applyMigrations(folder, url, { upTo: migration });
}

/** How a backup is read into the tables. */
interface Copying {
  isCurrent: boolean;
  withPeople: boolean;
  progress?: ((rows: number) => void) | undefined;
  /** Takes the files. One too many, where the rest fails, does no harm: nothing names it. */
  pieces: FilePieces;
}

/** Copies every row of a backup into the tables, in one transaction, and returns how many there were. */
async function copyAll(client: pg.Client, file: string, copying: Copying): Promise<number> {
  let writer: RowWriter | undefined;
  let taken: TakenOff = { keys: [], gatherings: [], indexes: [] };
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL lock_timeout = '2s'");
    let checks: RowChecks | undefined;
    await readBackup(file, {
      async header(first) {
        const tables = await checkTables(client, first);
        const columns = await columnsOf(client, tables);
        await setOwnEventsAside(client, tables);
        taken = await takeOff(client, Object.keys(tables));
        checks = new RowChecks(columns, { isCurrent: copying.isCurrent, people: first.people });
        // While a table's indexes are made, the rows of the next are read and checked.
        writer = new RowWriter(client, columns, (table) => putBackTable(client, taken, table));
      },
      row(row) {
        // The file may be another by now than the one that was read through.
        if (row.table === "User" && !copying.withPeople)
          throw new BackupFault("The backup holds accounts that it did not hold at first: it has changed.");
        if (row.table === piecesTable) return copying.pieces.take(row.line, row.values());
        const checked = checks?.check(row);
        if (row.line % 10_000 === 0) copying.progress?.(row.line);
        return checked === undefined ? undefined : writer?.add(row, checked);
      },
    });
    await copying.pieces.end();
    await writer?.flush();
    await putBackRest(client, taken);
    for (const key of taken.keys) await putBackChecked(client, key, file);
    await moveSequences(client);
    await putBackOwnEvents(client);
    await client.query("COMMIT");
    return writer?.written ?? 0;
  } catch (error) {
    await writer?.ended();
    await client.query("ROLLBACK").catch(() => undefined);
    throw isRefusal(error) ? misfit(error) : error;
  }
}

async function checkTables(client: pg.Client, first: Header): Promise<Record<string, string[]>> {
  const last = await lastMigration(client);
  if (last !== first.migration)
    throw new BackupFault(
      `The backup was made at the migration ${first.migration} and the database is at ${last}: restore into a database without tables.`,
    );
  const tables = await tablesOf(client, first.people);
  const { [piecesTable]: _pieces, ...ofDatabase } = first.tables;
  if (JSON.stringify(tables) !== JSON.stringify(ofDatabase))
    throw new BackupFault("The backup's tables and columns are not those of the database.");
  for (const table of Object.keys(tables)) {
    // What was done to accounts before the restore is kept: its events have identities of their own.
    if (table === "AuditEvent" || table === "AuditSeal") continue;
    await client.query(`LOCK TABLE ${quoted(table)} IN EXCLUSIVE MODE`);
    const { rowCount } = await client.query(`SELECT 1 FROM ${quoted(table)} LIMIT 1`);
    if (rowCount) throw new BackupFault(`The database is not empty: ${table} holds rows already.`);
  }
  return tables;
}

/** Sets each table's counter behind its highest number. */
async function moveSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(
    `SELECT pg_get_serial_sequence(quote_ident(table_name), column_name) AS sequence,
            quote_ident(table_name) AS table, quote_ident(column_name) AS column
     FROM information_schema.columns
     WHERE table_schema = 'public' AND pg_get_serial_sequence(quote_ident(table_name), column_name) IS NOT NULL`,
  );
  for (const { sequence, table, column } of rows)
    await client.query(
      `SELECT setval($1, greatest((SELECT max(${column}) FROM ${table}), 1), EXISTS (SELECT FROM ${table}))`,
      [sequence],
    );
}
