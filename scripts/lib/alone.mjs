import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { inRepo } from "./paths.mjs";
import { identity } from "./process.mjs";
import { onStart } from "./run.mjs";

const folder = inRepo(".data");
const lock = inRepo(".data", "making.lock");

/**
 * Does something to what all starts of this folder share (packages, client, build) while no other start does.
 * A program that a killed start left running is ended first: it would be in the way.
 */
export async function alone(run) {
  mkdirSync(folder, { recursive: true });
  const me = identity(process.pid);
  for (let told = false; !takeLock(lock, me); told = true) {
    if (!told) console.log("Waiting for another start in this folder.");
    await wait(200);
  }
  const forget = onStart((pid) => noteProgram(lock, me, pid));
  try {
    return await run();
  } finally {
    forget();
    rmSync(lock, { force: true });
  }
}

/** Takes the lock if it is free. One whose holder is no more is cleared away, to be had the next time round. */
export function takeLock(file, me) {
  try {
    writeFileSync(file, me, { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  const [holder, program] = readLock(file);
  if (holder === undefined || lives(holder)) return false;
  if (lives(program)) process.kill(Number.parseInt(program), "SIGKILL");
  else rmSync(file, { force: true });
  return false;
}

/** Writes into the lock which program its holder runs now; beside it first, so that no half is read. */
export function noteProgram(file, me, pid) {
  const half = `${file}.${process.pid}`;
  writeFileSync(half, `${me} ${identity(pid)}`);
  renameSync(half, file);
}

/** The holder and its program; none while the lock was just made and is not signed yet, or given up meanwhile. */
function readLock(file) {
  try {
    const text = readFileSync(file, "utf8");
    if (!text && Date.now() - statSync(file).mtimeMs < UNSIGNED) return [];
    return text.split(" ");
  } catch {
    return [];
  }
}

/** Milliseconds for which a lock may stand empty: its maker signs it right after making it. */
const UNSIGNED = 2000;

function lives(name) {
  return Boolean(name) && identity(Number.parseInt(name)) === name;
}
