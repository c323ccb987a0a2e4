import type { IncomingMessage, ServerResponse } from "node:http";
import { TooBusy } from "@/lib/turns";
import { saysTooMuch, TooLarge } from "./body-limit";
import { proxyDesk } from "@/server/next/desk-proxy";
import { arrivalOf, type Gate, isForged } from "./hosts";
import type { Inner } from "@/server/next/inner";
import { type Log, requestId } from "./log";
import { answerOperation, isOperation, type Operation } from "./operation";
import type { Readers } from "./readers";
import { sendFailure, sendFile } from "./send";
import type { StaticFile } from "./static-files";

export interface Front {
  gate: Gate;
  inner: Inner;
  readers: Readers;
  operation: Operation;
  files(path: string): Promise<StaticFile> | undefined;
  log: Log;
  /** `next dev`: pages come as Next makes them, scripts and all. */
  development: boolean;
}

type Area = "operation" | "static" | "desk" | "public" | "refused";

const LONGEST = 2048;
// Whatever else stands under /api is for readers, and reached by the address of its page.
const isDesk = (path: string) => /^\/(admin|api\/auth)(\/|$)/.test(path);

/** Answers every request: checks first, then our own files, then the desk or a public page through Next. */
export function frontOf(front: Front): (request: IncomingMessage, response: ServerResponse) => void {
  const { counts } = front.operation;
  return (request, response) => {
    if (sendAtOnce(front, request, response)) return;
    const id = requestId();
    const began = performance.now();
    const path = (request.url ?? "/").split("?", 1)[0]!;
    let area: Area = "refused";
    counts.active++;
    response.setHeader("x-request-id", id);
    response.once("close", () => {
      counts.active--;
      const status = response.statusCode;
      const key = `${area} ${String(status)[0]}`;
      counts.answers.set(key, (counts.answers.get(key) ?? 0) + 1);
      const line = { id, method: request.method, path, status, ms: Math.round(performance.now() - began) };
      front.log[status >= 500 ? "error" : area === "refused" ? "info" : "debug"](line, "answered");
    });
    answer(front, request, response, path, (found) => (area = found)).catch((error: unknown) =>
      fail(front, request, response, id, error),
    );
  };
}

/** The way of nearly every reader: a host of ours asks for a document that is at hand under this very address. */
function sendAtOnce(
  { gate, readers, development, operation: { counts } }: Front,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (development || (request.method !== "GET" && request.method !== "HEAD")) return false;
  const arrival = arrivalOf({ peer: request.socket.remoteAddress ?? "", headers: request.headers }, gate);
  // A GET with a body is nobody's reading; the long way refuses it.
  if (!arrival || hasBody(request) || !readers.sendReady(request, response, arrival)) return false;
  counts[response.statusCode === 304 ? "unchanged" : "documents"]++;
  return true;
}

async function answer(
  front: Front,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  enter: (area: Area) => void,
): Promise<void> {
  const refuse = (status: number) => sendFailure(front.gate, request, response, status);
  if (isOperation(path)) {
    enter("operation");
    return answerOperation(path, request, response, front.operation);
  }
  if ((request.url ?? "").length > LONGEST) return refuse(414);
  if (!path.startsWith("/") || path.includes("\\") || !decodes(path)) return refuse(400);
  // Only the press makes one slash of two; Next in development is not asked for what could be another's name.
  if (front.development && path.startsWith("//")) return refuse(400);
  const arrival = arrivalOf(
    { peer: request.socket.remoteAddress ?? "", headers: request.headers },
    front.gate,
  );
  if (!arrival) return refuse(421);
  if (saysTooMuch(request)) return refuse(413);
  if (isForged(request.method ?? "GET", request.headers, arrival)) return refuse(403);
  const reads = request.method === "GET" || request.method === "HEAD";
  // Nothing that is read takes a body. Announced to Next and not passed on, it would be missing on a connection that
  // others' requests share.
  if (reads && hasBody(request)) return refuse(400);
  if (isDesk(path) || front.development) {
    enter("desk");
    const { development } = front;
    const { press } = front.readers;
    const before = press.changes.mark;
    const outcome = await proxyDesk(front.inner, request, response, arrival, {
      development,
      // Whoever published sees the publication when the answer says so; whoever only saved does not wait for that.
      written: () => press.catchUp().then(() => (press.changes.mark > before ? press.renewed() : undefined)),
    });
    if (outcome === "refused") refuse(403);
    else if (outcome === "not found") await front.readers.answerAbsent(request, response, arrival);
    return;
  }
  if (!reads) return refuse(405);
  const file = front.files(path);
  if (file) {
    enter("static");
    return sendFile(request, response, arrival, await file);
  }
  enter("public");
  // Nothing of Next's own answers to readers but its static files, sent above.
  await front.readers.answer(request, response, arrival);
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) !== 0;
}

function decodes(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}

async function fail(
  front: Front,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
  error: unknown,
): Promise<void> {
  if (response.headersSent || response.destroyed) return void response.destroy();
  if (error instanceof TooLarge) return sendFailure(front.gate, request, response, 413);
  if (error instanceof TooBusy) {
    front.log.warn({ id }, "too busy for a page");
    return sendFailure(front.gate, request, response, 503, { isBusy: true });
  }
  const fault = await front.operation.databaseFault().catch(() => null);
  front.log.error({ id, err: error, fault }, "no page");
  sendFailure(front.gate, request, response, fault ? 503 : 500);
}
