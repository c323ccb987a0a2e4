import { randomBytes } from "node:crypto";
import { Agent, createServer, type IncomingMessage, request, type OutgoingHttpHeaders } from "node:http";
import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";

const PASS = "x-entente-pass";

/** Next, where only this process can reach it. */
export interface Inner {
  /** Asks Next for something; `body` is piped to it. Rejects when no answer comes. */
  ask(question: {
    method: string;
    path: string;
    headers: OutgoingHttpHeaders;
    body?: Readable;
  }): Promise<IncomingMessage>;
  close(): Promise<void>;
}

/**
 * Puts Next behind a port of its own on loopback. Only requests with this process's secret pass, so that no
 * other user of the machine can go round the checks on host, origin and headers. `patience` is how long Next may
 * take to begin an answer, in milliseconds.
 */
export async function startInner(handler: RequestListener, { patience = 30_000 } = {}): Promise<Inner> {
  const pass = randomBytes(24).toString("base64url");
  const server = createServer((incoming, outgoing) => {
    if (incoming.headers[PASS] !== pass) return void outgoing.writeHead(421).end();
    delete incoming.headers[PASS];
    handler(incoming, outgoing);
  });
  server.keepAliveTimeout = 0; // the agent below closes what it no longer needs
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 32 });
  return {
    ask: ({ method, path, headers, body }) =>
      new Promise((resolve, reject) => {
        const question = request(
          { host: "127.0.0.1", port, method, path, agent, headers: { ...headers, [PASS]: pass } },
          resolve,
        );
        question.setTimeout(patience, () => question.destroy(new Error("Next did not answer in time")));
        question.once("error", reject);
        if (!body) return void question.end();
        body.once("error", (error) => question.destroy(error));
        body.pipe(question);
      }),
    close: () =>
      new Promise((resolve) => {
        agent.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Reads an answer to its end. */
export async function wholeOf(answer: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of answer) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
