import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname } from "node:path";

function idsOf(name) {
  try {
    const id = (flag) => Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

function makeUser() {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], {
      stdio: "ignore",
    });
  } catch {
    // No useradd (Alpine) or a closed /etc: the account below, which every system has, does as well.
  }
  return idsOf("postgres");
}

/** Whose account PostgreSQL runs under: it refuses root, so there another; else our own (null). */
export function postgresUser() {
  if (process.getuid?.() !== 0) return null;
  return idsOf("postgres") ?? makeUser() ?? idsOf("nobody");
}

/** Whether every folder above a path lets any user through. */
export function openToAll(path) {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!(statSync(folder).mode & 0o001)) return false;
    if (folder === dirname(folder)) return true;
  }
}
