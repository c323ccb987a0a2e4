/** Connections outside the pool, for what must hold one for itself. */
import "server-only";
import type pg from "pg";
import { DatabaseClient } from "./database-client";

/**
 * What every connection is told first. Prisma writes instants without an offset, and drops the one that it reads: both
 * are right in UTC only, whatever zone the server, the account or this machine prefers.
 */
export const inUtc = "SET TIME ZONE 'UTC'";

/** Opens a connection in UTC; its user has to end it. Throws when the server cannot be reached. */
export async function openConnection(url: string): Promise<pg.Client> {
  const client = new DatabaseClient({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(inUtc);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

/** Opens a connection for a piece of work and ends it afterwards. */
export async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await openConnection(url);
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
