import { randomBytes } from "node:crypto";
import { Agent, createServer, type IncomingMessage, request, type OutgoingHttpHeaders } from "node:http";
import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import { z } from "zod";
import type { Which } from "@/lib/database/reads-from";

const SECRET_HEADER = "x-entente-secret";
/**
 * What is said besides a body, in bytes: by Next's process of an answer, among it the tags of all that a page shows, and to it of a
 * question, as what is wrong in a form that is shown again.
 */
const longestHead = 256 * 1024;
/** No page has this address: no slug begins with a hyphen. */
const FIGURES_PATH = "/-/figures";

const figuresShape = z.object({
  pool: z.object({ total: z.number(), idle: z.number(), waiting: z.number() }),
  signIns: z.record(z.string(), z.number()),
  /** Resident, in bytes. */
  memory: z.number(),
  /** When it last found the database out of reach, in milliseconds since 1970; 0 for never. */
  unreachableAt: z.number(),
  /** Of the process for work in the background: when it last looked for some, in milliseconds since 1970, and jobs by what came of them. */
  jobs: z.object({ beatAt: z.number(), done: z.number(), failed: z.number() }).optional(),
});

/** What a process of ours tells of itself: its connections, and sign-ins by what came of them. */
export type NextFigures = z.infer<typeof figuresShape>;

export interface Question {
  method: string;
  path: string;
  headers: OutgoingHttpHeaders;
  /** Goes with the question. */
  body?: Buffer | Readable | undefined;
  /** Breaks the connection off, upon which Next stops rendering as soon as it can. */
  signal?: AbortSignal | undefined;
  /** Milliseconds for which no byte may move, where that is longer than usual. */
  silence?: number;
}

/** Thrown where the process that Next runs in ended before its answer, or none runs: soon there is another. */
export class NextEnded extends Error {
  override readonly name = "NextEnded";
}

/** Thrown where Next has not begun an answer in time: it is at work on others, or waits for something itself. */
export class NextSilent extends Error {
  override readonly name = "NextSilent";
}

/** Next, where only this program can reach it. */
export interface NextConnection {
  /** Asks Next for something. Rejects when no answer comes. @throws {NextEnded | NextSilent} */
  ask(question: Question): Promise<IncomingMessage>;
  figures(): Promise<NextFigures>;
  /** Says whether a database answers, the primary unless told otherwise, where Next has a pool of its own. */
  tellAway(isAway: boolean, which?: Which): void;
  /** Ends a process that computes and hears nothing any more; another one is started in its place. */
  endIfStuck(): Promise<void>;
  close(): Promise<void>;
}

export const newSecret = () => randomBytes(24).toString("base64url");

/**
 * Puts Next behind a port of its own on loopback. Only requests with this program's secret are answered, so that no other
 * user of the machine can go round the checks on host, origin and headers. Resolves to the port.
 */
export async function listenForNext(
  handler: RequestListener,
  secret: string,
  figures: () => NextFigures,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer({ maxHeaderSize: longestHead }, (incoming, outgoing) => {
    if (incoming.headers[SECRET_HEADER] !== secret) return void outgoing.writeHead(421).end();
    delete incoming.headers[SECRET_HEADER];
    if (incoming.url === FIGURES_PATH) return void outgoing.end(JSON.stringify(figures()));
    handler(incoming, outgoing);
  });
  server.keepAliveTimeout = 0; // the agent below closes what it no longer needs
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Reaches Next at its port. `answerTimeout` is how long it may take to begin an answer, in milliseconds. */
export function connectToNext(
  port: number,
  secret: string,
  answerTimeout: number,
): Pick<NextConnection, "ask" | "figures"> & { end(): void } {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 32 });
  const ask: NextConnection["ask"] = ({ method, path, headers, body, signal, silence = 0 }) =>
    new Promise((resolve, reject) => {
      const question = request(
        {
          ...{ host: "127.0.0.1", port, method, path, agent, maxHeaderSize: longestHead },
          ...(signal ? { signal } : {}),
          headers: { ...headers, [SECRET_HEADER]: secret },
        },
        resolve,
      );
      question.setTimeout(Math.max(answerTimeout, silence), () =>
        question.destroy(new NextSilent("Next did not answer in time")),
      );
      question.once("error", reject);
      if (!body || Buffer.isBuffer(body)) return void question.end(body);
      if (body.errored) return void question.destroy(body.errored);
      body.once("error", (error) => question.destroy(error)).pipe(question);
      // An answer that comes before all was sent is an answer: what is left runs out.
      question.once("close", () => body.destroy());
    });
  return {
    ask,
    figures: async () => {
      const answer = await wholeOf(await ask({ method: "GET", path: FIGURES_PATH, headers: {} }));
      return figuresShape.parse(JSON.parse(answer.toString("utf8")));
    },
    end: () => agent.destroy(),
  };
}

/** Next within this process: for development, where it listens for upgrades on the outer server. */
export async function startNextHere(
  handler: RequestListener,
  figures: () => NextFigures,
  { answerTimeout = 30_000 } = {},
): Promise<NextConnection> {
  const secret = newSecret();
  const { port, close } = await listenForNext(handler, secret, figures);
  const { end, ...reach } = connectToNext(port, secret, answerTimeout);
  return {
    ...reach,
    tellAway: () => undefined,
    endIfStuck: async () => {},
    close: () => {
      end();
      return close();
    },
  };
}

/** Thrown for an answer that is larger than it may be. */
export class TooLong extends Error {
  override readonly name = "TooLong";
}

/** Reads an answer to its end. Throws TooLong, with the connection broken off, beyond so many bytes. */
export async function wholeOf(answer: Readable, limit = Infinity): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of answer) {
    length += (piece as Buffer).length;
    if (length > limit) throw new TooLong(`an answer of more than ${limit} bytes`);
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces);
}
