/** Databases that hold the first dossier and an account for each role: made once, and copied where one is wanted. */
import pg from "pg";
import { hashOf } from "../../scripts/lib/hash.mjs";
import { dataFolder } from "../../scripts/lib/paths.mjs";
import type { EmbeddedPostgres } from "../../scripts/lib/postgres.mjs";
import { mustRun, typescript } from "../../scripts/lib/run.mjs";
import { cloneDatabase } from "../../tests/support/test-postgres";

/** What such a database is made of, and by. */
const sources = ["e2e/support/people.ts", "e2e/support/prepare-database.ts", "lib", "messages", "prisma"];
/** Two runs that want the first of them at once: one makes it, the other waits. */
const making = 20_140_914;

/** Makes tables, the first dossier and the accounts in an empty database. */
export async function prepare(url: string): Promise<void> {
  const program = [...typescript, "e2e/support/prepare-database.ts"];
  await mustRun("Preparing the tests' database", process.execPath, program, {
    env: {
      DATABASE_URL: url,
      DIRECT_DATABASE_URL: url,
      ENTENTE_DATA: dataFolder(),
      ENTENTE_SECRET: "only for tests: 0123456789 0123456789",
      NODE_ENV: "production",
    },
  });
}

/** Makes a database of that name as `prepare` does, as a copy of one that is kept, and returns its address. */
export async function preparedDatabase(postgres: EmbeddedPostgres, name: string): Promise<string> {
  const { E2E_EMAIL = "", E2E_PASSWORD = "" } = process.env;
  const kept = `prepared_${hashOf(sources, E2E_EMAIL, E2E_PASSWORD).slice(0, 16)}`;
  const admin = postgres.urlOf("postgres");
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [making]);
    const { rows } = await client.query<{ datname: string }>(
      String.raw`SELECT datname FROM pg_database WHERE datname LIKE 'prepared\_%'`,
    );
    if (!rows.some(({ datname }) => datname === kept)) {
      // Those of earlier sources, and one whose making was cut off.
      for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
      const half = `${kept}_half`;
      await client.query(`CREATE DATABASE ${half}`);
      await prepare(postgres.urlOf(half));
      await client.query(`ALTER DATABASE ${half} RENAME TO ${kept}`);
    }
  } finally {
    await client.end();
  }
  await cloneDatabase(admin, kept, name);
  return postgres.urlOf(name);
}
