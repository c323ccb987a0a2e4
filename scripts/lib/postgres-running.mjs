import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { identity } from "./process.mjs";
import { Fault } from "./step.mjs";

/** Whether a live process is a PostgreSQL on this folder; where we cannot look, its being alive must do. */
function servesFolder(pid, folder) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(folder);
  } catch {
    return !existsSync("/proc/self/cmdline");
  }
}

/**
 * The server that runs on a data folder, as one left by a killed parent does, or null. A pid file that names
 * another program's process (numbers come round again) is removed, as PostgreSQL would refuse to start; one
 * that names no process is left, since PostgreSQL learns from it whether old backends still hold the data.
 */
export async function runningOn(folder) {
  const file = join(folder, "postmaster.pid");
  for (let tries = 0; tries < 300; tries++) {
    if (!existsSync(file)) return null;
    const [pid, , , port, , , , status] = readFileSync(file, "utf8").split("\n");
    if (!identity(Number(pid))) return null;
    if (!servesFolder(Number(pid), folder)) {
      rmSync(file, { force: true });
      return null;
    }
    if (status?.trim() === "ready") return { pid: Number(pid), port: Number(port) };
    await wait(100); // starting or stopping
  }
  throw new Fault(`A PostgreSQL on ${folder} neither starts nor stops; end it and try again.`);
}
