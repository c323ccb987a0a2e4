import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { plainAddress } from "./request-origin";

/** What `/metrics` tells. */
export interface Counts {
  began: number;
  active: number;
  /** Documents that were sent at once, and answers that the reader has it already: nearly all there is. */
  documents: number;
  unchanged: number;
  /** Answers by area and the first digit of their status, as `public 2`. */
  answers: Map<string, number>;
}

export function newCounts(): Counts {
  return { began: Date.now(), active: 0, documents: 0, unchanged: 0, answers: new Map() };
}

export interface Operation {
  counts: Counts;
  metricsToken: string | undefined;
  /** Further lines for `/metrics`. */
  metrics(): Promise<string[]>;
  draining(): boolean;
  databaseFault(): Promise<string | null>;
}

/**
 * Whether an address is for whoever runs the server: `/livez`, `/readyz` and `/metrics`. These answer under
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
    return say(fault ? 503 : 200, fault ?? "ok");
  }
  if (!mayMeasure(request, operation.metricsToken)) return say(404, "Not found");
  return say(200, [...metrics(operation.counts), ...(await operation.metrics())].join("\n"));
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

function metrics({ began, active, documents, unchanged, answers }: Counts): string[] {
  const all = [...answers, ["document 2", documents] as const, ["document 3", unchanged] as const];
  const lines = all.sort().map(([key, count]) => {
    const [area, digit] = key.split(" ");
    return `entente_answers_total{area="${area}",status="${digit}xx"} ${count}`;
  });
  return [
    "# TYPE entente_answers_total counter",
    ...lines,
    "# TYPE entente_active_requests gauge",
    `entente_active_requests ${active}`,
    "# TYPE entente_uptime_seconds gauge",
    `entente_uptime_seconds ${Math.round((Date.now() - began) / 1000)}`,
    "# TYPE process_resident_memory_bytes gauge",
    `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
  ];
}
