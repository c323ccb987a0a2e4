/** Sends a finished document. Readers nearly always pass here: everything that can be is made once and kept. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import { bodyOf, encodingOf, type StoredDocument } from "@/server/documents/stored-document";
import { type Encoding, encodingFor, longestAccepts } from "./encode";
import { commonHeaders, publicPolicy } from "./policy";
import { type Heads, headsOf, sendContent } from "./send";

/**
 * Browsers ask each time, which a 304 answers. A CDN or nginx may answer for some seconds without asking, gets
 * the newer page while it serves the older, and goes on through a day of our absence.
 */
export const documentCaching =
  "public, max-age=0, s-maxage=5, stale-while-revalidate=30, stale-if-error=86400";

type HeadsByEncoding = Record<Encoding, Heads>;

const kept = {
  http: new WeakMap<StoredDocument, HeadsByEncoding>(),
  https: new WeakMap<StoredDocument, HeadsByEncoding>(),
};

function headsOfDocument(document: StoredDocument, secure: boolean): HeadsByEncoding {
  const known = kept[secure ? "https" : "http"];
  const found = known.get(document);
  if (found) return found;
  const { type, disposition, tag, bodies } = document;
  const lengths = { identity: document.length, gzip: 0, br: 0 };
  if ("br" in bodies) Object.assign(lengths, { gzip: bodies.gzip.length, br: bodies.br.length });
  const headers = { ...commonHeaders(secure), ...publicPolicy, "cache-control": documentCaching };
  const heads = (wanted: Encoding) => {
    const encoding = encodingOf(document, wanted);
    return headsOf(headers, { length: lengths[encoding], encoding, type, disposition, tag });
  };
  const made = { identity: heads("identity"), gzip: heads("gzip"), br: heads("br") };
  known.set(document, made);
  return made;
}

// Browsers send the same few values of this header over and over.
const encodings = new LRUCache<string, Encoding>({ max: 100 });

function encodingBy(accepts: string): Encoding {
  const known = encodings.get(accepts);
  if (known) return known;
  const encoding = encodingFor(accepts);
  // Those too long to be read would only take up memory.
  if (accepts.length <= longestAccepts) encodings.set(accepts, encoding);
  return encoding;
}

interface Prepared {
  heads: Heads;
  body: Buffer;
  tag: string;
}

/** A document as a client that accepts these encodings gets it. */
export function prepared(document: StoredDocument, secure: boolean, accepts: string): Prepared {
  const encoding = encodingBy(accepts);
  const heads = headsOfDocument(document, secure)[encoding];
  return { heads, body: bodyOf(document, encoding), tag: document.tag };
}

/** Answers GET and HEAD with a document, or that the reader has it already. */
export function sendDocument(
  request: IncomingMessage,
  response: ServerResponse,
  secure: boolean,
  document: StoredDocument,
): void {
  const { heads, ...content } = prepared(document, secure, String(request.headers["accept-encoding"] ?? ""));
  sendContent(request, response, 200, heads, content);
}
