/** The embedded PostgreSQL lets in two accounts, neither of them a superuser; older data folders are moved over. */
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, expect, it } from "vitest";
import { connect } from "@/lib/database/client";
import { admitApplication } from "@/lib/operations/application-account";
import { applyMigrations } from "@/lib/operations/migrations";
import { nativeFolder } from "./lib/postgres-native.mjs";
import { postgresUser } from "./lib/postgres-user.mjs";
import { freePort, startPostgres } from "./lib/postgres.mjs";
import { inRepo } from "./lib/paths.mjs";
import { untilEnd } from "./lib/run.mjs";

const prisma = { root: inRepo("prisma") };
const careless = { settings: ["fsync=off"] };
const undo = [];

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

function dataFolder() {
  const data = mkdtempSync(join(tmpdir(), "entente-accounts-"));
  chmodSync(data, 0o755);
  undo.push(() => rmSync(data, { recursive: true, force: true }));
  return data;
}

async function started(data) {
  const server = await startPostgres(data, careless);
  undo.push(() => server.release());
  return server;
}

/** The code of the error that a statement fails with, or "done". */
async function outcome(url, ...statements) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
    return "done";
  } catch (error) {
    return error.code;
  } finally {
    await client.end();
  }
}

async function rowsOf(url, statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

const denied = "42501";
const addEvent = (id) =>
  `INSERT INTO "AuditEvent" ("id", "byName", "action", "subject") VALUES ('01890a5d-ac96-774b-bcce-b302099a80${id}', 'A', 'test', 's')`;

/** What the application's account must not do to the history, however it tries. */
async function expectHistoryIsSafe(url) {
  expect(await outcome(url, addEvent("01"))).toBe("done");
  for (const table of ["AuditEvent", "Revision"]) {
    expect(await outcome(url, `UPDATE "${table}" SET "byName" = 'B'`)).toBe(denied);
    expect(await outcome(url, `DELETE FROM "${table}"`)).toBe(denied);
    expect(await outcome(url, `TRUNCATE "${table}"`)).toBe(denied);
    expect(await outcome(url, `ALTER TABLE "${table}" DISABLE TRIGGER ALL`)).toBe(denied);
    expect(await outcome(url, `DROP TABLE "${table}"`)).toBe(denied);
  }
  for (const role of ["entente_owner", "postgres", "entente"])
    expect([denied, "22023"], role).toContain(await outcome(url, `SET ROLE ${role}`));
  expect(await outcome(url, "SET session_replication_role = replica")).toBe(denied);
  expect(await outcome(url, "CREATE TABLE mine (id int)")).toBe(denied);
  expect(await outcome(url, "CREATE ROLE mine SUPERUSER")).toBe(denied);
  expect(await outcome(url, "COPY (SELECT 1) TO PROGRAM 'true'")).toBe(denied);
}

/** The tables are the owner's, who is no superuser and can go on migrating. */
async function expectOwnerOwns(url) {
  const [roles, owners] = [
    await rowsOf(
      url,
      "SELECT rolsuper OR rolcreaterole OR rolcreatedb AS may FROM pg_roles WHERE rolname LIKE 'entente_%'",
    ),
    await rowsOf(
      url,
      `SELECT DISTINCT pg_get_userbyid(relowner) AS name FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S')`,
    ),
  ];
  expect(roles).toEqual([{ may: false }, { may: false }, { may: false }]);
  expect(owners).toEqual([{ name: "entente_owner" }]);
  expect(
    await outcome(url, `ALTER TABLE "Entry" ADD COLUMN later int`, "CREATE TABLE later (id serial)"),
  ).toBe("done");
}

it("keeps the history from the application's account, on a new folder", async () => {
  const { url, ownerUrl } = await started(dataFolder());
  await applyMigrations(prisma, ownerUrl);
  expect(await admitApplication(ownerUrl, url)).toBeNull();
  await expectHistoryIsSafe(url);
  await expectOwnerOwns(ownerUrl);
  // What the owner makes later is the application's to use as well.
  expect(await outcome(url, "INSERT INTO later DEFAULT VALUES")).toBe("done");
  const { db, close } = connect(url);
  expect(await db.entry.count()).toBe(0);
  await close();
});

it("moves a folder of an earlier version over, with its data", async () => {
  const data = dataFolder();
  const { folder, password } = await earlierFolder(data);
  const server = await started(data);
  expect(await rowsOf(server.url, `SELECT "action" FROM "AuditEvent"`)).toEqual([{ action: "test" }]);
  await applyMigrations(prisma, server.ownerUrl);
  expect(await admitApplication(server.ownerUrl, server.url)).toBeNull();
  await expectHistoryIsSafe(server.url);
  await expectOwnerOwns(server.ownerUrl);
  expect(await outcome(server.url, "INSERT INTO later DEFAULT VALUES")).toBe("done");
  // The superuser is out of reach, also with the password that it had.
  const old = new URL(server.url);
  Object.assign(old, { username: "entente", password });
  await expect(outcome(old.href)).rejects.toMatchObject({ code: "28000" });
  expect(readFileSync(join(data, "postgres.json"), "utf8")).not.toContain(password);
  expect(statSync(join(data, "postgres.json")).mode & 0o777).toBe(0o600);
  expect(existsSync(`${folder}.sql`)).toBe(false);
});

it("moves it over although it was left running by a killed start", async () => {
  const data = dataFolder();
  await earlierFolder(data, { stop: false });
  const server = await started(data);
  expect(await rowsOf(server.url, `SELECT "action" FROM "AuditEvent"`)).toEqual([{ action: "test" }]);
});

/** A data folder as earlier versions made it: one account, a superuser, that owns and does everything. */
async function earlierFolder(data, { stop = true } = {}) {
  const user = postgresUser();
  const as = user ? { uid: user.uid, gid: user.gid } : {};
  const folder = join(data, "postgres");
  const password = "the password of earlier";
  const run = async (program, ...args) => {
    const path = join(nativeFolder(user), "bin", program);
    const { code, output } = await untilEnd(path, args, { ...as, cwd: "/", env: { LC_ALL: "C" } });
    expect(code, output).toBe(0);
  };
  mkdirSync(folder, { mode: 0o700 });
  const secret = join(data, "secret");
  writeFileSync(secret, password);
  if (user) for (const path of [folder, secret]) chownSync(path, user.uid, user.gid);
  await run(
    "initdb",
    "-D",
    folder,
    "-U",
    "entente",
    "--auth=scram-sha-256",
    `--pwfile=${secret}`,
    "--locale=C",
  );
  const port = await freePort();
  const flags = `-c port=${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`;
  await run("pg_ctl", "-D", folder, "-w", "-l", join(folder, "server.log"), "-o", flags, "start");
  writeFileSync(join(data, "postgres.json"), JSON.stringify({ folder, port, password }), { mode: 0o600 });
  const url = (database) =>
    `postgresql://entente:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  expect(await outcome(url("postgres"), "CREATE DATABASE entente")).toBe("done");
  await applyMigrations(prisma, url("entente"));
  expect(await outcome(url("entente"), addEvent("00"))).toBe("done");
  if (stop) await run("pg_ctl", "-D", folder, "-w", "-m", "fast", "stop");
  return { folder, password };
}
