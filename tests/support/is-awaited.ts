/** Two transactions in each other's way. */
import { expect } from "vitest";
import { database, type Transaction } from "@/lib/database/client";

/** Until another waits for what the process `holder` of the database has locked. */
export async function isAwaited(holder: number): Promise<void> {
  const waiting = () =>
    database().$queryRaw<unknown[]>`
      SELECT FROM pg_locks WHERE NOT granted AND ${holder}::int = ANY(pg_blocking_pids(pid))`;
  await expect.poll(async () => (await waiting()).length, { timeout: 5000 }).toBeGreaterThan(0);
}

/** Locks an entry as what is about a record does, and says which process of the database holds it. */
export async function lockedBy(tx: Transaction, entryId: string): Promise<number> {
  const [own] = await tx.$queryRaw<{ pid: number }[]>`
    SELECT pg_backend_pid() AS "pid" FROM "Entry" WHERE "id" = ${entryId}::uuid FOR NO KEY UPDATE`;
  return own!.pid;
}
