import { randomBytes } from "node:crypto";
import pino, { type Logger } from "pino";

export type Log = Logger;

/** The server's log: one JSON object a line on standard output. Never a cookie, a body, a query or a private address. */
export function makeLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/** A name for one request, by which its lines in the log and its answer are found together. */
export function requestId(): string {
  return randomBytes(9).toString("base64url");
}

const calendars = "/admin/calendar/";

/** The path of a written address as the log holds it: without its query, and of a calendar without the secret in it. */
export function loggedPath(written: string): string {
  const path = written.split("?", 1)[0]!;
  return path.startsWith(calendars) ? `${calendars}*` : path;
}
