import "server-only";
import type pg from "pg";
import type { BackupRow } from "./backup-format";
import { quoted } from "./backup-tables";

/** Inserted at a time: so many rows, or as many as have so many characters. */
const batch = { rows: 500, characters: 4_000_000 };

/** Writes rows that come one by one, many of one table at a time. */
export class RowWriter {
  written = 0;
  readonly #client: pg.Client;
  readonly #tables: Record<string, string[]>;
  #waiting: BackupRow[] = [];
  #characters = 0;
  /** The rows that are being written. */
  #batch: BackupRow[] = [];

  constructor(client: pg.Client, tables: Record<string, string[]>) {
    this.#client = client;
    this.#tables = tables;
  }

  /** Takes a row, which counts once `flush` has returned. */
  add(row: BackupRow): Promise<void> | void {
    const isFull = this.#waiting.length >= batch.rows || this.#characters >= batch.characters;
    const flushed = isFull || this.#waiting[0]?.table !== row.table ? this.flush() : undefined;
    this.#waiting.push(row);
    this.#characters += row.values.length;
    return flushed;
  }

  async flush(): Promise<void> {
    const rows = this.#waiting;
    [this.#waiting, this.#characters] = [[], 0];
    const [first] = rows;
    if (!first) return;
    this.#batch = rows;
    const table = quoted(first.table);
    const columns = (this.#tables[first.table] ?? []).map(quoted).join(", ");
    await this.#client.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1::json)`,
      [`[${rows.map(({ values }) => values).join(",")}]`],
    );
    this.#batch = [];
    this.written += rows.length;
  }

  /** Where in the file the rows stand that are being written, for a message. */
  where(): string {
    const [first, last] = [this.#batch[0], this.#batch.at(-1)];
    if (!first || !last) return "";
    const lines = first === last ? `line ${first.line}` : `lines ${first.line} to ${last.line}`;
    return ` (${lines}, ${first.table})`;
  }
}
