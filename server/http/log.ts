import { randomBytes } from "node:crypto";
import pino, { type Logger } from "pino";

export type Log = Logger;

/** The server's log: one JSON object a line on standard output. Never a cookie, a body or a query. */
export function makeLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/** A name for one request, by which its lines in the log and its answer are found together. */
export function requestId(): string {
  return randomBytes(9).toString("base64url");
}
