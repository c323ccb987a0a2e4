import "server-only";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { withSchemaEngineOffline } from "./schema-engine";

/** Where the schema and its migrations lie; the snapshot of the schema stands beside each `migration.sql`. */
export interface PrismaFolder {
  root: string;
}

const LOCK_FILE = `# Written by Prisma's format; do not edit.\nprovider = "postgresql"\n`;

/** Names of the committed migrations, oldest first. */
export async function listMigrations({ root }: PrismaFolder): Promise<string[]> {
  const entries = await readdir(join(root, "migrations"), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The committed migrations in the shape that the schema engine takes. */
export async function readMigrations(folder: PrismaFolder): Promise<MigrationList> {
  const baseDir = join(folder.root, "migrations");
  const names = await listMigrations(folder);
  const migrationDirectories = await Promise.all(
    names.map(async (path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: await readFile(join(baseDir, path, "migration.sql"), "utf8") },
      },
    })),
  );
  return {
    baseDir,
    lockfile: { path: "./migration_lock.toml", content: LOCK_FILE },
    shadowDbInitScript: "",
    migrationDirectories,
  };
}

/** The schema that the database is to have. */
export async function readSchema({ root }: PrismaFolder): Promise<string> {
  return readFile(join(root, "schema.prisma"), "utf8");
}

async function newestSnapshot(folder: PrismaFolder): Promise<string | null> {
  for (const name of (await listMigrations(folder)).reverse()) {
    const text = await readFile(join(folder.root, "migrations", name, "schema.prisma"), "utf8").catch(
      () => null,
    );
    if (text !== null) return text;
  }
  return null;
}

/** A UTC stamp such as `20260131093000`, by which migrations sort. */
export function migrationStamp(now: Date): string {
  return now
    .toISOString()
    .replace(/[^0-9]/g, "")
    .slice(0, 14);
}

/**
 * Writes a new migration from the difference between the last committed snapshot and the schema as it is now.
 * Returns its folder and SQL, or null when nothing changed. Throws when the schema is not valid.
 */
export async function newMigration(
  folder: PrismaFolder,
  name: string,
  now = new Date(),
): Promise<{ path: string; sql: string } | null> {
  const schema = await readSchema(folder);
  const before = await newestSnapshot(folder);
  const sql = await diffSchemas(before, schema);
  if (sql === null) return null;
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
  const path = join(folder.root, "migrations", `${migrationStamp(now)}_${slug || "change"}`);
  await mkdir(path, { recursive: true });
  await writeFile(join(folder.root, "migrations", "migration_lock.toml"), LOCK_FILE);
  await writeFile(join(path, "migration.sql"), sql);
  await writeFile(join(path, "schema.prisma"), schema);
  return { path, sql };
}

/** The SQL that leads from one Prisma schema (null: an empty database) to another, or null if there is none. */
export async function diffSchemas(from: string | null, to: string): Promise<string | null> {
  const datamodel = (content: string) => ({
    tag: "schemaDatamodel" as const,
    files: [{ content, path: "schema.prisma" }],
  });
  return withSchemaEngineOffline(to, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: from === null ? { tag: "empty" } : datamodel(from),
      to: datamodel(to),
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    // The schema `public` is always there, and making it asks for a right that a database's user may lack.
    return exitCode === 2 ? (stdout ?? "").replace(/^-- CreateSchema\nCREATE SCHEMA [^\n]*\n\n/, "") : null;
  });
}
