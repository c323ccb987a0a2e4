import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { database, makeAccounts, renewAccounts } from "./postgres-accounts.mjs";
import { openLedger } from "./postgres-ledger.mjs";
import { runningOn } from "./postgres-running.mjs";
import { embeddedServer } from "./postgres-server.mjs";
import { Fault } from "./step.mjs";

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
 * Returns the addresses of our database for the application (`url`) and for its owner (`ownerUrl`), and `release()`,
 * which stops the server when no other process uses it. `settings` are server settings such as `fsync=off`. With
 * `samePort` it waits for the port that it had, since the processes that use it know no other. With
 * `superuser`, for tests, `urlOf(name)` is the address of any database for an account that may do everything.
 */
export async function startPostgres(data, { settings = [], samePort = false, superuser = false } = {}) {
  const ledger = await openLedger(join(data, "postgres.users"));
  try {
    const server = embeddedServer(data, { superuser });
    const isFresh = !existsSync(join(server.kept.folder, "PG_VERSION"));
    if (isFresh) await initialise(server);
    const live = await runningOn(server.kept.folder);
    const joins = live !== null && !server.lacksAccounts();
    if (live && !joins) await stopForAccounts(server, ledger);
    if (server.lacksAccounts()) {
      server.save(); // the passwords must not be lost between here and the first start
      await patiently(() => renewAccounts(server));
      server.accountsMade();
    }
    if (joins) server.kept.port = live.port;
    else await start(server, { settings, samePort });
    server.save();
    await ledger.ready();
    return {
      url: server.url("application", database),
      ownerUrl: server.url("owner", database),
      urlOf: (name) => server.url("tests", name),
      how: joins ? "already running" : isFresh ? "new" : undefined,
      isDead: async () => !(await runningOn(server.kept.folder)),
      release: () => ledger.leave(async () => void (await control(server, "-m", "fast", "stop"))),
    };
  } catch (error) {
    ledger.giveUp();
    throw error;
  }
}

const control = (server, ...args) =>
  server.run("pg_ctl", ["-D", server.kept.folder, "-w", "-t", "60", ...args]);

/** A killed server, and its backends, take a moment to let go of the folder; pg_ctl says so in words only. */
const passes = (why) => /shared memory block|lock file/i.test(why);

/** Starts the server on a port of its own. */
async function start(server, { settings, samePort }) {
  server.allowAccess();
  const { folder } = server.kept;
  const fixed = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "timezone=UTC"];
  for (let attempt = 0; ; attempt++) {
    // The same as last time, so that a server of ours that lost it finds it again.
    const port = samePort ? server.lastPort : await freePort(attempt ? 0 : server.lastPort);
    const flags = [`port=${port}`, ...fixed, ...settings].map((flag) => `-c ${flag}`).join(" ");
    const log = join(folder, "server.log");
    rmSync(log, { force: true }); // what it says about this start is all that is of use
    const started = await control(server, "-l", log, "-o", flags, "start");
    if (started.code === 0) {
      server.kept.port = port;
      return;
    }
    const why = existsSync(log) ? readFileSync(log, "utf8") : started.output;
    // Another program may have taken the port in between.
    const mayPass = passes(why) || /could not bind|Address already in use/i.test(why);
    if (!mayPass || attempt >= (samePort ? 40 : 5))
      throw new Fault(`The embedded PostgreSQL did not start:\n${why.trim()}`);
    await wait(Math.min(200 * attempt, 500));
  }
}

async function patiently(work) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= 5 || !(error instanceof Fault) || !passes(error.message)) throw error;
      await wait(Math.min(200 * attempt, 500));
    }
  }
}

/** Stops a server that was left running by an earlier version, whose account was a superuser. */
async function stopForAccounts(server, ledger) {
  if (!ledger.isAlone())
    throw new Fault(
      `The embedded PostgreSQL on ${server.kept.folder} is in use by an earlier version: stop that first.`,
    );
  await control(server, "-m", "fast", "stop");
}

/** Makes the data folder, with its accounts and our database. */
async function initialise(server) {
  server.save(); // the passwords must not be lost between here and the first start
  // Made beside its place and moved there when whole: a start that is cut off leaves nothing in the way.
  const half = `${server.kept.folder}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  server.giveToServer(half);
  // Sorted as readers expect (ICU's root order), and letters of every script known as letters (C.UTF-8).
  const order = ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=und", "--locale=C"];
  const flags = ["-D", half, "-U", "postgres", "--auth=reject", ...order];
  let made = await server.run("initdb", [...flags, "--lc-ctype=C.UTF-8"]);
  if (made.code !== 0 && /locale/.test(made.output))
    made = await server.run("initdb", [...flags, "--lc-ctype=C"]);
  if (made.code !== 0) throw new Fault(`The embedded PostgreSQL could not be set up:\n${made.output.trim()}`);
  await makeAccounts(server, half);
  renameSync(half, server.kept.folder);
  server.accountsMade();
}
