import { randomBytes } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import { encoder, encodingFor, shrinks } from "@/server/http/encode";
import type { RequestOrigin } from "@/server/http/request-origin";
import { type NextConnection, wholeOf } from "./next-connection";
import { NoPage } from "./pages";
import { commonHeaders, deskPolicy, developmentPolicy } from "@/server/http/policy";
import { deskHeaders } from "./request-headers";

const ours =
  /^(connection|keep-alive|transfer-encoding|content-length|content-encoding|date|x-powered-by|vary)$/;

/** How long an answer of the desk waits for the document store to have taken in what was published, in milliseconds. */
const longestWait = 1000;

/** How long Next may be silent over what it is sent piece by piece, in milliseconds: files are looked into one after another. */
const uploadSilence = 180_000;

/** The desk's page for what is not there (app/admin/absent): it is sent with status 404, wherever it was asked for. */
const absentPage = "/admin/absent";

/** What became of a request to the desk: unless it was sent, one of our own pages is wanted for it. */
export type Outcome = "sent" | "not found" | "refused";

/**
 * Hands a request of the desk to Next and its answer back as it comes, under a nonce made for it alone.
 * In development every address goes this way, and Next's own error pages are let through.
 * `body` is what a request that changes something carries. What an action changed is taken in by `written` before its answer goes out.
 * Throws, with nothing sent, when Next has no page to give.
 */
export async function proxyDesk(
  next: NextConnection,
  request: IncomingMessage,
  response: ServerResponse,
  from: RequestOrigin,
  {
    body,
    development = false,
    written = async () => {},
  }: { body?: Buffer | Readable | undefined; development?: boolean; written?: () => Promise<void> } = {},
): Promise<Outcome> {
  const policy = development ? developmentPolicy : deskPolicy(randomBytes(16).toString("base64"));
  const method = request.method ?? "GET";
  const reads = method === "GET" || method === "HEAD";
  const headers = deskHeaders(request.headers, from);
  // Next finds the nonce for its scripts in the policy of the request.
  if (!development) headers["content-security-policy"] = policy["content-security-policy"];
  const requestId = response.getHeader("x-request-id");
  if (typeof requestId === "string") headers["x-entente-request"] = requestId;
  // No page can ask Next for its own address; the way to the sign-in page and back needs it.
  headers["x-entente-path"] = request.url;
  // A length is said only of a body that is passed on.
  if (Buffer.isBuffer(body)) headers["content-length"] = body.length;
  else if (!body) delete headers["content-length"];
  const silence = body && !Buffer.isBuffer(body) ? uploadSilence : 0;
  const answer = await next.ask({ method, path: request.url ?? "/", headers, body, silence });
  // An action has run by the time its answer begins. If the outbox cannot be read at once, it is soon.
  if (!reads) await Promise.race([written().catch(() => undefined), wait(longestWait, null, { ref: false })]);
  const own = { ...commonHeaders(from.protocol === "https"), ...policy };
  if (!development && isFailedPage(request, reads, answer)) {
    await wholeOf(answer);
    if (answer.statusCode !== 404) throw new NoPage(`Next answered ${answer.statusCode}`);
    // A form that was sent without scripts and may not be answers 404, whatever its action says.
    if (!reads) return "refused";
    const absent = await next.ask({ method, path: absentPage, headers });
    if (absent.statusCode === 200) return sendAnswer(request, response, absent, own, 404);
    await wholeOf(absent);
    return "not found";
  }
  const isAbsent = request.url?.split("?", 1)[0] === absentPage && answer.statusCode === 200;
  return sendAnswer(request, response, answer, own, isAbsent ? 404 : undefined);
}

/** Whether a page failed: Next's own is a document that only scripts fill. What scripts asked for, scripts read. */
function isFailedPage({ headers }: IncomingMessage, reads: boolean, answer: IncomingMessage): boolean {
  const status = answer.statusCode ?? 500;
  if (status < 500 && status !== 404) return false;
  const type = answer.headers["content-type"];
  if (headers.rsc || headers["next-action"] || /json/.test(type ?? "")) return false;
  return !reads || /^text\/html\b/.test(type ?? "text/html");
}

/** Passes Next's answer on as it comes, compressed, with headers of ours in the place of its own, and its status unless told. */
async function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: IncomingMessage,
  own: OutgoingHttpHeaders,
  status = answer.statusCode ?? 500,
): Promise<"sent"> {
  const headers: OutgoingHttpHeaders = {};
  for (const [name, value] of Object.entries(answer.headers)) if (!ours.test(name)) headers[name] = value;
  Object.assign(headers, own);
  headers.vary = [answer.headers.vary, "Accept-Encoding"].filter(Boolean).join(", ");
  const isCompressible = shrinks(answer.headers["content-type"]);
  const encoding = isCompressible ? encodingFor(request.headers["accept-encoding"]) : "identity";
  if (encoding !== "identity") headers["content-encoding"] = encoding;
  else if (answer.headers["content-length"]) headers["content-length"] = answer.headers["content-length"];
  response.writeHead(status, headers);
  if (request.method === "HEAD" || status === 204 || status === 304) {
    answer.resume();
    response.end();
  } else if (encoding === "identity") await pipeline(answer, response);
  else await pipeline(answer, encoder(encoding), response);
  return "sent";
}
