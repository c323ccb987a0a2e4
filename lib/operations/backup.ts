import "server-only";
import { createHash } from "node:crypto";
import { open, rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { openConnection } from "@/lib/database/connection";
import { BackupFault, FORMAT, type Header, peopleRows, rowLine, VERSION } from "./backup-format";
import { lastMigration, quoted, tablesOf } from "./backup-tables";

/** Rows fetched at a time. */
const BATCH = 1000;

/**
 * Writes the whole record, as it stands at one moment, to a new file. Returns how many rows that is.
 * Throws a BackupFault when the file exists or cannot be written, or the database has no tables yet.
 */
export async function backup(url: string, file: string, { people = false } = {}): Promise<number> {
  if (await stat(file).catch(() => null)) throw new BackupFault(`${file} exists already.`);
  const client = await openConnection(url);
  const half = `${file}.part`;
  let isOurs = false; // another backup to the same file may be under way
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const migration = await lastMigration(client);
    if (!migration) throw new BackupFault("The database holds nothing yet.");
    const tables = await tablesOf(client, people);
    const madeAt = new Date().toISOString();
    const first: Header = { format: FORMAT, version: VERSION, madeAt, migration, people, tables };
    const handle = await open(half, "wx", 0o600).catch((error: NodeJS.ErrnoException) => {
      throw new BackupFault(
        error.code === "EEXIST"
          ? `${half} exists: another backup is writing it, or was cut off.`
          : `${file} cannot be written: ${error.message}`,
      );
    });
    isOurs = true;
    const counts: Record<string, number> = {};
    const lines = Readable.from(linesOf(client, first, counts), { objectMode: false });
    await pipeline(lines, createGzip(), handle.createWriteStream({ flush: true }));
    await rename(half, file);
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  } catch (error) {
    if (isOurs) await rm(half, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function* linesOf(client: pg.Client, first: Header, counts: Record<string, number>) {
  const hash = createHash("sha256");
  const hashed = (text: string) => {
    hash.update(text);
    return text;
  };
  yield hashed(`${JSON.stringify(first)}\n`);
  for (const [table, columns] of Object.entries(first.tables)) {
    counts[table] = 0;
    const list = columns.map(quoted).join(", ");
    const apart = !first.people && peopleRows[table] ? ` WHERE NOT (${peopleRows[table]})` : "";
    await client.query(
      `DECLARE rows NO SCROLL CURSOR FOR SELECT row_to_json(r)::text AS values FROM (SELECT ${list} FROM ${quoted(table)}${apart}) r`,
    );
    for (;;) {
      const { rows } = await client.query<{ values: string }>(`FETCH ${BATCH} FROM rows`);
      if (!rows.length) break;
      counts[table] += rows.length;
      yield hashed(rows.map(({ values }) => `${rowLine(table, values)}\n`).join(""));
    }
    await client.query("CLOSE rows");
  }
  yield `${JSON.stringify({ rows: counts, sha256: hash.digest("hex") })}\n`;
}
