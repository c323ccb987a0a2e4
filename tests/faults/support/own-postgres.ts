/** A PostgreSQL of a test's own, that can be killed outright and come back on the same data and port. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { runningOn } from "../../../scripts/lib/postgres-running.mjs";
import { startPostgres } from "../../../scripts/lib/postgres.mjs";
import { until } from "../../support/until";

export interface OwnPostgres {
  url: string;
  port: number;
  /** kill -9 of the server; resolves when nothing answers on its port any more. */
  kill(): Promise<void>;
  /** Starts it again. */
  revive(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

// A killed process loses nothing that it has handed to the system: only a power cut would need fsync.
const settings = ["fsync=off", "full_page_writes=off", "max_connections=200"];

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

export async function ownPostgres(): Promise<OwnPostgres> {
  const data = mkdtempSync(join(tmpdir(), "entente-fault-"));
  chmodSync(data, 0o755);
  let server = await startPostgres(data, { settings, superuser: true });
  const { folder } = JSON.parse(readFileSync(join(data, "postgres.json"), "utf8")) as { folder: string };
  const url = server.urlOf("entente");
  // A test that ends early must leave no server behind.
  const quit = () => {
    const file = join(folder, "postmaster.pid");
    if (existsSync(file)) process.kill(Number.parseInt(readFileSync(file, "utf8")), "SIGQUIT");
  };
  process.once("exit", quit);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => process.exit(1));
  const answers = async () => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
    client.on("error", () => undefined);
    return client.connect().then(
      () => client.end().then(() => true),
      () => false,
    );
  };
  return {
    url,
    port: Number(new URL(url).port),
    async kill() {
      const running = await runningOn(folder);
      if (running) {
        process.kill(running.pid, "SIGKILL");
        // It would find its own name in the pid file, as long as its end has not been noted.
        await until("its process is gone", () => !exists(running.pid));
      }
      await until("the database is gone", async () => !(await answers()));
    },
    async revive() {
      server = await startPostgres(data, { settings, superuser: true });
      if (new URL(server.url).port !== new URL(url).port) throw new Error("the database's port was taken");
    },
    async stop() {
      await server.release();
      process.off("exit", quit);
      rmSync(data, { recursive: true, force: true });
      if (!folder.startsWith(data)) rmSync(folder, { recursive: true, force: true });
    },
  };
}
