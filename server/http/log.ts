import { randomBytes } from "node:crypto";
import pino, { type Logger } from "pino";
import type { LogDestination } from "@/lib/env-log";
import { senderTo, type Telling } from "@/server/log/sender";

export type Log = Logger;

const optionsOf = (level: string) => ({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });

/** How long the end of a process waits for the last lines to be sent on, in milliseconds. */
const sentWithin = 1000;

/** The server's log: one JSON object a line on standard output. Never a cookie, a body, a query or a private address. */
export function makeLog(level: string): Log {
  return pino(optionsOf(level));
}

/** The same log, whose lines go to another system besides, where one is set. `end` sends the last of them. */
export function makeSentLog(
  level: string,
  to: LogDestination | undefined,
): { log: Log; end(): Promise<void> } {
  const own = makeLog(level);
  if (!to) return { log: own, end: async () => undefined };
  const sender = senderTo(to, changesTold(own));
  const streams = [pino.destination({ fd: 1, sync: true }), sender].map((stream) => ({
    level: "trace",
    stream,
  }));
  const log = pino(optionsOf(level), pino.multistream(streams));
  return {
    log,
    async end() {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, sentWithin)));
      await Promise.race([sender.end(), late]);
      clearTimeout(timer);
    },
  };
}

/** Says in a log when lines can be sent on no more, and when they can again. */
function changesTold(log: Log): Telling {
  let isFailing = false;
  return {
    failed(error) {
      if (!isFailing) log.warn({ err: error }, "the log cannot be sent on: lines may be missing there");
      isFailing = true;
    },
    sent() {
      if (isFailing) log.info("the log can be sent on again");
      isFailing = false;
    },
  };
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
