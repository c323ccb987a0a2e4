/**
 * Answers the plain requests of readers where they come in, at the socket: what Node's HTTP server does for a request
 * costs more than all else that a ready document needs (decision 29). A connection is handed to that server, for good,
 * with the first request that is anything else.
 */
import type { Server } from "node:http";
import type { Socket } from "node:net";
import { type PlainRequest, readPlainRequest } from "./plain-request";

/** The bytes of an answer: its head without the lines that `endOfHead` adds, and its body. */
export interface ReadyAnswer {
  head: Buffer;
  body: Buffer | null;
}

export interface SocketAnswersSettings {
  /** The answer to a plain request if it is at hand. */
  find(request: PlainRequest): ReadyAnswer | undefined;
  /** Peers that speak for others: what they forward is read by the HTTP server alone. */
  trusts(address: string): boolean;
}

/** How long a connection may be silent, in milliseconds: before its first request, and while it takes in no answer. */
const silence = { first: 10_000, reading: 60_000 };

export interface SocketAnswers {
  /** From now on every request is the HTTP server's. */
  stop(): void;
  /** Ends the connections on which nothing is under way. */
  closeIdle(): void;
}

/** Puts itself before a server that does not listen yet. */
export function answerAtSockets(server: Server, settings: SocketAnswersSettings): SocketAnswers {
  // The first listener there is, since the server was made, is its own.
  const [own] = server.listeners("connection") as ((socket: Socket) => void)[];
  server.off("connection", own!);
  const handOn = (socket: Socket) => own!.call(server, socket);
  const open = new Set<Socket>();
  let isStopped = false;
  server.on("connection", (socket: Socket) => {
    if (socket.destroyed) return;
    if (isStopped || settings.trusts(socket.remoteAddress ?? "")) return handOn(socket);
    open.add(socket);
    const leave = answerOn(socket, {
      silentFor: server.keepAliveTimeout,
      answerTo: (bytes) => (isStopped ? undefined : answerTo(bytes)),
      handOn(bytes) {
        leave();
        open.delete(socket);
        handOn(socket);
        socket.unshift(bytes);
      },
    });
    socket.once("close", () => open.delete(socket));
  });
  const answerTo = (bytes: Buffer) => {
    const request = readPlainRequest(bytes);
    return request ? settings.find(request) : undefined;
  };
  return {
    stop: () => void (isStopped = true),
    closeIdle() {
      for (const socket of open) if (socket.writableLength === 0) socket.destroySoon();
    },
  };
}

interface Conversation {
  /** How long the connection is kept for another request, in milliseconds. */
  silentFor: number;
  answerTo(bytes: Buffer): ReadyAnswer | undefined;
  /** Takes the connection, with bytes of it that were read already. */
  handOn(bytes: Buffer): void;
}

/** Answers on one connection; what it returns takes its listeners away again. */
function answerOn(socket: Socket, { silentFor, answerTo, handOn }: Conversation): () => void {
  let wasAnswered = false;
  let stalledFor = 0;
  const read = (bytes: Buffer) => {
    // Who does not take in the last answer gets no other into memory.
    const answer = socket.writableLength === 0 ? answerTo(bytes) : undefined;
    if (!answer) return handOn(bytes);
    stalledFor = 0;
    socket.cork();
    socket.write(answer.head);
    socket.write(endOfHead(silentFor));
    if (answer.body) socket.write(answer.body);
    socket.uncork();
    if (wasAnswered) return;
    wasAnswered = true;
    socket.setTimeout(silentFor);
  };
  // Told again after each further span in which no byte moved.
  const timeout = () => {
    stalledFor += silentFor;
    if (socket.writableLength === 0) socket.destroySoon();
    else if (stalledFor >= silence.reading) socket.destroy();
  };
  const end = () => socket.end();
  const ignore = () => undefined;
  const listeners = { data: read, end, timeout, error: ignore };
  for (const [event, listener] of Object.entries(listeners)) socket.on(event, listener);
  socket.setTimeout(silence.first);
  return () => {
    socket.setTimeout(0);
    for (const [event, listener] of Object.entries(listeners)) socket.off(event, listener);
  };
}

let second = 0;
let lines: Buffer = Buffer.alloc(0);

/** The last lines of a head, as Node's server writes them; the same for all answers of a second. */
function endOfHead(silentFor: number): Buffer {
  const now = Math.floor(Date.now() / 1000);
  if (now !== second) {
    second = now;
    const kept = `Connection: keep-alive\r\nKeep-Alive: timeout=${Math.floor(silentFor / 1000)}`;
    lines = Buffer.from(`Date: ${new Date(now * 1000).toUTCString()}\r\n${kept}\r\n\r\n`);
  }
  return lines;
}
