import "server-only";
import { createHash } from "node:crypto";
import { open, rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { openConnection } from "@/lib/database/connection";
import { ownFileStore } from "@/lib/files/own-store";
import { aroundRow, BackupFault, FORMAT, type Header, peopleRows, VERSION } from "./backup-format";
import { piecesOf, piecesTable, pieceColumns } from "./file-pieces";
import { lastMigration, quoted, tablesOf } from "./backup-tables";

/**
 * Writes the whole record, as it stands at one moment, to a new file. Returns how many rows that is.
 * Throws a BackupFault when the file exists or cannot be written, or the database has no tables yet. `progress` is told
 * how many bytes it has read so far.
 */
export async function backup(
  url: string,
  file: string,
  { people = false, progress }: { people?: boolean; progress?: (bytes: number) => void } = {},
): Promise<number> {
  if (await stat(file).catch(() => null)) throw new BackupFault(`${file} exists already.`);
  const client = await openConnection(url);
  const half = `${file}.part`;
  let isOurs = false; // another backup to the same file may be under way
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const migration = await lastMigration(client);
    if (!migration) throw new BackupFault("The database holds nothing yet.");
    const tables: Header["tables"] = await tablesOf(client, people);
    if (tables.File) tables[piecesTable] = pieceColumns;
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
    const lines = Readable.from(linesOf(client, first, counts, progress), { objectMode: false });
    await pipeline(lines, createGzip(), handle.createWriteStream({ flush: true }));
    await rename(half, file);
    const { [piecesTable]: _pieces, ...ofTables } = counts;
    return Object.values(ofTables).reduce((sum, count) => sum + count, 0);
  } catch (error) {
    if (isOurs) await rm(half, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

// PostgreSQL's CSV leaves a value as it is where it holds neither of these, and no JSON holds either.
const asItIs = String.raw`WITH (FORMAT csv, DELIMITER E'\x02', QUOTE E'\x01')`;

async function* linesOf(
  client: pg.Client,
  first: Header,
  counts: Record<string, number>,
  progress: (bytes: number) => void = () => undefined,
): AsyncGenerator<string | Buffer> {
  const hash = createHash("sha256");
  const header = `${JSON.stringify(first)}\n`;
  hash.update(header);
  yield header;
  let bytes = 0;
  for (const [table, columns] of Object.entries(first.tables)) {
    if (table === piecesTable) continue;
    const list = columns.map(quoted).join(", ");
    const apart = !first.people && peopleRows[table] ? ` WHERE NOT (${peopleRows[table]})` : "";
    const [before, behind] = aroundRow(table).map((text) => client.escapeLiteral(text));
    const rows = client.query(
      copyTo(
        `COPY (SELECT ${before} || row_to_json(r)::text || ${behind} FROM (SELECT ${list} FROM ${quoted(table)}${apart}) r) TO STDOUT ${asItIs}`,
      ),
    );
    for await (const piece of rows as AsyncIterable<Buffer>) {
      hash.update(piece);
      bytes += piece.length;
      progress(bytes);
      yield piece;
    }
    // How many rows there were is said after the last of them, and may come later than it: by the next answer it has.
    await client.query("SELECT 1");
    counts[table] = rows.rowCount;
  }
  if (first.tables[piecesTable]) {
    counts[piecesTable] = 0;
    for await (const line of allPieces(client)) {
      hash.update(line);
      bytes += line.length;
      progress(bytes);
      counts[piecesTable] += 1;
      yield line;
    }
  }
  yield `${JSON.stringify({ rows: counts, sha256: hash.digest("hex") })}\n`;
}

/** The pieces of every file that the database names. */
async function* allPieces(client: pg.Client): AsyncGenerator<string> {
  const { rows } = await client.query<{ id: string }>(`SELECT "id" FROM "File" ORDER BY "id"`);
  for (const { id } of rows) yield* piecesOf(ownFileStore(), id);
}
