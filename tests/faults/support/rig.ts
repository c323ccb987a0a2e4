/** Everything a fault test needs: a database of its own behind a wire, the first dossier, people, and servers. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { people, type RoleName } from "../../../e2e/support/people";
import { PlainBrowser, signInPlainly } from "../../../e2e/support/plain-browser";
import { mustRun, typescript } from "../../../scripts/lib/run.mjs";
import { type OwnPostgres, ownPostgres } from "./own-postgres";
import { ownEnv, type OwnServer, ownServer } from "./own-server";
import { type Wire, wireTo } from "./wire";

export interface Rig {
  postgres: OwnPostgres;
  /** What stands between servers and database. */
  wire: Wire;
  /** Where the first server keeps its documents. */
  data: string;
  /** Starts a server; with `data` of its own unless told otherwise. */
  serve(settings?: { data?: string; home?: string; env?: Record<string, string> }): Promise<OwnServer>;
  /** A person signed in at a server, without scripts. */
  signIn(server: OwnServer, role: RoleName): Promise<PlainBrowser>;
  /** A folder that goes with the rig. */
  folder(): string;
  stop(): Promise<void>;
}

export async function startRig(): Promise<Rig> {
  const postgres = await ownPostgres();
  const wire = await wireTo(postgres.port);
  const folders: string[] = [];
  const servers: OwnServer[] = [];
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), "entente-fault-data-"));
    chmodSync(made, 0o755);
    folders.push(made);
    return made;
  };
  const data = folder();
  const through = new URL(postgres.url);
  through.port = String(wire.port);
  await mustRun(
    "Preparing the database",
    process.execPath,
    [...typescript, "e2e/support/prepare-database.ts"],
    {
      env: ownEnv({ databaseUrl: postgres.url, data }, 3000),
    },
  );
  // What tests do to the database directly, they do past the wire.
  process.env.DATABASE_URL = postgres.url;
  process.env.DIRECT_DATABASE_URL = postgres.url;
  process.env.ENTENTE_SECRET ??= "only for tests: 0123456789 0123456789";
  return {
    postgres,
    wire,
    data,
    folder,
    async serve(settings = {}) {
      const server = await ownServer({ databaseUrl: through.href, ...settings, data: settings.data ?? data });
      servers.push(server);
      await server.start();
      return server;
    },
    async signIn({ origin }, role) {
      const browser = new PlainBrowser({ origin });
      await signInPlainly(browser, people[role]);
      return browser;
    },
    async stop() {
      await Promise.all(servers.map((server) => server.end("SIGKILL")));
      const { closeDatabase } = await import("@/lib/database/client");
      await closeDatabase();
      await wire.close();
      await postgres.stop();
      for (const one of folders) rmSync(one, { recursive: true, force: true });
    },
  };
}
