/** What is sent to PostgreSQL. */
import pg from "pg";
import { vi } from "vitest";
import { inUtc } from "@/lib/database/connection";

export interface SentStatement {
  text: string;
  values?: unknown[];
}

/**
 * The statements that a piece of work sends, in their order, on whatever connection; those of a transaction count too,
 * what each new connection is told first does not.
 * Fails where none was sent: then it was not the database that was listened to.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<SentStatement[]> {
  // Where a query is put on the wire, whichever client it was asked of.
  const submit = vi.spyOn(pg.Query.prototype, "submit");
  try {
    await work();
    const sent = submit.mock.contexts
      .map((query) => {
        const { text, values } = query as unknown as SentStatement; // its types leave both out
        return { text, values };
      })
      .filter(({ text }) => !text.startsWith(inUtc));
    if (sent.length === 0) throw new Error("The work sent no statement");
    return sent;
  } finally {
    submit.mockRestore();
  }
}
