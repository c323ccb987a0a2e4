/** Sends a finished document. Readers nearly always pass here: everything that can be is made once and kept. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Encoding, encodingFor, matches } from "./encode";
import { commonHeaders, publicPolicy } from "./policy";
import type { StoredDocument } from "@/server/documents/stored-document";

/**
 * Browsers ask each time, which a 304 answers. A CDN or nginx may answer for some seconds without asking, gets
 * the newer page while it serves the older, and goes on through a day of our absence.
 */
export const documentCaching =
  "public, max-age=0, s-maxage=5, stale-while-revalidate=30, stale-if-error=86400";

type Heads = Record<Encoding, string[]>;

const heads = { http: new WeakMap<StoredDocument, Heads>(), https: new WeakMap<StoredDocument, Heads>() };

function headsOf(document: StoredDocument, secure: boolean): Heads {
  const kept = heads[secure ? "https" : "http"];
  const known = kept.get(document);
  if (known) return known;
  const made = {
    identity: headOf(document, "identity", secure),
    gzip: headOf(document, "gzip", secure),
    br: headOf(document, "br", secure),
  };
  kept.set(document, made);
  return made;
}

/** Names and values in turn, as `writeHead` takes them fastest. */
function headOf(
  { type, disposition, tag, bodies }: StoredDocument,
  encoding: Encoding,
  secure: boolean,
): string[] {
  const body = bodies[encoding];
  const isEncoded = body !== bodies.identity;
  const headers: Record<string, string> = {
    ...commonHeaders(secure),
    ...publicPolicy,
    "cache-control": documentCaching,
    vary: "Accept-Encoding",
    "content-type": type,
    "content-length": String(body.length),
    etag: isEncoded ? `"${tag}-${encoding}"` : `"${tag}"`,
    ...(disposition ? { "content-disposition": disposition } : {}),
    ...(isEncoded ? { "content-encoding": encoding } : {}),
  };
  return Object.entries(headers).flat();
}

// Browsers send the same few values of this header over and over.
const encodings = new Map<string, Encoding>();

function encodingOf(accepts: string): Encoding {
  const known = encodings.get(accepts);
  if (known) return known;
  const encoding = encodingFor(accepts);
  if (encodings.size < 100 && accepts.length < 200) encodings.set(accepts, encoding);
  return encoding;
}

/** Answers GET and HEAD with a document, or that the reader has it already. */
export function sendDocument(
  request: IncomingMessage,
  response: ServerResponse,
  secure: boolean,
  document: StoredDocument,
): void {
  const encoding = encodingOf(String(request.headers["accept-encoding"] ?? ""));
  const head = headsOf(document, secure)[encoding];
  const asked = request.headers["if-none-match"];
  if (asked !== undefined && matches(asked, document.tag)) {
    const isBody = (name: string) => /^content-(length|type|encoding|disposition)$/.test(name);
    const kept = head.filter((_, index) => !isBody(head[index - (index % 2)]!));
    response.writeHead(304, kept).end();
    return;
  }
  response.writeHead(200, head);
  response.end(request.method === "HEAD" ? undefined : document.bodies[encoding]);
}
