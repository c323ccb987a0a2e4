/** One verb of the command line. `run` returns the exit code: 0, 1 failure, 2 wrong use. */
export interface Command {
  usage: string;
  help: string;
  run(args: string[]): Promise<number>;
}

/** Thrown for wrong use: the command line prints the message and the usage, and exits 2. */
export class WrongUse extends Error {}

/** Thrown for a failure that one sentence explains: printed without a stack, and exits 1. */
export class Failure extends Error {}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
