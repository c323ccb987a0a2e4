import "server-only";
import { createHash } from "node:crypto";
import {
  BackupFault,
  type BackupRow,
  decoded,
  type Header,
  header,
  rowTaker,
  trailer,
} from "./backup-format";
import { type Lines, linesOf } from "./backup-lines";

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
  const rowOf = rowTaker();
  const take = (line: string): Promise<void> | void => {
    count += 1;
    if (count === 1) {
      const first = readHeader(decoded(line));
      for (const table of Object.keys(first.tables)) counts.set(table, 0);
      return receiver.header(first);
    }
    const row = rowOf(line);
    const before = row && counts.get(row.table);
    if (!row || before === undefined || before === null)
      throw damaged(`line ${count} is no row of its tables`);
    counts.set(row.table, before + 1);
    return receiver.row({ line: count, ...row });
  };
  let held: string | undefined; // the last line is the trailer: each waits for the next
  for await (const { bytes, lines } of withoutLast(linesOf(file), (last) => (held = last))) {
    hash.update(bytes);
    for (const line of lines) {
      const handled = take(line);
      if (handled) await handled;
    }
  }
  if (held === undefined || !count) throw damaged("it is cut short");
  const last = trailer.safeParse(toJson(held));
  if (!last.success) throw damaged("it is cut short");
  if (last.data.sha256 !== hash.digest("hex")) throw damaged("its contents do not match their checksum");
  for (const [table, found] of counts)
    if (last.data.rows[table] !== found)
      throw damaged(`it does not hold as many rows of ${table} as it says`);
}

/** The lines but for the last one, which is told at the end. */
async function* withoutLast(all: AsyncIterable<Lines>, tell: (last: string) => void): AsyncGenerator<Lines> {
  let held: Lines | undefined;
  for await (const { bytes, lines } of all) {
    if (held) yield held;
    const from = bytes.subarray(0, -1).lastIndexOf("\n") + 1;
    held = { bytes: bytes.subarray(from), lines: lines.splice(-1) };
    if (from > 0) yield { bytes: bytes.subarray(0, from), lines };
  }
  if (held) tell(held.lines[0]!);
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
