import type { IncomingMessage, ServerResponse } from "node:http";
import { TooBusy } from "@/lib/turns";
import { saysTooMuch, TooLarge } from "./body-limit";
import { proxyDesk } from "@/server/next/desk-proxy";
import { requestOriginOf, type HostSettings, isForged } from "./request-origin";
import type { NextConnection } from "@/server/next/next-connection";
import { type Log, requestId } from "./log";
import { answerOperation, isOperation, type Operation } from "./operation";
import type { PublicPages } from "./public-pages";
import { sendFailure, sendFile } from "./send";
import type { StaticFile } from "./static-files";

export interface HandlerSettings {
  hosts: HostSettings;
  next: NextConnection;
  pages: PublicPages;
  operation: Operation;
  files(path: string): Promise<StaticFile> | undefined;
  log: Log;
  /** `next dev`: pages come as Next makes them, scripts and all. */
  development: boolean;
}

type Area = "operation" | "static" | "desk" | "public" | "refused";

const MAX_ADDRESS = 2048;
// Whatever else stands under /api is for readers, and reached by the address of its page.
const isDesk = (path: string) => /^\/(admin|api\/auth)(\/|$)/.test(path);

/** Answers every request: checks first, then our own files, then the desk or a public page through Next. */
export function requestHandler(
  settings: HandlerSettings,
): (request: IncomingMessage, response: ServerResponse) => void {
  const { counts } = settings.operation;
  return (request, response) => {
    if (sendAtOnce(settings, request, response)) return;
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
      settings.log[status >= 500 ? "error" : area === "refused" ? "info" : "debug"](line, "answered");
    });
    answer(settings, request, response, path, (found) => (area = found)).catch((error: unknown) =>
      fail(settings, request, response, id, error),
    );
  };
}

/** The way of nearly every reader: a host of ours asks for a document that is at hand under this very address. */
function sendAtOnce(
  { hosts, pages, development, operation: { counts } }: HandlerSettings,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (development || (request.method !== "GET" && request.method !== "HEAD")) return false;
  const from = requestOriginOf({ peer: request.socket.remoteAddress ?? "", headers: request.headers }, hosts);
  // A GET with a body is nobody's reading; the long way refuses it.
  if (!from || hasBody(request) || !pages.sendReady(request, response, from)) return false;
  counts[response.statusCode === 304 ? "unchanged" : "documents"]++;
  return true;
}

async function answer(
  settings: HandlerSettings,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  enter: (area: Area) => void,
): Promise<void> {
  const refuse = (status: number) => sendFailure(settings.hosts, request, response, status);
  if (isOperation(path)) {
    enter("operation");
    return answerOperation(path, request, response, settings.operation);
  }
  if ((request.url ?? "").length > MAX_ADDRESS) return refuse(414);
  if (!path.startsWith("/") || path.includes("\\") || !decodes(path)) return refuse(400);
  // Only public pages make one slash of two; Next in development is not asked for what could be another's name.
  if (settings.development && path.startsWith("//")) return refuse(400);
  const from = requestOriginOf(
    { peer: request.socket.remoteAddress ?? "", headers: request.headers },
    settings.hosts,
  );
  if (!from) return refuse(421);
  if (saysTooMuch(request)) return refuse(413);
  if (isForged(request.method ?? "GET", request.headers, from)) return refuse(403);
  const reads = request.method === "GET" || request.method === "HEAD";
  // Nothing that is read takes a body. Announced to Next and not passed on, it would be missing on a connection that
  // others' requests share.
  if (reads && hasBody(request)) return refuse(400);
  if (isDesk(path) || settings.development) {
    enter("desk");
    const { development } = settings;
    const { store } = settings.pages;
    const before = store.changes.position;
    const outcome = await proxyDesk(settings.next, request, response, from, {
      development,
      // Whoever published sees the publication when the answer says so; whoever only saved does not wait for that.
      written: () =>
        store.catchUp().then(() => (store.changes.position > before ? store.renewed() : undefined)),
    });
    if (outcome === "refused") refuse(403);
    else if (outcome === "not found") await settings.pages.answerAbsent(request, response, from);
    return;
  }
  if (!reads) return refuse(405);
  const file = settings.files(path);
  if (file) {
    enter("static");
    return sendFile(request, response, from, await file);
  }
  enter("public");
  // Nothing of Next's own answers to readers but its static files, sent above.
  await settings.pages.answer(request, response, from);
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
  settings: HandlerSettings,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
  error: unknown,
): Promise<void> {
  if (response.headersSent || response.destroyed) return void response.destroy();
  if (error instanceof TooLarge) return sendFailure(settings.hosts, request, response, 413);
  if (error instanceof TooBusy) {
    settings.log.warn({ id }, "too busy for a page");
    return sendFailure(settings.hosts, request, response, 503, { isBusy: true });
  }
  const fault = await settings.operation.databaseFault().catch(() => null);
  settings.log.error({ id, err: error, fault }, "no page");
  sendFailure(settings.hosts, request, response, fault ? 503 : 500);
}
