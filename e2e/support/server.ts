import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { dataFolder, root } from "../../scripts/lib/paths.mjs";
import { freePort, startPostgres } from "../../scripts/lib/postgres.mjs";
import { typescript } from "../../scripts/lib/run.mjs";
import { careless, statements } from "../../tests/support/test-postgres";
import { preparedDatabase } from "./prepared-database";

/** A production server with a database and a data folder of its own. */
export interface TestServer {
  url: string;
  /** The address of its database, for tests that must look behind the pages. */
  databaseUrl: string;
  /** Milliseconds from the start of its process until it took requests. */
  startedIn: number;
  stop(): Promise<void>;
}

/** What these servers seal sessions with. */
export const testSecret = "only for tests: 0123456789 0123456789";

/**
 * Starts one: database, tables, first dossier, accounts, server. The site must be built. With `durable` its
 * PostgreSQL is set as in use, on a cluster apart. `beforeStart` fills the database before the server reads it; `settings`
 * are set beside the usual ones, and `label` tells its database from that of another one that this process starts.
 */
export async function startTestServer({
  durable = false,
  beforeStart,
  settings = {},
  label = "browser",
}: {
  durable?: boolean;
  beforeStart?: (databaseUrl: string) => Promise<void>;
  settings?: Record<string, string>;
  label?: string;
} = {}): Promise<TestServer> {
  const shared = join(dataFolder(), durable ? "bench" : "test");
  mkdirSync(shared, { recursive: true });
  const postgres = await startPostgres(shared, { settings: durable ? [] : careless, superuser: true });
  const name = `run${process.pid}_${label}`;
  const databaseUrl = await preparedDatabase(postgres, name);
  const data = mkdtempSync(join(shared, "browser-"));
  const port = await freePort();
  const env = {
    DATABASE_URL: databaseUrl,
    DIRECT_DATABASE_URL: databaseUrl,
    ENTENTE_DATA: data,
    ENTENTE_SECRET: testSecret,
    NODE_ENV: "production" as const,
    PORT: String(port),
    HOST: "127.0.0.1",
    LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
    // What the surroundings may have set is not for this server.
    ENTENTE_URL: "",
    TRUST_PROXY: "",
    METRICS_TOKEN: "",
    SMTP_URL: "",
    ENTENTE_SESSION_CONFIRM: "600",
    OIDC_ISSUER: "",
    ENTENTE_PASSWORDS_ONLY_FOR: "",
    NEXT_TELEMETRY_DISABLED: "1",
    ...settings,
  };
  await beforeStart?.(databaseUrl);
  const began = performance.now();
  const server = spawn(process.execPath, [...typescript, "server.ts"], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  await ready(server);
  const startedIn = performance.now() - began;
  const url = `http://localhost:${port}`;
  await warm(url);
  return {
    url,
    databaseUrl,
    startedIn,
    async stop() {
      const ended = once(server, "exit");
      if (server.kill("SIGTERM")) await ended;
      await statements(postgres.urlOf("postgres"), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      rmSync(data, { recursive: true, force: true });
      await postgres.release();
    },
  };
}

/** Asks once for a page of each sort: on a busy machine Next's first pages can take longer than a test waits. */
async function warm(url: string): Promise<void> {
  for (const path of ["/", "/kazakhstan-mexico", "/admin/sign-in"])
    await fetch(url + path).then((answer) => answer.arrayBuffer());
}

async function ready(server: ChildProcess): Promise<void> {
  const [happened] = (await Promise.race([once(server, "message"), once(server, "exit")])) as unknown[];
  if (happened !== "ready") throw new Error("The server for the tests did not start.");
}
