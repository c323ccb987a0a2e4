import { mkdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { applyMigrations } from "@/lib/operations/migrations";
import { dataFolder, inRepo } from "../../scripts/lib/paths.mjs";
import { type EmbeddedPostgres, startPostgres } from "../../scripts/lib/postgres.mjs";

// Nothing here needs to survive a power cut.
const settings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"];

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

/** Runs statements one after the other on a database. */
export async function statements(url: string, ...texts: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const text of texts) await client.query(text);
  } finally {
    await client.end();
  }
}

/** Starts the server for tests, or joins it, and makes this run's template. */
export async function startCluster(): Promise<Cluster> {
  const data = join(dataFolder(), "test");
  mkdirSync(data, { recursive: true });
  const server = await startPostgres(data, { settings, superuser: true });
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

/** Clones a database. Of two clones at once one has to wait: PostgreSQL refuses a template in use. */
export async function cloneDatabase(admin: string, template: string, name: string): Promise<void> {
  const key = 20_140_913;
  await statements(
    admin,
    `SELECT pg_advisory_lock(${key})`,
    `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`,
    `CREATE DATABASE ${name} TEMPLATE ${template}`,
  );
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
