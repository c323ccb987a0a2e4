/** The Prisma client of a process for each database that it reads, on a capped pool that gives up soon on a server that does not answer. */
import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { required } from "@/lib/env";
import { PrismaClient, type Prisma } from "./generated/client";
import { poolTo } from "./pool-to";
import { readsFrom, type Which } from "./reads-from";
import type { WatchedPool } from "./watched-pool";

export type Database = PrismaClient;
/** A client or a transaction: what a function that takes part in its caller's transaction works on. */
export type Transaction = Prisma.TransactionClient;

/** Makes a client on a pool of its own; `close` ends both. */
export function connect(
  url: string,
  { connections = 10 }: { connections?: number | undefined } = {},
): { db: Database; pool: WatchedPool; close(): Promise<void> } {
  const pool = poolTo(url, { connections, turnWithin: 8000, answerWithin: 12_000 });
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

// Next reloads modules in development; the pools have to outlive that.
const kept = globalThis as {
  ententeDatabases?: Partial<Record<Which, ReturnType<typeof connect>>>;
  ententeConnections?: number;
};

const known = () => (kept.ententeDatabases ??= {});

function connected(which = readsFrom()): ReturnType<typeof connect> {
  const url = which === "replica" ? "readDatabaseUrl" : "databaseUrl";
  return (known()[which] ??= connect(required(url), { connections: kept.ententeConnections }));
}

/** How many connections the process may open to each database; told before it opens the first. */
export function limitPool(connections: number): void {
  kept.ententeConnections = connections;
}

/** The process's database, connected at first use; while a page is made, the one that it is read from. */
export function database(): Database {
  return connected().db;
}

/** The pool behind `database()`, for tagged SQL where Prisma is too slow. */
export function pool(): pg.Pool {
  return connected().pool;
}

/** How many connections the process has, how many of them are idle, and how many callers wait for one. */
export function poolState(): { total: number; idle: number; waiting: number } {
  const pools = Object.values(known()).map((one) => one.pool);
  const sum = (of: (pool: WatchedPool) => number) => pools.reduce((all, one) => all + of(one), 0);
  return {
    total: sum(({ totalCount }) => totalCount),
    idle: sum(({ idleCount }) => idleCount),
    waiting: sum(({ waitingCount }) => waitingCount),
  };
}

/** Tells one of the process's pools whether its database answers: while it does not, no caller is kept waiting. */
export function tellPool(isAway: boolean, which: Which = "primary"): void {
  known()[which]?.pool.setAway(isAway);
}

/** Ends the process's connections, for commands that are done. */
export async function closeDatabase(): Promise<void> {
  const open = Object.values(known());
  kept.ententeDatabases = {};
  await Promise.all(open.map((one) => one.close()));
}
