import { existsSync, readFileSync } from "node:fs";

/** A process's state, parent and so on (see proc(5), from field 3 on), or null where they cannot be read. */
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

/** The number of a process's parent, or null where that cannot be known. */
export function parentOf(pid) {
  return statOf(pid)?.[1] ?? null;
}

/**
 * A name for a running process that no later one will bear, or null when it does not run. Numbers come round
 * again, in containers at every start; the time it began, where it can be read, does not.
 */
export function identity(pid) {
  if (existsSync("/proc/self/stat")) {
    const stat = statOf(pid);
    return stat && stat[0] !== "Z" ? `${pid}:${stat[19]}` : null;
  }
  try {
    process.kill(pid, 0);
    return `${pid}`;
  } catch (error) {
    return error.code === "EPERM" ? `${pid}` : null; // another user's
  }
}
