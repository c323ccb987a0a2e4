import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { accounts, hostAccess } from "./postgres-accounts.mjs";
import { nativeFolder, shared } from "./postgres-native.mjs";
import { openToAll, postgresUser } from "./postgres-user.mjs";
import { untilEnd } from "./run.mjs";
import { Fault } from "./step.mjs";

const newPassword = () => randomBytes(18).toString("base64url");

/**
 * What is kept of the embedded server whose data lie under `data`, in `postgres.json`, readable by us alone, and how its
 * programs are run. Nothing is started or changed yet.
 */
export function embeddedServer(data, { superuser }) {
  const user = postgresUser();
  const native = nativeFolder(user);
  const file = join(data, "postgres.json");
  const known = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const names = ["owner", "application", ...(superuser || known.passwords?.tests ? ["tests"] : [])];
  const kept = {
    folder: known.folder ? placeKnown(data, known) : place(data, user),
    /** The folder that this was written for: a copy of it is told by its being elsewhere. */
    of: resolve(data),
    port: known.port,
    passwords: Object.fromEntries(names.map((name) => [name, known.passwords?.[name] ?? newPassword()])),
    /** The accounts that stand in the database, with these passwords. */
    made: known.made ?? [],
  };
  return {
    kept,
    /** The port that it had last time. */
    lastPort: known.port,
    lacksAccounts: () => names.some((name) => !kept.made.includes(name)),
    accountsMade() {
      kept.made = names;
      this.save();
    },
    save: () => writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 }),
    url: (name, database) =>
      `postgresql://${accounts[name]}:${kept.passwords[name]}@127.0.0.1:${kept.port}/${database}`,
    /** Gives a path to the account that the server runs under. */
    giveToServer: (path) => user && chownSync(path, user.uid, user.gid),
    allowAccess() {
      const access = join(kept.folder, "pg_hba.conf");
      writeFileSync(access, hostAccess(kept.passwords));
      this.giveToServer(access);
    },
    /** Runs one of PostgreSQL's programs to its end. */
    run: (program, args, options = {}) =>
      untilEnd(join(native, "bin", program), args, {
        ...(user ? { uid: user.uid, gid: user.gid } : {}),
        cwd: "/",
        env: { PGDATA: undefined, PGPORT: undefined, LC_ALL: "C", TZ: "UTC" },
        ...options,
      }),
  };
}

/**
 * Where the data are of a folder that has been in use. One that was moved, or copied, has its database with it where that
 * lay inside; where it lies elsewhere a moved one takes it along, and a copy is refused: it would work on the original's.
 * @throws {Fault}
 */
function placeKnown(data, { folder, of }) {
  const here = join(data, "postgres");
  const before = of ?? dirname(folder);
  if (before === resolve(data) || folder === here) return folder;
  if (folder === join(before, "postgres") && existsSync(here)) return here;
  if (of === undefined || !existsSync(join(of, "postgres.json"))) return folder;
  throw new Fault(
    `${data} is a copy of ${of}, whose database lies in ${folder}. Make a second site of it by \`npm run entente -- backup\` there and \`restore\` here.`,
  );
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
