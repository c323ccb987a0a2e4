import "server-only";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import type { Examination } from "./examination";

/** How long looking into a file may take in all, in milliseconds, and how large the process's heap may grow, in megabytes. */
const limits = { time: 40_000, heap: 512 };
/** What it may say, in bytes: the words of a PDF, each character in six bytes at the most. */
const longestAnswer = 1024 * 1024;

const run = promisify(execFile);

const answer = z.custom<Examination>((value) => z.object({ ok: z.boolean() }).safeParse(value).success);

/**
 * Looks into a file, in a process that may be as slow and as greedy as its limits say and is killed beyond them. What it
 * makes is in the folder.
 */
export async function examine(path: string, folder: string): Promise<Examination> {
  const options = [`--max-old-space-size=${limits.heap}`, "--conditions=react-server", "--import", "tsx"];
  const program = join(/* turbopackIgnore: true */ process.cwd(), "lib", "files", "examiner.ts");
  try {
    const { stdout } = await run(process.execPath, [...options, program, path, folder], {
      timeout: limits.time,
      killSignal: "SIGKILL",
      maxBuffer: longestAnswer,
      // Nothing of what this process knows is any of its business.
      env: { NODE_ENV: "production", PATH: "" },
    });
    return answer.parse(JSON.parse(stdout));
  } catch (error) {
    // The process could not be started at all: that is no fault of the file.
    if (error instanceof Error && "code" in error && typeof error.code === "string") throw error;
    const wasKilled = error instanceof Error && "killed" in error && error.killed === true;
    return { ok: false, fault: wasKilled ? "tooSlow" : "damaged" };
  }
}
