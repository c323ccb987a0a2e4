import { spawn } from "node:child_process";
import { root } from "./paths.mjs";
import { Fault } from "./step.mjs";

/** Nothing this project runs reports home or looks for updates. */
const quiet = {
  NEXT_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  DO_NOT_TRACK: "1",
};

/** How to run TypeScript outside Next: `server-only` resolves to nothing under the react-server condition. */
export const typescript = ["--conditions=react-server", "--import", "tsx"];

const running = new Set();
const listeners = new Set();

/** Calls `hear` with the number of every program that is started from now on, until what it returns is called. */
export function onStart(hear) {
  listeners.add(hear);
  return () => listeners.delete(hear);
}

/** Ends every program that this process started and that still runs. */
export function stopRunning(signal) {
  for (const child of running) child.kill(signal);
}

/** Runs a program in the repository to its end and gives its exit code and what it printed into pipes. */
export function untilEnd(command, args, { env = {}, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...quiet, ...env },
      ...options,
    });
    running.add(child);
    if (child.pid) for (const hear of listeners) hear(child.pid);
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      running.delete(child);
      resolve({ code: code ?? 1, signal, output });
    });
  });
}

/**
 * Runs a program that must succeed: else what it printed is shown, and a Fault says what failed. With `show`
 * it prints for itself, its reasons included.
 */
export async function mustRun(what, command, args, { show = false, ...options } = {}) {
  const stdio = show ? ["ignore", "inherit", "inherit"] : undefined;
  const { code, output } = await untilEnd(command, args, stdio ? { ...options, stdio } : options);
  if (code === 0) return output;
  if (show) throw new Fault();
  if (output) console.error(output.trimEnd());
  throw new Fault(`${what} failed.`);
}
