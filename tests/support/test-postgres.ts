/** The PostgreSQL of tests: an embedded server that all runs in this folder share. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { dataFolder } from "../../scripts/lib/paths.mjs";
import { type EmbeddedPostgres, startPostgres } from "../../scripts/lib/postgres.mjs";

/** How a server for tests is set: nothing there needs to survive a power cut. */
export const careless = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_connections=300",
];

/** Starts the server for tests, or joins it. */
export async function joinTestPostgres(): Promise<EmbeddedPostgres> {
  const data = join(dataFolder(), "test");
  mkdirSync(data, { recursive: true });
  return startPostgres(data, { settings: careless, superuser: true });
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
