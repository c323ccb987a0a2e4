/** Rows on their way into tables by COPY, as text. */
import { once } from "node:events";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { quoted } from "@/lib/operations/backup-tables";
import { cellOf, listCell, nullCell } from "@/lib/operations/copy-text";

type Cell = string | number | boolean | Date | null | undefined | readonly string[];
export type Row = Record<string, Cell>;

interface Waiting {
  columns: string[];
  lines: string[];
}

/** Rows that wait to be written, by table. All rows of a table have the columns of the first. */
export class Rows {
  #waiting = new Map<string, Waiting>();

  add(table: string, row: Row): void {
    let waiting = this.#waiting.get(table);
    if (!waiting) this.#waiting.set(table, (waiting = { columns: Object.keys(row), lines: [] }));
    waiting.lines.push(waiting.columns.map((column) => cell(row[column])).join("\t"));
  }

  /** Takes what waits; what is added from now on waits anew. */
  take(): Map<string, Waiting> {
    const taken = this.#waiting;
    this.#waiting = new Map();
    return taken;
  }
}

/** Writes rows that were taken. */
export async function copyIn(client: pg.Client, taken: Map<string, Waiting>): Promise<void> {
  for (const [table, { columns, lines }] of taken) {
    const stream = client.query(
      copyFrom(`COPY ${quoted(table)} (${columns.map(quoted).join(", ")}) FROM STDIN`),
    );
    stream.end(`${lines.join("\n")}\n`);
    await once(stream, "finish");
  }
}

/** A date stands for its day. */
function cell(value: Cell): string {
  if (value === null || value === undefined) return nullCell;
  if (typeof value === "string") return cellOf(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "object") return listCell(value);
  return String(value);
}
