import { randomBytes } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { limited } from "@/server/http/body-limit";
import { encoder, encodingFor, shrinks } from "@/server/http/encode";
import type { RequestOrigin } from "@/server/http/request-origin";
import { type NextConnection, wholeOf } from "./next-connection";
import { NoPage } from "./pages";
import { commonHeaders, deskPolicy, developmentPolicy } from "@/server/http/policy";
import { deskHeaders } from "./request-headers";

const ours =
  /^(connection|keep-alive|transfer-encoding|content-length|content-encoding|date|x-powered-by|vary)$/;

/** How long an answer of the desk waits for the document store to have taken in what was published. */
const soon = () => new Promise((resolve) => setTimeout(resolve, 1000).unref());

/** What became of a request to the desk: unless it was sent, one of our own pages is wanted for it. */
export type Outcome = "sent" | "not found" | "refused";

/**
 * Hands a request of the desk to Next and its answer back as it comes, under a nonce made for it alone.
 * In development every address goes this way, and Next's own error pages are let through.
 * What an action changed is taken in by `written` before its answer goes out.
 * Throws, with nothing sent, when Next has no page to give.
 */
export async function proxyDesk(
  next: NextConnection,
  request: IncomingMessage,
  response: ServerResponse,
  from: RequestOrigin,
  {
    development = false,
    written = async () => {},
  }: { development?: boolean; written?: () => Promise<void> } = {},
): Promise<Outcome> {
  const policy = development ? developmentPolicy : deskPolicy(randomBytes(16).toString("base64"));
  const method = request.method ?? "GET";
  const reads = method === "GET" || method === "HEAD";
  const headersIn = deskHeaders(request.headers, from);
  // Next finds the nonce for its scripts in the policy of the request.
  if (!development) headersIn["content-security-policy"] = policy["content-security-policy"];
  // No page can ask Next for its own address; the way to the sign-in page and back needs it.
  headersIn["x-entente-path"] = request.url;
  // A length is said only of a body that is passed on.
  if (reads) delete headersIn["content-length"];
  const answer = await next.ask({
    method,
    path: request.url ?? "/",
    headers: headersIn,
    body: reads ? undefined : limited(request),
  });
  // An action has run by the time its answer begins. If the outbox cannot be read at once, it is soon.
  if (!reads) await Promise.race([written().catch(() => undefined), soon()]);
  const status = answer.statusCode ?? 500;
  const type = answer.headers["content-type"];
  // A page that failed is a document that only scripts fill; a failed action or prefetch is read by scripts.
  const isForScripts = request.headers.rsc || request.headers["next-action"] || /json/.test(type ?? "");
  const isNavigation = !isForScripts && (!reads || /^text\/html\b/.test(type ?? "text/html"));
  if (!development && isNavigation && (status >= 500 || status === 404)) {
    await wholeOf(answer);
    // A form that was sent without scripts and may not be answers 404, whatever its action says.
    if (status === 404) return reads ? "not found" : "refused";
    throw new NoPage(`Next answered ${status}`);
  }
  const headers: OutgoingHttpHeaders = {};
  for (const [name, value] of Object.entries(answer.headers)) if (!ours.test(name)) headers[name] = value;
  Object.assign(headers, commonHeaders(from.protocol === "https"), policy);
  headers.vary = [answer.headers.vary, "Accept-Encoding"].filter(Boolean).join(", ");
  const encoding = shrinks(type) ? encodingFor(request.headers["accept-encoding"]) : "identity";
  if (encoding !== "identity") headers["content-encoding"] = encoding;
  else if (answer.headers["content-length"]) headers["content-length"] = answer.headers["content-length"];
  response.writeHead(status, headers);
  if (method === "HEAD" || status === 204 || status === 304) {
    answer.resume();
    response.end();
  } else if (encoding === "identity") await pipeline(answer, response);
  else await pipeline(answer, encoder(encoding), response);
  return "sent";
}
