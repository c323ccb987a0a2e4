import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { filesSegment } from "@/lib/domain/files";
import { isTooBusy } from "@/lib/fair-queue";
import { type NextConnection, NextEnded, NextSilent } from "@/server/next/next-connection";
import { OverBudget } from "@/server/next/render-budget";
import { canonicalAddress, MAX_ADDRESS } from "./canonical-address";
import { type AnswerDesk, answerDesk } from "./desk-requests";
import { type Log, loggedPath, requestId } from "./log";
import { answerOperation, isOperation, type Operation } from "./operation";
import type { AnswerFile } from "./public-files";
import type { PublicPages } from "./public-pages";
import { ClientGone, saysTooMuch, TooLarge, TooSlow } from "./request-bodies";
import { type AnswerReport, reportedAt } from "./report-forms";
import { type HostSettings, isForged, namesOneHost, requestOriginOf } from "./request-origin";
import { sendFailure, sendFile, sendRedirect } from "./send";
import type { StaticFile } from "./static-files";
import { limitBodyTime, mostCarried } from "./uploads";

export interface HandlerSettings {
  hosts: HostSettings;
  next: NextConnection;
  pages: PublicPages;
  operation: Operation;
  files(path: string): Promise<StaticFile> | undefined;
  /** Answers with the files of published records. */
  answerFile: AnswerFile;
  /** Takes the forms in which readers report errors. */
  answerReport: AnswerReport;
  /** Whether a server action belongs to another page than the one at a path. */
  isForeignAction(action: string, path: string): boolean;
  log: Log;
  /** Told of what could be a forgery, and was refused. */
  refused(request: { address: string; requestId: string; path: string }): void;
  /** `next dev`: pages come as Next makes them, scripts and all. */
  development: boolean;
}

type Area = "operation" | "static" | "desk" | "public" | "refused";

// Whatever else stands under /api is for readers, and reached by the address of its page.
const isDesk = (path: string) => /^\/(admin|api\/auth)(\/|$)/.test(path);
const filesPrefix = `/${filesSegment}/`;
const isReading = ({ method }: IncomingMessage) => method === "GET" || method === "HEAD";

/** Answers every request: checks first, then our own files, then the desk or a public page through Next. */
export function requestHandler(settings: HandlerSettings): RequestListener {
  const { counts } = settings.operation;
  const desk = answerDesk(settings);
  return (request, response) => {
    if (sendAtOnce(settings, request, response)) return;
    const id = requestId();
    const [began, since] = [performance.now(), Date.now()];
    const path = loggedPath(request.url ?? "/");
    let area: Area = "refused";
    counts.active++;
    response.setHeader("x-request-id", id);
    response.once("close", () => {
      counts.active--;
      const status = response.statusCode;
      const key = `${area} ${String(status)[0]}`;
      counts.answers.set(key, (counts.answers.get(key) ?? 0) + 1);
      const ms = Math.round(performance.now() - began);
      const line = { id, method: request.method, path, status, ms };
      settings.log[status >= 500 ? "error" : area === "refused" ? "info" : "debug"](line, "answered");
    });
    answer(settings, desk, request, response, (found) => (area = found)).catch((error: unknown) =>
      fail(settings, request, response, { id, since }, error),
    );
  };
}

/**
 * The way of nearly every reader: a host of ours asks for a document that is at hand under this very address.
 * Documents are kept under the one spelling of their addresses alone.
 */
function sendAtOnce(
  { hosts, pages, development, operation: { counts } }: HandlerSettings,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (development || !isReading(request)) return false;
  const from = requestOriginOf(request, hosts);
  // A GET with a body, or with two hosts, is no reader's; the long way refuses it.
  if (!from || hasBody(request) || !namesOneHost(request)) return false;
  if (!pages.sendReady(request, response, from)) return false;
  counts[response.statusCode === 304 ? "unchanged" : "documents"]++;
  return true;
}

async function answer(
  settings: HandlerSettings,
  desk: AnswerDesk,
  request: IncomingMessage,
  response: ServerResponse,
  enter: (area: Area) => void,
): Promise<void> {
  const { development } = settings;
  const refuse = (status: number) => sendFailure(settings.hosts, request, response, status);
  const url = request.url ?? "/";
  if (url.length > MAX_ADDRESS) return refuse(414);
  const canonical = canonicalAddress(url);
  if (canonical === null || !namesOneHost(request)) return refuse(400);
  // What Next serves in development has spellings of its own.
  const isSpelledWell = development ? !url.startsWith("//") : canonical === url;
  const path = canonical.split("?", 1)[0]!;
  if (isOperation(path) && isSpelledWell) {
    enter("operation");
    return answerOperation(path, request, response, settings.operation);
  }
  const from = requestOriginOf(request, settings.hosts);
  if (!from) return refuse(421);
  limitBodyTime(request);
  if (saysTooMuch(request, mostCarried(request))) return refuse(413);
  if (isForged(request.method ?? "GET", request.headers, from)) {
    const requestId = String(response.getHeader("x-request-id"));
    settings.refused({ address: from.client, requestId, path });
    return refuse(403);
  }
  const reads = isReading(request);
  // Nothing that is read takes a body. Announced to Next and not passed on, it would be missing on a connection that
  // others' requests share.
  if (reads && hasBody(request)) return refuse(400);
  const redirect = () => sendRedirect(request, response, from, { location: canonical, isPermanent: true });
  if (reads && isSpelledWell && path.startsWith(filesPrefix)) {
    enter("public");
    if (await settings.answerFile(request, response, from, path)) return;
  }
  const reported = request.method === "POST" ? reportedAt(path) : null;
  if (reported) {
    enter("public");
    const outcome =
      isSpelledWell && url === path && (await settings.answerReport(request, response, from, reported));
    return outcome === "sent" ? undefined : refuse(400);
  }
  if (isDesk(path) || development) {
    enter("desk");
    if (!isSpelledWell) return reads ? redirect() : refuse(400);
    const outcome = await desk(request, response, from, path);
    if (outcome === "sent") return;
    if (outcome === "not found") return settings.pages.answerAbsent(request, response, from);
    return refuse(outcome === "malformed" ? 400 : 403);
  }
  if (!reads) return refuse(405);
  const file = settings.files(path);
  if (file) {
    enter("static");
    return isSpelledWell ? sendFile(request, response, from, await file) : redirect();
  }
  enter("public");
  // Nothing of Next's own answers to readers but its static files, sent above.
  await settings.pages.answer(request, response, from);
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) !== 0;
}

async function fail(
  { hosts, log, operation }: HandlerSettings,
  request: IncomingMessage,
  response: ServerResponse,
  { id, since }: { id: string; since: number },
  error: unknown,
): Promise<void> {
  if (error instanceof OverBudget) log.error({ id, err: error }, "too heavy a page");
  if (response.headersSent || response.destroyed || error instanceof ClientGone)
    return void response.destroy();
  if (error instanceof TooLarge) return sendFailure(hosts, request, response, 413);
  if (error instanceof TooSlow) {
    // The rest of the body may never come, and nothing else can come before it.
    response.shouldKeepAlive = false;
    return sendFailure(hosts, request, response, 408);
  }
  if (isTooBusy(error)) {
    log.warn({ id }, "too busy for a page");
    return sendFailure(hosts, request, response, 503, "busy");
  }
  if (error instanceof OverBudget) return sendFailure(hosts, request, response, 503, "heavy");
  if (error instanceof NextSilent) {
    log.error({ id, err: error }, "no answer for a page in time");
    return sendFailure(hosts, request, response, 503, "busy");
  }
  if (error instanceof NextEnded) {
    log.error({ id, err: error }, "no process for a page");
    return sendFailure(hosts, request, response, 503, "interrupted");
  }
  // A connection may have failed and the database be there again: what that cost was no fault of the page.
  const fault =
    (await operation.databaseFault().catch(() => null)) ??
    ((await operation.wasUnreachable(since).catch(() => false)) ? "The database did not answer." : null);
  log.error({ id, err: error, fault }, "no page");
  sendFailure(hosts, request, response, fault ? 503 : 500);
}
