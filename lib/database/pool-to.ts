import "server-only";
import type pg from "pg";
import { isPooled } from "@/lib/env";
import { inUtc } from "./connection";
import { type Patience, WatchedPool } from "./watched-pool";

/** How long a statement may take, and a transaction in which nothing is asked, in milliseconds. */
const limits = { statement_timeout: 10_000, idle_in_transaction_session_timeout: 10_000 };

/** As the role that cannot rewrite history, where the owner was allowed to make it. */
const asApplication =
  "SELECT set_config('role', 'entente_app', false) FROM pg_roles WHERE rolname = 'entente_app' AND pg_has_role(oid, 'MEMBER')";

/**
 * A pool of connections in UTC. Behind a pooler that gives connections away after each transaction, nothing of a session
 * is left to us: limits and role are the account's own there (`pooledFault` says what is missing), and no statement has a name.
 */
export function poolTo(
  url: string,
  { connections, ...patience }: Omit<Patience, "unnamed"> & { connections: number },
): WatchedPool {
  const unnamed = isPooled(url);
  const config: pg.PoolConfig = {
    connectionString: url,
    max: connections,
    application_name: "entente",
    ...(unnamed ? {} : limits),
    onConnect: async (client) => {
      await client.query(unnamed ? inUtc : `${inUtc}; ${asApplication}`);
    },
  };
  const pool = new WatchedPool(config, { ...patience, unnamed });
  // Without a handler an idle connection that the server drops would end the process.
  pool.on("error", () => undefined);
  return pool;
}

/**
 * What the account lacks that a pooler keeps us from setting on each connection, as a sentence; null where nothing is
 * missing. Asked of the pool whose address says that a pooler stands there.
 */
export async function pooledFault(pool: pg.Pool): Promise<string | null> {
  const { rows } = await pool.query<{ limit: string; rewrites: boolean }>(
    `SELECT current_setting('statement_timeout') AS limit, has_table_privilege('"Revision"', 'DELETE') AS rewrites`,
  );
  const { limit, rewrites } = rows[0]!;
  if (rewrites)
    return "DATABASE_URL names an account that may rewrite history, and a pooler keeps no other role: log in as one that is a member of entente_app";
  if (limit === "0")
    return "the account of DATABASE_URL has no limit of time, and a pooler keeps none: run ALTER ROLE … SET statement_timeout = '10s', idle_in_transaction_session_timeout = '10s'";
  return null;
}
