import "server-only";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import type { z } from "zod";
import { BackupFault, type Header, header, readRow, trailer } from "./backup-format";

/** What a reader does with a backup's parts, in their order. */
export interface Receiver {
  header(first: Header): Promise<void>;
  row(table: string, values: string): Promise<void>;
}

/** A line no longer than this; a record's text has a limit far below. */
const LONGEST = 64 * 1024 * 1024;

const broken = (what: string) => new BackupFault(`The backup is damaged: ${what}.`);

function parsed<T extends z.ZodType>(type: T, line: string, what: string): z.infer<T> {
  try {
    return type.parse(JSON.parse(line));
  } catch {
    throw broken(what);
  }
}

/**
 * Reads a backup to its end and hands its parts on. Throws a BackupFault when it is not one, is damaged or
 * cut short: so what was handed on counts only once this has returned.
 */
export async function readBackup(file: string, receiver: Receiver): Promise<void> {
  const hash = createHash("sha256");
  const counts: Record<string, number> = {};
  let first: Header | undefined;
  let held: string | undefined; // the last line is the trailer: each waits for the next
  const take = async (line: string) => {
    hash.update(`${line}\n`);
    if (!first) {
      first = readHeader(line);
      for (const table of Object.keys(first.tables)) counts[table] = 0;
      return receiver.header(first);
    }
    const row = readRow(line);
    const count = row && Object.hasOwn(counts, row.table) ? counts[row.table] : undefined;
    if (!row || count === undefined) throw broken("it holds a line that is no row of its tables");
    counts[row.table] = count + 1;
    await receiver.row(row.table, row.values);
  };
  await eachLine(file, async (line) => {
    if (held !== undefined) await take(held);
    held = line;
  });
  if (held === undefined || !first) throw broken("it is cut short");
  const last = parsed(trailer, held, "it is cut short");
  if (last.sha256 !== hash.digest("hex")) throw broken("its contents do not match their checksum");
  for (const [table, count] of Object.entries(counts))
    if (last.rows[table] !== count) throw broken(`it does not hold as many rows of ${table} as it says`);
}

function readHeader(line: string): Header {
  const found = header.safeParse(toJson(line));
  if (found.success) return found.data;
  const version = found.error.issues.some((issue) => issue.path[0] === "version");
  const format = found.error.issues.some((issue) => issue.path[0] === "format" || !issue.path.length);
  if (version && !format) throw new BackupFault("The backup is of another version of the format.");
  throw new BackupFault("This file is no backup of Entente.");
}

function toJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function eachLine(file: string, each: (line: string) => Promise<void>): Promise<void> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  try {
    const source = createReadStream(file);
    const plain = createGunzip();
    source.once("error", (error) => plain.destroy(error));
    for await (const piece of source.pipe(plain)) {
      const lines = (rest + decoder.decode(piece as Buffer, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      if (rest.length > LONGEST) throw broken("a line has no end");
      for (const line of lines) await each(line);
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT") throw new BackupFault(`There is no file ${file}.`);
    if (code === "Z_BUF_ERROR") throw broken("it is cut short");
    if (code.startsWith("Z_")) throw new BackupFault("This file is no backup of Entente, or is damaged.");
    throw error;
  }
  if (rest) throw broken("it is cut short");
}
