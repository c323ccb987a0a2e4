/** PgBouncer as Debian's package has it, giving connections away after each transaction. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import { freePort } from "../../../scripts/lib/postgres.mjs";
import { postgresUser } from "../../../scripts/lib/postgres-user.mjs";
import { onClient } from "../../support/on-client";
import { until } from "../../support/until";

const program = "/usr/sbin/pgbouncer";

/** Why there is no pooler here; undefined where there can be one. */
export const whyNoPooler = () =>
  existsSync(program) ? undefined : "PgBouncer is not installed (Debian's package pgbouncer)";

export interface OwnPooler {
  port: number;
  start(): Promise<void>;
  /** How long the client that waits longest has waited for a connection, in milliseconds. */
  longestWait(): Promise<number>;
  /** kill -9, or a plain end. */
  end(signal: "SIGKILL" | "SIGTERM"): Promise<void>;
}

interface Settings {
  /** A folder that PostgreSQL's account may write. */
  folder: string;
  /** The port of PostgreSQL on this machine. */
  to: number;
  account: string;
  /** How many connections it opens at most. */
  connections: number;
}

/** Makes one on a port of its own. Not started. */
export async function ownPooler({ folder, to, account, connections }: Settings): Promise<OwnPooler> {
  const port = await freePort();
  const [file, users] = [join(folder, "pgbouncer.ini"), join(folder, "users.txt")];
  writeFileSync(users, `"${account}" ""\n`);
  // What deploy/postgresql/pgbouncer.ini sets, with another place.
  const set = {
    ...settingsOf(readFileSync("deploy/postgresql/pgbouncer.ini", "utf8")),
    listen_port: port,
    auth_type: "trust",
    auth_file: users,
    stats_users: account,
    default_pool_size: connections,
    logfile: join(folder, "pgbouncer.log"),
    pidfile: join(folder, "pgbouncer.pid"),
    unix_socket_dir: "",
  };
  const lines = Object.entries(set).map(([key, value]) => `${key} = ${value}`);
  writeFileSync(file, `[databases]\n* = host=127.0.0.1 port=${to}\n[pgbouncer]\n${lines.join("\n")}\n`);
  const user = postgresUser();
  let child: ChildProcess | undefined;
  return {
    port,
    async start() {
      const as = user ? { uid: user.uid, gid: user.gid } : {};
      child = spawn(program, ["--quiet", file], { cwd: folder, stdio: "ignore", ...as });
      await until("the pooler takes connections", () => takes(port));
    },
    async longestWait() {
      // Its own console takes plain questions alone.
      const { rows } = await onClient(`postgresql://${account}@127.0.0.1:${port}/pgbouncer`, (client) =>
        client.query<{ maxwait: string; maxwait_us: string }>("SHOW POOLS"),
      );
      return Math.max(...rows.map((row) => Number(row.maxwait) * 1000 + Number(row.maxwait_us) / 1000));
    },
    async end(signal) {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill(signal);
      await ended;
    },
  };
}

/** The lines `key = value` of a file's part [pgbouncer]. */
function settingsOf(text: string): Record<string, string> {
  const [, own = ""] = text.split("[pgbouncer]");
  return Object.fromEntries(
    [...own.matchAll(/^(\w+) *= *(.*)$/gm)].map(([, key = "", value = ""]) => [key, value]),
  );
}

function takes(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: "127.0.0.1", port });
    socket.once("connect", () => (socket.destroy(), resolve(true)));
    socket.once("error", () => resolve(false));
  });
}
