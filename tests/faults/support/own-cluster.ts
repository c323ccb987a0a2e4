/** PostgreSQL as Debian's packages have it, with all its programs: clusters of a test's own, made, copied and ended. */
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  chmodSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../../scripts/lib/postgres.mjs";
import { openToAll, postgresUser } from "../../../scripts/lib/postgres-user.mjs";
import { untilEnd } from "../../../scripts/lib/run.mjs";

const packages = "/usr/lib/postgresql";
const user = postgresUser();

/** The folder of the newest version's programs; undefined where there is none with those for base backups. */
function programs(): string | undefined {
  const versions = existsSync(packages) ? readdirSync(packages).map(Number).filter(Boolean) : [];
  return versions
    .sort((a, b) => b - a)
    .map((version) => join(packages, String(version), "bin"))
    .find((bin) =>
      ["postgres", "initdb", "pg_ctl", "pg_basebackup"].every((name) => existsSync(join(bin, name))),
    );
}

/** Why there is no such cluster here; undefined where there can be. */
export const whyNoCluster = () =>
  programs() === undefined
    ? "PostgreSQL with pg_basebackup is not installed (Debian's package postgresql)"
    : undefined;

export interface Cluster {
  folder: string;
  port: number;
  /** The address of a database for an account that may do everything. */
  url(database: string): string;
  start(): Promise<void>;
  /** Ends it: having written all down, or as a crash does. */
  stop(how: "fast" | "immediate"): Promise<void>;
}

export interface Clusters {
  /** A folder that PostgreSQL may write. */
  folder(name: string): string;
  /** Runs one of PostgreSQL's programs to its end. @throws Error with what it printed */
  run(program: string, ...args: string[]): Promise<string>;
  /** A cluster in a folder of that name: a new one where there is nothing in it yet. Not started. */
  cluster(name: string, settings: Record<string, string>): Promise<Cluster>;
  copy(from: string, to: string): Promise<void>;
  end(): Promise<void>;
}

/** Makes a place for clusters. */
export function makeClusters(): Clusters {
  const root = mkdtempSync(join(tmpdir(), "entente-cluster-"));
  chmodSync(root, 0o755);
  if (user && !openToAll(join(root, "one")))
    throw new Error(`${root} cannot be reached by PostgreSQL's account`);
  const bin = programs()!;
  const made: Cluster[] = [];
  const give = (path: string) => user && chownSync(path, user.uid, user.gid);
  const folder = (name: string) => {
    const path = join(root, name);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    give(path);
    return path;
  };
  const run = async (program: string, ...args: string[]) => {
    const options = {
      cwd: "/",
      env: { LC_ALL: "C", TZ: "UTC" },
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    };
    const { code, output } = await untilEnd(join(bin, program), args, options);
    if (code !== 0) throw new Error(`${program}: ${output.slice(-2000)}`);
    return output;
  };
  return {
    folder,
    run,
    async cluster(name, settings) {
      const data = folder(name);
      const order = ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=und", "--locale=C.UTF-8"];
      // Nothing but this test's own processes is on its loopback port.
      if (readdirSync(data).length === 0)
        await run("initdb", "-D", data, "-U", "postgres", "--auth=trust", "--no-sync", ...order);
      const port = await freePort();
      const fixed = {
        port: String(port),
        listen_addresses: "127.0.0.1",
        unix_socket_directories: "",
        timezone: "UTC",
      };
      const lines = Object.entries({ ...fixed, ...settings }).map(
        ([key, value]) => `${key} = '${value.replaceAll("'", "''")}'\n`,
      );
      const file = join(data, "postgresql.auto.conf");
      writeFileSync(file, lines.join(""));
      give(file);
      const cluster: Cluster = {
        folder: data,
        port,
        url: (database) => `postgresql://postgres@127.0.0.1:${port}/${database}`,
        start: async () =>
          void (await run("pg_ctl", "-D", data, "-w", "-t", "120", "-l", join(data, "server.log"), "start")),
        stop: async (how) => void (await run("pg_ctl", "-D", data, "-w", "-t", "60", "-m", how, "stop")),
      };
      made.push(cluster);
      return cluster;
    },
    async copy(from, to) {
      cpSync(join(root, from), join(root, to), { recursive: true, verbatimSymlinks: true });
      if (user) await untilEnd("chown", ["-R", `${user.uid}:${user.gid}`, join(root, to)]);
      chmodSync(join(root, to), 0o700);
    },
    async end() {
      for (const { folder: data, stop } of made)
        if (existsSync(join(data, "postmaster.pid"))) await stop("immediate").catch(() => undefined);
      rmSync(root, { recursive: true, force: true });
    },
  };
}
