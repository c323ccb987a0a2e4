/** Inserting many rows at once. */
import "server-only";
import type { Transaction } from "./client";
import { Prisma } from "./generated/client";

type Row = Readonly<Record<string, unknown>>;

/**
 * Inserts rows into a table, by one statement for all that name the same columns; what a row does not name it gets from the
 * table's defaults. Prisma's `createMany` does the same, and takes longer to compile it than PostgreSQL to insert it.
 */
export async function insertRows(db: Transaction, table: string, rows: readonly Row[]): Promise<void> {
  const byColumns = new Map<string, Row[]>();
  for (const row of rows) {
    const columns = Object.keys(row)
      .filter((key) => row[key] !== undefined)
      .map((key) => `"${key}"`)
      .join(", ");
    byColumns.set(columns, [...(byColumns.get(columns) ?? []), row]);
  }
  const into = Prisma.raw(`"${table}"`);
  for (const [names, own] of byColumns) {
    const columns = Prisma.raw(names);
    await db.$executeRaw`
      INSERT INTO ${into} (${columns})
      SELECT ${columns} FROM jsonb_populate_recordset(NULL::${into}, ${JSON.stringify(own)}::jsonb)`;
  }
}
