import type { SpawnOptions } from "node:child_process";

type Options = Omit<SpawnOptions, "env"> & { env?: Record<string, string | undefined> };

/** How to run TypeScript outside Next. */
export const typescript: string[];

/** Ends every program that this process started and that still runs. */
export function stopRunning(signal: NodeJS.Signals): void;

/** Runs a program in the repository to its end and gives its exit code and what it printed into pipes. */
export function untilEnd(
  command: string,
  args: string[],
  options?: Options,
): Promise<{ code: number; signal: NodeJS.Signals | null; output: string }>;

/** Runs a program that must succeed: else a Fault says what failed. */
export function mustRun(
  what: string,
  command: string,
  args: string[],
  options?: Options & { show?: boolean },
): Promise<string>;
