/** Everything a fault test needs: a database with the first dossier and people, and servers. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v4 } from "uuid";
import { people, type RoleName } from "../../../e2e/support/people";
import { PlainBrowser, signInPlainly } from "../../../e2e/support/plain-browser";
import { prepare, preparedDatabase } from "../../../e2e/support/prepared-database";
import { joinTestPostgres, statements } from "../../support/test-postgres";
import { type OwnPostgres, ownPostgres } from "./own-postgres";
import { type OwnServer, ownServer } from "./own-server";
import { type Wire, wireTo } from "./wire";

export interface Rig {
  /** The address of its database. */
  databaseUrl: string;
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

/** A rig whose database can be broken: a PostgreSQL of its own behind a wire. */
export interface BreakableRig extends Rig {
  postgres: OwnPostgres;
  /** What stands between servers and database. */
  wire: Wire;
}

/** A rig with a database of its own on the server that all tests share. */
export async function startRig(): Promise<Rig> {
  const postgres = await joinTestPostgres();
  const name = `run${process.pid}_faults_${v4().replaceAll("-", "")}`;
  const url = await preparedDatabase(postgres, name);
  return rigOn({ url, seenAs: url }, async () => {
    await statements(postgres.urlOf("postgres"), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await postgres.release();
  });
}

export async function startBreakableRig(): Promise<BreakableRig> {
  const postgres = await ownPostgres();
  const wire = await wireTo(postgres.port);
  await prepare(postgres.url);
  const seenAs = new URL(postgres.url);
  seenAs.port = String(wire.port);
  const rig = rigOn({ url: postgres.url, seenAs: seenAs.href }, async () => {
    await wire.close();
    await postgres.stop();
  });
  return { ...rig, postgres, wire };
}

/** A rig on a database at `url`, which servers reach by the address `seenAs`. */
function rigOn({ url, seenAs }: { url: string; seenAs: string }, end: () => Promise<void>): Rig {
  const folders: string[] = [];
  const servers: OwnServer[] = [];
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), "entente-fault-data-"));
    chmodSync(made, 0o755);
    folders.push(made);
    return made;
  };
  const data = folder();
  // What tests do to the database directly, they do past the wire.
  process.env.DATABASE_URL = url;
  process.env.DIRECT_DATABASE_URL = url;
  process.env.ENTENTE_SECRET ??= "only for tests: 0123456789 0123456789";
  return {
    databaseUrl: url,
    data,
    folder,
    async serve(settings = {}) {
      const server = await ownServer({ databaseUrl: seenAs, ...settings, data: settings.data ?? data });
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
      await end();
      for (const one of folders) rmSync(one, { recursive: true, force: true });
    },
  };
}
