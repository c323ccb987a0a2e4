/** Counts what is sent to PostgreSQL. */
import pg from "pg";
import { vi } from "vitest";

/** The statements that a piece of work sends, in their order, on whatever connection; those of a transaction count too. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    await work();
    return query.mock.calls.map(([asked]: unknown[]) =>
      typeof asked === "string" ? asked : (asked as { text: string }).text,
    );
  } finally {
    query.mockRestore();
  }
}
