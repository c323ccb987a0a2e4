/** Runs before each file of integration tests: gives it a migrated, empty database of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { v4 } from "uuid";
import { closeDatabase } from "@/lib/database/client";
import { cloneDatabase, statements } from "./cluster";

const [admin, prefix] = [inject("admin"), inject("prefix")];
const name = `${prefix}_${v4().replaceAll("-", "")}`;
await cloneDatabase(admin, `${prefix}_template`, name);

const address = new URL(admin);
address.pathname = `/${name}`;
process.env.DATABASE_URL = address.href;
process.env.DIRECT_DATABASE_URL = address.href;
process.env.ENTENTE_SECRET ??= "only for tests: 0123456789 0123456789";
process.env.ENTENTE_DATA = mkdtempSync(join(tmpdir(), "entente-test-"));

afterAll(async () => {
  await closeDatabase();
  rmSync(process.env.ENTENTE_DATA!, { recursive: true, force: true });
  await statements(admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});
