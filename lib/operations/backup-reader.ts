import "server-only";
import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { BackupFault, type BackupRow, type Header, header, readRow, trailer } from "./backup-format";
import { linesOf } from "./backup-lines";

/** What a reader does with a backup's parts, in their order. */
export interface Receiver {
  header(first: Header): Promise<void>;
  row(row: BackupRow): Promise<void> | void;
}

const damaged = (what: string) => new BackupFault(`The backup is damaged: ${what}.`);

/**
 * Reads a backup to its end and hands its parts on. Throws a BackupFault when it is not one, is damaged or
 * cut short: so what was handed on counts only once this has returned.
 */
export async function readBackup(file: string, receiver: Receiver): Promise<void> {
  const hash = createHash("sha256");
  const counts = new Map<string, number>();
  let count = 0;
  let held: Buffer | undefined; // the last line is the trailer: each waits for the next
  const take = (line: Buffer): Promise<void> | void => {
    count += 1;
    hash.update(line);
    if (!isUtf8(line)) throw damaged(`line ${count} is not UTF-8`);
    if (count === 1) {
      const first = readHeader(String(line));
      for (const table of Object.keys(first.tables)) counts.set(table, 0);
      return receiver.header(first);
    }
    const row = readRow(line);
    const before = row && counts.get(row.table);
    if (!row || before === undefined || before === null)
      throw damaged(`line ${count} is no row of its tables`);
    counts.set(row.table, before + 1);
    return receiver.row({ line: count, ...row });
  };
  for await (const lines of linesOf(file))
    for (const line of lines) {
      const handled = held && take(held);
      if (handled) await handled;
      held = line;
    }
  if (held === undefined || !count) throw damaged("it is cut short");
  const last = trailer.safeParse(toJson(String(held)));
  if (!last.success) throw damaged("it is cut short");
  if (last.data.sha256 !== hash.digest("hex")) throw damaged("its contents do not match their checksum");
  for (const [table, found] of counts)
    if (last.data.rows[table] !== found)
      throw damaged(`it does not hold as many rows of ${table} as it says`);
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
