/** Answers with what is at hand: one place for encodings, entity tags and the answer that a reader has it already. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Rendered } from "@/server/next/pages";
import { encode, type Encoding, encodingFor, entityTag, matches, shrinks, tagOf } from "./encode";
import { failurePage, type Unavailable } from "./failure-page";
import { commonHeaders, publicPolicy } from "./policy";
import type { HostSettings, RequestOrigin } from "./request-origin";
import type { StaticFile } from "./static-files";

/** Bytes to be sent, and what is said of them. */
export interface Content {
  body: Buffer;
  encoding: Encoding;
  type?: string | undefined;
  disposition?: string | undefined;
  /** An entity tag without quotes, of the bytes before they were encoded; without it the answer has none. */
  tag?: string | undefined;
}

/** Names and values in turn, as `writeHead` takes them fastest. */
export interface Heads {
  whole: string[];
  /** For a reader who has it already. */
  unchanged: string[];
}

/** The heads of answers with this content, beside other headers. */
export function headsOf(
  headers: Record<string, string>,
  content: Omit<Content, "body"> & { length: number },
): Heads {
  const { length, encoding, type, disposition, tag } = content;
  const isEncoded = encoding !== "identity";
  const unchanged = {
    ...headers,
    vary: "Accept-Encoding",
    ...(tag ? { etag: entityTag(tag, length, encoding) } : {}),
  };
  const whole = {
    ...unchanged,
    "content-length": String(length),
    ...(type ? { "content-type": type } : {}),
    ...(disposition ? { "content-disposition": disposition } : {}),
    ...(isEncoded ? { "content-encoding": encoding } : {}),
  };
  return { whole: Object.entries(whole).flat(), unchanged: Object.entries(unchanged).flat() };
}

/** Sends content under its heads, or that the reader has it already. */
export function sendContent(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  heads: Heads,
  { body, tag }: Pick<Content, "body" | "tag">,
): void {
  const asked = request.headers["if-none-match"];
  if (asked !== undefined && tag !== undefined && matches(asked, tag))
    return void response.writeHead(304, heads.unchanged).end();
  response.writeHead(status, heads.whole);
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Sends a file that needs no page. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  from: RequestOrigin,
  file: StaticFile,
): Promise<void> {
  const headers = { ...commonHeaders(from.protocol === "https"), "cache-control": file.caching };
  const bytes = await file.bytes(encodingFor(request.headers["accept-encoding"]));
  const content = { ...bytes, type: file.type, tag: file.tag };
  sendContent(request, response, 200, headsOf(headers, { ...content, length: content.body.length }), content);
}

/** Sends whatever a public address answers that is not a kept document. */
export async function sendRendered(
  request: IncomingMessage,
  response: ServerResponse,
  from: RequestOrigin,
  { status, type, location, disposition, caching, body, isOfTheMoment }: Rendered,
): Promise<void> {
  const isFound = status === 200;
  const isPage = type?.startsWith("text/html");
  const headers = {
    ...commonHeaders(from.protocol === "https"),
    ...publicPolicy,
    ...(location ? { location } : {}),
    // Next forbids keeping any page made on demand; ours may be kept, and asked about each time.
    "cache-control": isOfTheMoment
      ? "no-store"
      : isFound && isPage
        ? "public, no-cache"
        : (caching ?? (isFound ? "public, no-cache" : "no-store")),
  };
  const isSmall = !shrinks(type) || body.length <= 500;
  const encoding = isSmall ? "identity" : encodingFor(request.headers["accept-encoding"]);
  const tag = isFound ? tagOf(body) : undefined;
  const content = { body: await encode(body, encoding), encoding, type, disposition, tag };
  sendContent(
    request,
    response,
    status,
    headsOf(headers, { ...content, length: content.body.length }),
    content,
  );
}

/** Sends a reader to the one spelling of an address. Kept by no cache: of other spellings there is no end. */
export function sendRedirect(
  request: IncomingMessage,
  response: ServerResponse,
  from: RequestOrigin,
  { location, isPermanent }: { location: string; isPermanent: boolean },
): Promise<void> {
  const nothing = { type: undefined, disposition: undefined, caching: "no-store", body: Buffer.alloc(0) };
  return sendRendered(request, response, from, { ...nothing, status: isPermanent ? 308 : 307, location });
}

/** Sends a reader who has sent a form on to the page that says what became of it. */
export function sendSeeOther(
  request: IncomingMessage,
  response: ServerResponse,
  from: RequestOrigin,
  location: string,
): Promise<void> {
  const nothing = { type: undefined, disposition: undefined, caching: "no-store", body: Buffer.alloc(0) };
  return sendRendered(request, response, from, { ...nothing, status: 303, location });
}

/**
 * Sends a plain page of our own. What is left of a refused body runs out unread, as long as a request may last:
 * a client that is still sending would lose the answer if the connection were closed on it.
 */
export function sendFailure(
  { url }: HostSettings,
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  why?: Unavailable,
): void {
  const reads = request.method === "GET" || request.method === "HEAD";
  const secure = url?.startsWith("https:") ?? false;
  const { headers, body } = failurePage(status, secure, { sent: !reads, why });
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
  response.end(request.method === "HEAD" ? undefined : body);
  request.resume();
}

/** Says, as Next does, that an action is none of the page it was posted to: Next's scripts then load the page anew. */
export function sendUnknownAction(
  request: IncomingMessage,
  response: ServerResponse,
  from: RequestOrigin,
): void {
  response.writeHead(409, {
    ...commonHeaders(from.protocol === "https"),
    "cache-control": "no-store",
    "content-type": "text/plain; charset=utf-8",
    "x-nextjs-action-not-found": "1",
  });
  response.end("Server Action unavailable.");
  request.resume();
}
