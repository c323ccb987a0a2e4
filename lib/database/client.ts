/** The one Prisma client of a process, on a capped pool that gives up soon on a server that does not answer. */
import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { required } from "@/lib/env";
import { inUtc } from "./connection";
import { PrismaClient, type Prisma } from "./generated/client";
import { WatchedPool } from "./watched-pool";

export type Database = PrismaClient;
/** A client or a transaction: what a function that takes part in its caller's transaction works on. */
export type Transaction = Prisma.TransactionClient;

/** Makes a client on a pool of its own; `close` ends both. */
export function connect(
  url: string,
  { connections = 10 }: { connections?: number | undefined } = {},
): { db: Database; pool: WatchedPool; close(): Promise<void> } {
  const config: pg.PoolConfig = {
    connectionString: url,
    max: connections,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 10_000,
    application_name: "entente",
    // In UTC, and as the role that cannot rewrite history, where the owner was allowed to make it.
    onConnect: async (client) => {
      await client.query(
        inUtc +
          "; SELECT set_config('role', 'entente_app', false) FROM pg_roles WHERE rolname = 'entente_app' AND pg_has_role(oid, 'MEMBER')",
      );
    },
  };
  const pool = new WatchedPool(config, { turnWithin: 8000, answerWithin: 12_000 });
  // Without a handler an idle connection that the server drops would end the process.
  pool.on("error", () => undefined);
  const adapter = new PrismaPg(pool, { disposeExternalPool: false });
  const db = new PrismaClient({
    adapter,
    // Saves wait for a connection rather than fail: none is held while waiting for another.
    transactionOptions: { maxWait: 8000, timeout: 10_000 },
  });
  return {
    db,
    pool,
    close: async () => {
      await db.$disconnect();
      await pool.end();
    },
  };
}

// Next reloads modules in development; the pool has to outlive that.
const kept = globalThis as {
  ententeDatabase?: ReturnType<typeof connect>;
  ententeConnections?: number;
};

const connected = () =>
  (kept.ententeDatabase ??= connect(required("databaseUrl"), { connections: kept.ententeConnections }));

/** How many connections the process may open; told before it opens the first. */
export function limitPool(connections: number): void {
  kept.ententeConnections = connections;
}

/** The process's database, connected at first use. */
export function database(): Database {
  return connected().db;
}

/** The pool behind `database()`, for tagged SQL where Prisma is too slow. */
export function pool(): pg.Pool {
  return connected().pool;
}

/** How many connections the process has, how many of them are idle, and how many callers wait for one. */
export function poolState(): { total: number; idle: number; waiting: number } {
  const { totalCount = 0, idleCount = 0, waitingCount = 0 } = kept.ententeDatabase?.pool ?? {};
  return { total: totalCount, idle: idleCount, waiting: waitingCount };
}

/** Tells the process's pool whether the database answers: while it does not, no caller is kept waiting. */
export function tellPool(isAway: boolean): void {
  kept.ententeDatabase?.pool.setAway(isAway);
}

/** Ends the process's connections, for commands that are done. */
export async function closeDatabase(): Promise<void> {
  await kept.ententeDatabase?.close();
  kept.ententeDatabase = undefined;
}
