import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { beforeEach, describe, expect, it } from "vitest";
import { statements } from "@/tests/support/test-postgres";
import { emptyDatabase } from "@/tests/support/empty-database";
import { diffSchemas, listMigrations, newMigration, readSchema } from "./migration-files";
import { applyMigrations, migrationState } from "./migrations";

const ours = { root: "prisma" };
let url: string;
beforeEach(async () => {
  url = await emptyDatabase();
});

async function copyOfOurs() {
  const root = await mkdtemp(join(tmpdir(), "entente-migrations-"));
  await cp("prisma", root, { recursive: true });
  return { root };
}

async function addMigration(folder: { root: string }, name: string, sql: string) {
  await mkdir(join(folder.root, "migrations", name));
  await writeFile(join(folder.root, "migrations", name, "migration.sql"), sql);
}

describe("the committed migrations", () => {
  it("apply once, however many start at once", async () => {
    const names = await listMigrations(ours);
    expect(await migrationState(ours, url)).toMatchObject({ applied: [], waiting: names });
    const applied = await Promise.all([1, 2, 3].map(() => applyMigrations(ours, url)));
    expect(applied.flat()).toEqual(names);
    expect(await migrationState(ours, url)).toMatchObject({
      applied: names,
      waiting: [],
      unknown: [],
      failed: [],
    });
  });

  it("lead to the schema as it is: nothing waits to be written", async () => {
    const newest = (await listMigrations(ours)).at(-1)!;
    const snapshot = await readFile(join(ours.root, "migrations", newest, "schema.prisma"), "utf8");
    expect(await diffSchemas(snapshot, await readSchema(ours))).toBeNull();
  });
});

describe("a database that should not be built upon", () => {
  it("has migrations of a newer version", async () => {
    await applyMigrations(ours, url);
    await statements(
      url,
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ('1', 'x', '29990101000000_from_the_future', now(), 1)`,
    );
    await expect(applyMigrations(ours, url)).rejects.toThrow(/29990101000000_from_the_future/);
  });

  it("had a migration that was changed since", async () => {
    const folder = await copyOfOurs();
    await applyMigrations(folder, url);
    const [first] = await listMigrations(folder);
    await appendFile(join(folder.root, "migrations", first!, "migration.sql"), "-- more\n");
    await expect(applyMigrations(folder, url)).rejects.toThrow(/changed after they were applied/);
  });
});

describe("a migration that fails", () => {
  it("leaves nothing behind, and can be mended and tried again", async () => {
    const folder = await copyOfOurs();
    await addMigration(folder, "29990101000000_bad", "CREATE TABLE half (id int); SELECT 1/0;");
    await expect(applyMigrations(folder, url)).rejects.toThrow(/left nothing behind: division by zero/);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query("SELECT to_regclass('half') AS half");
    await client.end();
    expect(rows).toEqual([{ half: null }]);
    await rm(join(folder.root, "migrations", "29990101000000_bad"), { recursive: true });
    await addMigration(folder, "29990101000000_good", "CREATE TABLE whole (id int);");
    expect(await applyMigrations(folder, url)).toEqual(["29990101000000_good"]);
  });

  it("gives up soon on a table that someone holds", async () => {
    const folder = await copyOfOurs();
    await applyMigrations(folder, url);
    await addMigration(folder, "29990101000000_waits", `ALTER TABLE "Entry" ADD COLUMN waits int;`);
    const holder = new pg.Client({ connectionString: url });
    await holder.connect();
    await holder.query(`BEGIN; LOCK TABLE "Entry" IN ACCESS SHARE MODE`);
    await expect(applyMigrations(folder, url)).rejects.toThrow(/lock timeout/);
    await holder.end();
    expect(await applyMigrations(folder, url)).toEqual(["29990101000000_waits"]);
  });
});

describe("a new migration", () => {
  it("is written from the schema's change, and again only after another", async () => {
    const folder = await copyOfOurs();
    expect(await newMigration(folder, "nothing")).toBeNull();
    const model = "\nmodel Prize {\n  id String @id @db.Uuid\n  name String\n}\n";
    await appendFile(join(folder.root, "schema.prisma"), model);
    const made = await newMigration(folder, "Add prizes!", new Date("2999-02-03T04:05:06Z"));
    expect(made?.path).toMatch(/29990203040506_add_prizes$/);
    expect(made?.sql).toContain('CREATE TABLE "Prize"');
    expect(await newMigration(folder, "again")).toBeNull();
    expect(await applyMigrations(folder, url)).toContain("29990203040506_add_prizes");
  });
});
