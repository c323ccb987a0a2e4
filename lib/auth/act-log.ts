/** The lines of the server's log that say what people did, each beside its row of the audit log. */
import "server-only";

/** What a line says: never what was typed, and no address as a whole. */
export interface ActLine {
  act: string;
  /** The account's id; null for what no account did. */
  by: string | null;
  subject: string;
  network: string | null;
  requestId: string | null;
}

interface Log {
  info(line: object, message: string): void;
  warn(line: object, message: string): void;
}

// Next bundles its own copy of this module; at the command line there is no log.
const place = Symbol.for("entente.act-log");
const shared = globalThis as { [place]?: Log };

/** Has acts written to a log from now on. For the processes of the server. */
export function keepActLog(log: Log): void {
  shared[place] = log;
}

/** Writes a line about an act, where a log is kept. */
export function logAct(line: ActLine): void {
  shared[place]?.info(line, "act");
}

/** Says that something of the audit log could not be written, where a log is kept. */
export function logUnnoted(error: unknown, act: string): void {
  shared[place]?.warn({ err: error, act }, "not noted in the audit log");
}
