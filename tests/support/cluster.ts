import pg from "pg";
import { applyMigrations } from "@/lib/operations/migrations";
import { inRepo } from "../../scripts/lib/paths.mjs";
import type { EmbeddedPostgres } from "../../scripts/lib/postgres.mjs";
import { cloneDatabase, joinTestPostgres, statements } from "./test-postgres";

export { cloneDatabase, statements };

/** The databases of one run of tests, on an embedded server that other runs may share. */
export interface Cluster {
  /** What this run's databases are called by; `<prefix>_template` is the migrated one. */
  prefix: string;
  /** The address of a database by its name. */
  urlOf(name: string): string;
  /** Makes a migrated, empty database from the template, in some 60 ms, and returns its address. */
  clone(name: string): Promise<string>;
  /** Drops this run's databases and leaves the server. */
  close(): Promise<void>;
}

/** Starts the server for tests, or joins it, and makes this run's template. */
export async function startCluster(): Promise<Cluster> {
  const server = await joinTestPostgres();
  const prefix = `run${process.pid}`;
  const admin = server.urlOf("postgres");
  await dropLeft(server);
  const template = `${prefix}_template`;
  await statements(admin, `CREATE DATABASE ${template}`);
  await applyMigrations({ root: inRepo("prisma") }, server.urlOf(template));
  return {
    prefix,
    urlOf: server.urlOf,
    async clone(name) {
      await cloneDatabase(admin, template, `${prefix}_${name}`);
      return server.urlOf(`${prefix}_${name}`);
    },
    async close() {
      await dropWhere(server, (name) => name.startsWith(`${prefix}_`));
      await server.release();
    },
  };
}

/** Databases of runs that were killed. */
async function dropLeft(server: EmbeddedPostgres): Promise<void> {
  await dropWhere(server, (name) => {
    const run = /^run(\d+)_/.exec(name)?.[1];
    return run !== undefined && !runs(Number(run));
  });
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch {
    return false;
  }
}

async function dropWhere(server: EmbeddedPostgres, goes: (name: string) => boolean): Promise<void> {
  const client = new pg.Client({ connectionString: server.urlOf("postgres") });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>("SELECT datname FROM pg_database");
    for (const { datname } of rows)
      if (goes(datname)) await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
  } finally {
    await client.end();
  }
}
