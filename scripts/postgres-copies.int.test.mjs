/** A data folder that was copied or moved: each works on its own database, never on another's. */
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, expect, it } from "vitest";
import { startPostgres } from "./lib/postgres.mjs";
import { untilEnd } from "./lib/run.mjs";

const careless = { settings: ["fsync=off"] };
const undo = [];

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

function above() {
  const folder = mkdtempSync(join(tmpdir(), "entente-copies-"));
  chmodSync(folder, 0o755);
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts on a data folder, asks one thing, and stops again. */
async function ask(data, statement) {
  const server = await startPostgres(data, careless);
  const client = new pg.Client({ connectionString: server.ownerUrl });
  try {
    await client.connect();
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
    await server.release();
  }
}

const folderOf = (data) => JSON.parse(readFileSync(join(data, "postgres.json"), "utf8")).folder;

it("starts a copy on the copy's own database, and a moved folder where it is now", async () => {
  const root = above();
  const [first, copy, moved] = ["first", "copy", "moved"].map((name) => join(root, name));
  mkdirSync(first, { mode: 0o755 });
  await ask(first, "SELECT 1");
  await untilEnd("cp", ["-a", first, copy]);

  await ask(copy, "CREATE TABLE of_the_copy ()");
  expect(folderOf(copy)).toBe(join(copy, "postgres"));
  const hasTable = "SELECT to_regclass('of_the_copy') IS NOT NULL AS yes";
  expect(await ask(first, hasTable)).toEqual([{ yes: false }]);

  renameSync(copy, moved);
  expect(await ask(moved, hasTable)).toEqual([{ yes: true }]);
});

it("refuses a copy whose database lies with the original, and says what to do instead", async () => {
  const root = above();
  const [first, copy] = ["first", "copy"].map((name) => join(root, name));
  mkdirSync(first);
  const file = join(first, "postgres.json");
  writeFileSync(file, JSON.stringify({ folder: join(root, "elsewhere", "postgres"), of: first }));
  cpSync(first, copy, { recursive: true });
  await expect(startPostgres(copy, careless)).rejects.toThrow(/is a copy of .*backup.*restore/);
});
