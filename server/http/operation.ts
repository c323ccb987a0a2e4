import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Counts } from "./metrics";
import { plainAddress } from "./request-origin";

export interface Operation {
  counts: Counts;
  metricsToken: string | undefined;
  /** The text of `/metrics`. */
  metrics(): Promise<string>;
  draining(): boolean;
  databaseFault(): Promise<string | null>;
  /** Why nothing is done in the background, as far as is known; null where it is. */
  jobsFault(): string | null;
  /** Why readers' pages are not read from the replica that is set; null where they are, or none is. */
  replicaFault(): string | null;
  /** Whether a process that makes pages found the database out of reach since then, in milliseconds since 1970. */
  wasUnreachable(since: number): Promise<boolean>;
}

/**
 * Whether an address is for the operators of the server: `/livez`, `/readyz` and `/metrics`. These answer under
 * any host name, since what watches a server often knows it by number only.
 */
export function isOperation(path: string): boolean {
  return ["/livez", "/readyz", "/metrics"].includes(path);
}

/** Answers an address of operation. */
export async function answerOperation(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  operation: Operation,
): Promise<void> {
  const say = (status: number, text: string) => {
    const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
    response.writeHead(status, { ...headers, "x-content-type-options": "nosniff" });
    response.end(request.method === "HEAD" ? undefined : `${text}\n`);
  };
  if (path === "/livez") return say(200, "ok");
  if (path === "/readyz") {
    const fault = operation.draining() ? "The server is stopping." : await operation.databaseFault();
    // Readers and the desk are served without these: no reason to send them to another server.
    const lacking = [operation.jobsFault(), operation.replicaFault()].filter((one) => one !== null);
    return say(fault ? 503 : 200, fault ?? ["ok", ...lacking].join(", but "));
  }
  if (!mayMeasure(request, operation.metricsToken)) return say(404, "Not found");
  return say(200, (await operation.metrics()).trimEnd());
}

function mayMeasure(request: IncomingMessage, token: string | undefined): boolean {
  if (token) {
    const given = Buffer.from(request.headers.authorization ?? "");
    const wanted = Buffer.from(`Bearer ${token}`);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
  // Behind a proxy on this machine every reader comes from loopback: then a token is needed.
  if (request.headers["x-forwarded-for"] || request.headers.forwarded) return false;
  return /^(127\.|::1$)/.test(plainAddress(request.socket.remoteAddress ?? ""));
}
