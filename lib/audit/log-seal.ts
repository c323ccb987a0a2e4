/** The lines of the server's log that hold the heads of the audit log's chain, outside of the database that it seals. */
import "server-only";
import type { Seal } from "./chain";

interface Log {
  info(line: object, message: string): void;
}

let kept: Log | undefined;

/** Has seals written to a log from now on. For the process that makes them. */
export function keepSealLog(log: Log): void {
  kept = log;
}

/** Writes the hash of a new seal, by which all before it can be proved later. */
export function logSeal({ no, lastSeq, hash }: Seal): void {
  kept?.info({ seal: String(no), lastSeq: String(lastSeq), hash }, "audit log sealed");
}
