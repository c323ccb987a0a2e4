import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { identity } from "./process.mjs";
import { Fault } from "./step.mjs";

/**
 * The list of processes that use one embedded server, a file for each: the last one to leave stops it.
 * One at a time starts, joins or leaves; a lock whose holder died is taken over.
 */
export async function openLedger(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const me = identity(process.pid);
  const mine = join(folder, String(process.pid));
  const lock = join(folder, "lock");

  async function take() {
    for (let tries = 0; tries < 900; tries++) {
      try {
        writeFileSync(lock, me, { flag: "wx" });
        return;
      } catch (error) {
        if (error.code !== "EEXIST") throw error;
      }
      if (!gone(lock)) await wait(100);
    }
    throw new Fault(`Another start holds ${lock}; if none runs, remove it.`);
  }
  await take();
  // Only for as long as this start lasts: a later one of the same process takes the lock for itself.
  let held = true;
  const give = () => {
    if (held) rmSync(lock, { force: true });
    held = false;
  };
  const others = () =>
    readdirSync(folder).filter(
      (name) => name !== "lock" && name !== String(process.pid) && !gone(join(folder, name)),
    );
  return {
    /** Whether no other process uses the server. */
    isAlone: () => !others().length,
    /** The server runs: others may join. */
    async ready() {
      writeFileSync(mine, me);
      give();
    },
    /** The server did not start: others may try, and so may we. The processes on the list stay there. */
    giveUp: give,
    /** Strikes us off; `stop` is called if no process is left. */
    async leave(stop) {
      if (!held) await take();
      held = true;
      try {
        rmSync(mine, { force: true });
        if (!others().length) await stop();
      } finally {
        give();
      }
    },
  };
}

/** Whether the process that wrote its identity into a file is no more. */
function gone(file) {
  try {
    const holder = readFileSync(file, "utf8");
    // A holder writes right after making the file.
    const dead = holder
      ? identity(Number.parseInt(holder)) !== holder
      : Date.now() - statSync(file).mtimeMs > 2000;
    if (dead) rmSync(file, { force: true });
    return dead;
  } catch {
    return true; // left meanwhile
  }
}
