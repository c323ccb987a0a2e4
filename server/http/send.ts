import type { IncomingMessage, ServerResponse } from "node:http";
import { encode, encodingFor, matches, shrinks, tagOf } from "./encode";
import { failurePage } from "./failure-page";
import type { RequestOrigin, HostSettings } from "./request-origin";
import type { Rendered } from "@/server/next/pages";
import { commonHeaders, publicPolicy } from "./policy";
import type { StaticFile } from "./static-files";

/** Sends a file that needs no page. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  from: RequestOrigin,
  file: StaticFile,
) {
  const common = { ...commonHeaders(from.protocol === "https"), "cache-control": file.caching };
  if (matches(request.headers["if-none-match"], file.tag))
    return void response.writeHead(304, { ...common, etag: `"${file.tag}"` }).end();
  const { body, encoding } = await file.bytes(encodingFor(request.headers["accept-encoding"]));
  send(request, response, 200, { ...common, "content-type": file.type }, { body, encoding, tag: file.tag });
}

/** Sends a finished document, or whatever else a public address answers. */
export async function sendRendered(
  request: IncomingMessage,
  response: ServerResponse,
  from: RequestOrigin,
  { status, type, location, disposition, caching, body }: Rendered,
): Promise<void> {
  const headers: Record<string, string> = { ...commonHeaders(from.protocol === "https"), ...publicPolicy };
  if (type) headers["content-type"] = type;
  if (location) headers.location = location;
  if (disposition) headers["content-disposition"] = disposition;
  const found = status === 200;
  const isPage = type?.startsWith("text/html");
  // Next forbids keeping any page made on demand; ours may be kept, and asked about each time.
  headers["cache-control"] =
    found && isPage ? "public, no-cache" : (caching ?? (found ? "public, no-cache" : "no-store"));
  const tag = tagOf(body);
  if (found && matches(request.headers["if-none-match"], tag))
    return void response.writeHead(304, { ...headers, etag: `"${tag}"` }).end();
  const wanted =
    shrinks(type) && body.length > 500 ? encodingFor(request.headers["accept-encoding"]) : "identity";
  send(request, response, status, headers, {
    body: await encode(body, wanted),
    encoding: wanted,
    tag: found ? tag : undefined,
  });
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  { body, encoding, tag }: { body: Buffer; encoding: string; tag?: string },
): void {
  const encoded = encoding !== "identity";
  response.writeHead(status, {
    ...headers,
    vary: "Accept-Encoding",
    "content-length": body.length,
    ...(encoded ? { "content-encoding": encoding } : {}),
    ...(tag ? { etag: encoded ? `"${tag}-${encoding}"` : `"${tag}"` } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/**
 * Sends a plain page of our own. What is left of a refused body runs out unread, as long as a request may last:
 * to close the connection on whoever is still sending would lose them the answer.
 */
export function sendFailure(
  hosts: HostSettings,
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  { isBusy = false } = {},
): void {
  const reads = request.method === "GET" || request.method === "HEAD";
  const secure = hosts.url?.startsWith("https:") ?? false;
  const { headers, body } = failurePage(status, secure, { sent: !reads, isBusy });
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
  response.end(request.method === "HEAD" ? undefined : body);
  request.resume();
}
