import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openLedger } from "./postgres-ledger.mjs";
import { nativeFolder, shared } from "./postgres-native.mjs";
import { runningOn } from "./postgres-running.mjs";
import { openToAll, postgresUser } from "./postgres-user.mjs";
import { untilEnd } from "./run.mjs";
import { Fault } from "./step.mjs";

const account = "entente";

/** A TCP port on loopback that is free now: the wanted one if it is, else any. */
export function freePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => (wanted ? resolve(freePort()) : reject(error)));
    probe.listen(wanted, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Starts the embedded PostgreSQL that keeps its data under `data`, or joins the one that runs there already.
 * Returns its address and `release()`, which stops it when nobody else has joined. `settings` are server
 * settings such as `fsync=off`. With `samePort` it waits for the port that it had: whoever runs knows no other. What
 * runs and where is written to `postgres.json`, readable by us alone.
 */
export async function startPostgres(data, { settings = [], samePort = false } = {}) {
  const ledger = await openLedger(join(data, "postgres.users"));
  const user = postgresUser();
  const native = nativeFolder(user);
  const program = (name) => join(native, "bin", name);
  const as = user ? { uid: user.uid, gid: user.gid } : {};
  const file = join(data, "postgres.json");
  const known = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const server = {
    folder: known.folder ?? place(data, user),
    port: known.port,
    password: known.password ?? randomBytes(18).toString("base64url"),
  };
  const save = () => writeFileSync(file, `${JSON.stringify(server, null, 2)}\n`, { mode: 0o600 });
  const control = (...args) =>
    untilEnd(program("pg_ctl"), ["-D", server.folder, "-w", "-t", "60", ...args], {
      ...as,
      cwd: "/",
      env: { PGDATA: undefined, PGPORT: undefined, LC_ALL: "C" },
    });

  async function start() {
    const live = await runningOn(server.folder);
    if (live) {
      server.port = live.port;
      return "already running";
    }
    for (let attempt = 0; ; attempt++) {
      // The same as last time, so that a server of ours that lost it finds it again.
      server.port = samePort ? known.port : await freePort(attempt ? 0 : known.port);
      const flags = [
        `port=${server.port}`,
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        ...settings,
      ];
      const log = join(server.folder, "server.log");
      rmSync(log, { force: true }); // what it says about this start is all that is of use
      const started = await control("-l", log, "-o", flags.map((flag) => `-c ${flag}`).join(" "), "start");
      if (started.code === 0) return;
      const why = existsSync(log) ? readFileSync(log, "utf8") : started.output;
      // Another program may have taken the port in between; a killed server, and its backends, take a moment to end.
      if (
        attempt < (samePort ? 40 : 5) &&
        /could not bind|Address already in use|shared memory block|lock file/i.test(why)
      ) {
        await wait(Math.min(200 * attempt, 500));
        continue;
      }
      throw new Fault(`The embedded PostgreSQL did not start:\n${why.trim()}`);
    }
  }

  async function initialise() {
    save(); // the password must not be lost between here and the first start
    // Made beside its place and moved there when whole: a start that is cut off leaves nothing in the way.
    const half = `${server.folder}.new`;
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { recursive: true, mode: 0o700 });
    if (user) chownSync(half, user.uid, user.gid);
    const secretFile = `${server.folder}.password`;
    writeFileSync(secretFile, server.password, { mode: 0o600 });
    if (user) chownSync(secretFile, user.uid, user.gid);
    const flags = ["-D", half, "-U", account, "--auth=scram-sha-256", `--pwfile=${secretFile}`];
    // Sorted as readers expect (ICU's root order), and letters of every script known as letters (C.UTF-8).
    const order = ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=und"];
    const initdb = (ctype) =>
      untilEnd(program("initdb"), [...flags, ...order, "--locale=C", `--lc-ctype=${ctype}`], {
        ...as,
        cwd: "/",
      });
    try {
      let made = await initdb("C.UTF-8");
      if (made.code !== 0 && /locale/.test(made.output)) made = await initdb("C");
      if (made.code !== 0)
        throw new Fault(`The embedded PostgreSQL could not be set up:\n${made.output.trim()}`);
      renameSync(half, server.folder);
    } finally {
      rmSync(secretFile, { force: true });
    }
  }

  try {
    const fresh = !existsSync(join(server.folder, "PG_VERSION"));
    if (fresh) await initialise();
    const how = await start();
    save();
    const url = (database) =>
      `postgresql://${account}:${server.password}@127.0.0.1:${server.port}/${database}`;
    await makeDatabase(url("postgres"));
    await ledger.ready();
    const release = () =>
      ledger.leave(async () => {
        await control("-m", "fast", "stop");
      });
    const isDead = async () => !(await runningOn(server.folder));
    return { url: url(account), urlOf: url, how: how ?? (fresh ? "new" : undefined), isDead, release };
  } catch (error) {
    ledger.giveUp();
    throw error;
  }
}

/** Where the data goes: under our own folder, or where the database's own user can reach it. */
function place(data, user) {
  const here = join(data, "postgres");
  if (!user || openToAll(here)) return here;
  const there = join(shared, randomBytes(8).toString("hex"), "postgres");
  mkdirSync(dirname(there), { recursive: true, mode: 0o755 });
  chownSync(dirname(there), user.uid, user.gid);
  return there;
}

/** Makes our database if it is not there. */
async function makeDatabase(address) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [account]);
    if (!rowCount) await client.query(`CREATE DATABASE ${account}`);
  } catch (error) {
    throw new Fault(`The embedded PostgreSQL does not answer: ${error.message}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}
