/** What is sent to PostgreSQL. */
import pg from "pg";
import { vi } from "vitest";

export interface SentStatement {
  text: string;
  values?: unknown[];
}

/** The statements that a piece of work sends, in their order, on whatever connection; those of a transaction count too. */
export async function statementsOf(work: () => Promise<unknown>): Promise<SentStatement[]> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    await work();
    return query.mock.calls.map(([asked, values]: unknown[]) =>
      typeof asked === "string"
        ? { text: asked, values: Array.isArray(values) ? values : undefined }
        : { values: values as unknown[] | undefined, ...(asked as SentStatement) },
    );
  } finally {
    query.mockRestore();
  }
}
