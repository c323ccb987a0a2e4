/** The log as messages of syslog (RFC 5424), which hold the lines as they are. */
import { createSocket } from "node:dgram";
import { connect, isIP, isIPv6, type Socket } from "node:net";
import { hostname } from "node:os";
import { connect as connectByTls } from "node:tls";
import type { LogDestination } from "@/lib/env-log";
import type { LogSender, Telling } from "./sender";

type Server = Extract<LogDestination, { by: "syslog" }>;

/** The first of the facilities that are for programs of any kind. */
const facility = 16;
/** Syslog's severities by pino's levels. */
const severities: Record<number, number> = { 10: 7, 20: 7, 30: 6, 40: 4, 50: 3, 60: 2 };
/** How many lines wait while a server does not take them. */
const room = 1000;
/** How many milliseconds after a connection was opened the next may be. */
const again = 1000;
/** After how many milliseconds a connection counts as one that takes lines: a server may accept it only to end it. */
const lasting = 1000;
/** For how many milliseconds a connection, and TLS on it, may be under way. */
const patience = 10_000;
const host =
  hostname()
    .replace(/[^!-~]/g, "-")
    .slice(0, 255) || "-";

/** A line of the log as a message. */
export function messageOf(line: string): string {
  const { level, time } = JSON.parse(line) as { level: number; time: string };
  const priority = facility * 8 + (severities[level] ?? 5);
  return `<${priority}>1 ${time} ${host} entente ${process.pid} - - ${line.trimEnd()}`;
}

/** Sends lines as datagrams, or over a connection that is opened again when it ends. */
export function syslogSender(to: Server, telling: Telling): LogSender {
  return to.over === "udp" ? datagrams(to, telling) : new Connection(to, telling);
}

function datagrams({ host: to, port }: Server, telling: Telling): LogSender {
  const socket = createSocket(isIPv6(to) ? "udp6" : "udp4");
  socket.on("error", telling.failed);
  socket.unref();
  let ended: Promise<void> | undefined;
  return {
    write(line) {
      if (ended) return;
      socket.send(messageOf(line), port, to, (error) => (error ? telling.failed(error) : telling.sent()));
    },
    // What was given to the system has been sent.
    end: () => (ended ??= new Promise((resolve) => socket.close(() => resolve()))),
  };
}

/** Messages with their lengths before them (RFC 6587), one after the other. */
class Connection implements LogSender {
  readonly #waiting: Buffer[] = [];
  #socket: Socket | undefined;
  #isOpen = false;
  #isEnded = false;
  /** When a connection may be opened next, by the clock of `performance`. */
  #notBefore = 0;
  #reopening: NodeJS.Timeout | undefined;

  constructor(
    readonly to: Server,
    readonly telling: Telling,
  ) {}

  write(line: string): void {
    if (this.#isEnded) return;
    const message = Buffer.from(messageOf(line));
    this.#waiting.push(Buffer.concat([Buffer.from(`${message.length} `), message]));
    if (this.#waiting.length > room) this.#waiting.shift();
    this.#send();
  }

  async end(): Promise<void> {
    this.#isEnded = true;
    const socket = this.#socket;
    if (!socket) return;
    const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
    this.#send();
    await closed;
  }

  #send(): void {
    const socket = (this.#socket ??= this.#open());
    if (!socket || !this.#isOpen) return;
    // A server that takes nothing more gets nothing more until it does.
    while (this.#waiting.length > 0 && !socket.writableNeedDrain) socket.write(this.#waiting.shift()!);
    if (this.#isEnded && this.#waiting.length === 0) socket.end();
  }

  /** A connection that is being opened; undefined where the last was opened too shortly ago: it is seen to later. */
  #open(): Socket | undefined {
    const pause = this.#notBefore - performance.now();
    if (pause > 0) {
      this.#reopening ??= setTimeout(() => this.#reopen(), pause).unref();
      return undefined;
    }
    this.#notBefore = performance.now() + again;
    const { host: to, port, over } = this.to;
    const socket =
      over === "tls"
        ? connectByTls({ host: to, port, ...(isIP(to) ? {} : { servername: to }) })
        : connect({ host: to, port });
    // Whose machine is gone takes nothing, and would never say so.
    socket.setKeepAlive(true, 60_000);
    const tooLong = () => socket.destroy(new Error("no connection within ten seconds"));
    const opening = setTimeout(tooLong, patience).unref();
    let lasts: NodeJS.Timeout | undefined;
    socket.once(over === "tls" ? "secureConnect" : "connect", () => {
      clearTimeout(opening);
      this.#isOpen = true;
      lasts = setTimeout(() => this.telling.sent(), lasting).unref();
      this.#send();
    });
    socket.on("drain", () => this.#send());
    // Nothing is said to us; what is, is not kept, and a connection's end is heard of.
    socket.resume();
    socket.on("error", (error) => this.telling.failed(error));
    socket.once("close", (hadError) => {
      clearTimeout(opening);
      clearTimeout(lasts);
      this.#isOpen = false;
      this.#socket = undefined;
      if (this.#isEnded) return;
      // What was written last may not have been read.
      if (!hadError) this.telling.failed(new Error("the server ended the connection"));
      if (this.#waiting.length > 0) this.#send();
    });
    return socket.unref();
  }

  #reopen(): void {
    this.#reopening = undefined;
    if (!this.#isEnded && this.#waiting.length > 0) this.#send();
  }
}
