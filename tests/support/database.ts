/**
 * Runs before each file of integration tests: gives it a migrated, empty database and an empty folder. Both bear the
 * worker's name: the environment is read once by each process, which runs many files.
 */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, inject, vi } from "vitest";
import { closeDatabase } from "@/lib/database/client";
import { cloneDatabase, statements } from "./test-postgres";

const [admin, prefix] = [inject("admin"), inject("prefix")];
const name = `${prefix}_worker${process.pid}`;
const data = join(tmpdir(), `entente-test-${process.pid}`);
rmSync(data, { recursive: true, force: true });
mkdirSync(data);
await cloneDatabase(admin, `${prefix}_template`, name);

const address = new URL(admin);
address.pathname = `/${name}`;
process.env.DATABASE_URL = address.href;
process.env.DIRECT_DATABASE_URL = address.href;
process.env.ENTENTE_SECRET ??= "only for tests: 0123456789 0123456789";
process.env.ENTENTE_DATA = data;

afterAll(async () => {
  await closeDatabase();
  rmSync(data, { recursive: true, force: true });
  await statements(admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});

// What a file puts in a module's place reaches no module that is loaded already, and must not stay for later files.
if (readFileSync(expect.getState().testPath!, "utf8").includes("vi.mock(")) {
  vi.resetModules();
  afterAll(() => vi.resetModules());
}
