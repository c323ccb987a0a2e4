import "server-only";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import pg from "pg";
import { inUtc } from "@/lib/database/connection";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";

// Prisma's own command line downloads this engine as a native binary, which may be out of reach; the
// WebAssembly build is on npm. Its published entry imports the .wasm as a module, which Node refuses, so it
// is instantiated here by hand. `__wbg_set_wasm` exists but is left out of its type file.
type Glue = WebAssembly.ModuleImports & { __wbg_set_wasm(exports: WebAssembly.Exports): void };

// The glue is one for the whole process and holds one instance, however many copies of this module there are.
const kept = globalThis as { ententeSchemaEngine?: Promise<void> };

async function load(): Promise<void> {
  const folder = dirname(
    createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg"),
  );
  const bytes = await readFile(join(folder, "schema_engine_bg.wasm"));
  // Its type file knows neither the module as imports nor `__wbg_set_wasm`.
  const imports = glue as unknown as Glue;
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": imports });
  imports.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start: () => void }).__wbindgen_start();
}

async function open(
  datamodel: string,
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<SchemaEngine> {
  await (kept.ententeSchemaEngine ??= load());
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  return SchemaEngine.new({ datamodels: [["schema.prisma", datamodel]] }, () => undefined, adapter);
}

/**
 * Prisma's adapter cuts a script at every semicolon, function bodies included, and runs the pieces one by one.
 * Sent whole, PostgreSQL runs it as one transaction: a migration happens altogether or not at all.
 */
class WholeScripts extends PrismaPg {
  /** What PostgreSQL said about a script; the engine keeps it to itself. */
  failure: unknown;

  override async connect(): ReturnType<PrismaPg["connect"]> {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        this.failure = error;
        throw error;
      }
    };
    return adapter;
  }
}

/** Lends Prisma's schema engine on a database to `work`. Throws when the database is unreachable. */
export async function withSchemaEngine<T>(
  datamodel: string,
  url: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: 10_000,
    // A migration that waits for a lock makes every reader queue behind it: it gives up instead.
    onConnect: async (client) => void (await client.query(`${inUtc}; SET lock_timeout = '1s'`)),
  });
  const adapter = new WholeScripts(pool);
  try {
    return await lend(await open(datamodel, adapter), work);
  } catch (error) {
    throw adapter.failure ?? error;
  } finally {
    // Freeing the engine does not close its connection, which holds the engine's lock.
    await pool.end();
  }
}

/** Lends the schema engine to `work` for comparing schemas only: no database is needed. */
export async function withSchemaEngineOffline<T>(
  datamodel: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const nowhere = { provider: "postgres", adapterName: "none", connect, connectToShadowDb: connect } as const;
  return lend(await open(datamodel, nowhere), work);
}

async function lend<T>(engine: SchemaEngine, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  try {
    return await work(engine);
  } finally {
    engine.free();
  }
}

async function connect(): Promise<SqlDriverAdapter> {
  // The engine asks any database this one thing before it does anything: does the schema exist, which version.
  const hello: SqlResultSet = {
    columnNames: ["exists", "version", "numeric_version"],
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, "PostgreSQL 15.0", 150000]],
  };
  return {
    provider: "postgres",
    adapterName: "none",
    queryRaw: async () => hello,
    executeRaw: async () => 0,
    executeScript: async () => undefined,
    startTransaction: async () => Promise.reject(new Error("There is no database.")),
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: false }),
    dispose: async () => undefined,
  };
}
