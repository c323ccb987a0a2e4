import { afterAll, expect, it } from "vitest";
import { v4 } from "uuid";
import { required } from "@/lib/env";
import { statements } from "@/tests/support/test-postgres";
import { admitApplication } from "./application-account";
import { connect } from "@/lib/database/client";

const owner = required("directDatabaseUrl");
const made: string[] = [];

async function makeAccount(): Promise<string> {
  const name = `app_${v4().replaceAll("-", "")}`;
  await statements(owner, `CREATE ROLE ${name} LOGIN PASSWORD 'only for tests'`);
  made.push(name);
  return name;
}

/** The database's address for an account. */
function as(name: string): string {
  const url = new URL(owner);
  url.username = name;
  url.password = "only for tests";
  return url.href;
}

afterAll(async () => {
  // What one gave to another goes with the giver's own.
  for (const name of made) await statements(owner, `DROP OWNED BY ${name} CASCADE`);
  for (const name of made) await statements(owner, `DROP ROLE ${name}`);
});

/** Reads and writes as the application does, and tries what it must not. */
async function works(url: string): Promise<void> {
  const { db, close } = connect(url);
  try {
    await db.setupToken.deleteMany();
    expect(await db.entry.count()).toBe(0);
    expect(await db.$executeRaw`UPDATE pgboss.job SET priority = 1`).toBe(0);
    await expect(db.$executeRaw`DELETE FROM "AuditEvent"`).rejects.toThrow();
    await expect(db.$executeRaw`DELETE FROM "_prisma_migrations"`).rejects.toThrow(/42501|permission denied/);
  } finally {
    await close();
  }
}

it("lets another account than the owner's work, once and again", async () => {
  const url = as(await makeAccount());
  await expect(works(url)).rejects.toThrow(/permission denied|42501/);
  expect(await admitApplication(owner, url)).toBeNull();
  expect(await admitApplication(owner, url)).toBeNull();
  await works(url);
});

it("gives the rights themselves where the owner may not give the role away", async () => {
  const [poorOwner, name] = [await makeAccount(), await makeAccount()];
  await statements(
    owner,
    `GRANT USAGE, CREATE ON SCHEMA public TO ${poorOwner} WITH GRANT OPTION`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${poorOwner} WITH GRANT OPTION`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${poorOwner} WITH GRANT OPTION`,
    `GRANT USAGE ON SCHEMA pgboss TO ${poorOwner} WITH GRANT OPTION`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO ${poorOwner} WITH GRANT OPTION`,
  );
  expect(await admitApplication(as(poorOwner), as(name))).toBeNull();
  await works(as(name));
});

it("says what to run where it can do neither, or where there is no such account", async () => {
  const [stranger, name] = [await makeAccount(), await makeAccount()];
  expect(await admitApplication(as(stranger), as(name))).toMatch(/as a superuser, run GRANT entente_app TO/);
  expect(await admitApplication(owner, as("nobody-here"))).toMatch(/run CREATE ROLE "nobody-here" LOGIN/);
});

it("leaves the owner's own account as it is", async () => {
  expect(await admitApplication(owner, owner)).toBeNull();
});
