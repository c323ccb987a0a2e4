import "server-only";
import { finished } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { BackupFault, type BackupRow } from "./backup-format";
import { quoted } from "./backup-tables";
import type { Column } from "./row-columns";

/** Written at a time: so many rows, or as many as have so many bytes. */
const batch = { rows: 10_000, bytes: 4_000_000 };
/** So many batches wait at most while PostgreSQL is at work: it may be making an index. */
const mostWaiting = 4;

/** Rows of one table that wait, as COPY takes them: bytes, which the collector of garbage need not carry along. */
interface Waiting {
  table: string;
  lines: number[];
  bytes: Buffer;
  /** Where each row ends in them. */
  ends: number[];
}

/**
 * Writes rows that come one by one, many of one table at a time, by COPY, while the next ones are being read. What
 * PostgreSQL refuses throws a BackupFault with its line.
 */
export class RowWriter {
  written = 0;
  readonly #client: pg.Client;
  readonly #columns: ReadonlyMap<string, Column[]>;
  #waiting: Waiting | undefined;
  #writing = Promise.resolve();
  /** What is being written and waits to be, the oldest first. */
  #begun: Promise<void>[] = [];
  readonly #whenWritten: (table: string) => Promise<void>;

  /** `whenWritten` is told of a table once rows of another come, and has the connection to itself until it resolves. */
  constructor(
    client: pg.Client,
    columns: ReadonlyMap<string, Column[]>,
    whenWritten: (table: string) => Promise<void> = () => Promise.resolve(),
  ) {
    this.#client = client;
    this.#columns = columns;
    this.#whenWritten = whenWritten;
  }

  /** Takes a row, which counts once `flush` has returned. */
  add({ table, line }: BackupRow, row: string): Promise<void> | void {
    const waiting = this.#waiting;
    const isFull = waiting && (waiting.ends.length >= batch.rows || endOf(waiting) >= batch.bytes);
    const isLast = waiting !== undefined && waiting.table !== table;
    const isWritten = isFull || isLast ? this.#write(isLast) : undefined;
    const into = (this.#waiting ??= {
      table,
      lines: [],
      bytes: Buffer.allocUnsafe(2 * batch.bytes),
      ends: [],
    });
    const [from, text] = [endOf(into), `${row}\n`];
    // No letter takes more than three bytes for each of the two halves that JavaScript may count it as.
    const room = from + 3 * text.length;
    if (room > into.bytes.length) into.bytes = Buffer.concat([into.bytes.subarray(0, from)], room);
    into.ends.push(from + into.bytes.write(text, from));
    into.lines.push(line);
    return isWritten;
  }

  /** Writes what is left, and resolves when all is written. */
  async flush(): Promise<void> {
    await this.#write();
    await this.#writing;
  }

  /** Resolves when nothing is under way any more, whatever came of it. */
  async ended(): Promise<void> {
    await this.#writing.catch(() => undefined);
  }

  /** Begins to write what waits; resolves when few enough wait. */
  async #write(isLast = false): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (!waiting) return;
    this.#writing = this.#writing.then(async () => {
      await this.#writeOut(waiting);
      if (isLast) await this.#whenWritten(waiting.table);
    });
    // The one who adds or flushes next is told.
    this.#writing.catch(() => undefined);
    this.#begun.push(this.#writing);
    while (this.#begun.length > mostWaiting) await this.#begun.shift();
  }

  async #writeOut(waiting: Waiting): Promise<void> {
    await this.#client.query("SAVEPOINT rows");
    const refused = await this.#copy(waiting, waiting.ends.length);
    if (refused) throw await this.#faultIn(waiting, refused);
    await this.#client.query("RELEASE SAVEPOINT rows");
    this.written += waiting.ends.length;
  }

  /** Copies the first rows of a batch; what PostgreSQL said where it refuses them. */
  async #copy({ table, bytes, ends }: Waiting, count: number): Promise<pg.DatabaseError | null> {
    const columns = (this.#columns.get(table) ?? []).map(({ name }) => quoted(name)).join(", ");
    const stream = this.#client.query(copyFrom(`COPY ${quoted(table)} (${columns}) FROM STDIN`));
    stream.end(bytes.subarray(0, ends[count - 1]));
    try {
      await finished(stream);
      return null;
    } catch (error) {
      if (isRefusal(error)) return error;
      throw error;
    }
  }

  /** Finds the row that a refused batch is refused for: the last of the fewest first ones that are refused. */
  async #faultIn(waiting: Waiting, first: pg.DatabaseError): Promise<BackupFault> {
    let refused = first;
    let [taken, most] = [0, waiting.ends.length];
    while (most - taken > 1) {
      const middle = Math.floor((taken + most) / 2);
      await this.#client.query("ROLLBACK TO SAVEPOINT rows");
      const found = await this.#copy(waiting, middle);
      if (found) [most, refused] = [middle, found];
      else taken = middle;
    }
    return misfit(refused, { line: waiting.lines[most - 1], table: waiting.table });
  }
}

/** Where the next row may stand. */
const endOf = ({ ends }: Waiting) => ends.at(-1) ?? 0;

/** Whether PostgreSQL refused what it was given: class 22 is bad data, 23 a broken constraint. */
export function isRefusal(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? "");
}

/** What to say of rows that PostgreSQL refused, and where in the file they stand as far as that is known. */
export function misfit(refused: Error, at: { line?: number | undefined; table?: string } = {}): BackupFault {
  const place = at.line === undefined ? "" : ` (line ${at.line}, ${at.table})`;
  return new BackupFault(`The backup does not fit the database${place}: ${refused.message}.`);
}
