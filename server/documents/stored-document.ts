/** A finished document: the bytes that readers get, ready in the encodings that nearly all of them take. */
import { gunzipSync } from "node:zlib";
import { LRUCache } from "lru-cache";
import { encode, type Encoding, shrinks, timeTagOf } from "@/server/http/encode";
import type { Rendered } from "@/server/next/pages";
import type { ShownTags } from "./shown-tags";

/** Compressed alone; or what compression would not shrink, as it is. */
export type Bodies = { readonly br: Buffer; readonly gzip: Buffer } | { readonly identity: Buffer };

export interface StoredDocument {
  /** Its canonical path and query. */
  readonly path: string;
  readonly type: string;
  readonly disposition: string | undefined;
  readonly tag: string;
  readonly bodies: Bodies;
  /** The length of its body without compression, in bytes. */
  readonly length: number;
  /** The tags of what it shows: it is out of date once one of them is touched. */
  readonly shows: ShownTags;
  /** The build that rendered it: its style sheets are that build's. */
  readonly build: string;
  /** The identity of the database whose records it shows; empty where that was not known yet. */
  readonly database: string;
  /** It shows every change of the outbox up to this position: those before its render, and then those it was found fresh after. */
  position: number;
  /** The version of what is known of changes as of which it was last found fresh; 0 for never. */
  checked: number;
  /** Milliseconds since 1970, for people. */
  readonly madeAt: number;
}

const MB = 1024 * 1024;

/** Bodies without compression, for the few clients that take none: those asked for last. */
const plain = new LRUCache<StoredDocument, Buffer>({
  maxSize: 16 * MB,
  sizeCalculation: (body) => body.length + 100,
});

/** In which encoding a client that likes this one best gets a document. */
export function encodingOf({ bodies }: StoredDocument, wanted: Encoding): Encoding {
  return "identity" in bodies ? "identity" : wanted;
}

/** A document's body in an encoding that it has. */
export function bodyOf(document: StoredDocument, encoding: Encoding): Buffer {
  const { bodies } = document;
  if ("identity" in bodies) return bodies.identity;
  if (encoding !== "identity") return bodies[encoding];
  const known = plain.get(document);
  if (known) return known;
  const body = gunzipSync(bodies.gzip);
  plain.set(document, body);
  return body;
}

/** What a document weighs in memory, in bytes, with some allowance for what holds it. */
export function weightOf({ bodies, path, shows }: StoredDocument): number {
  const body = "identity" in bodies ? bodies.identity.length : bodies.br.length + bodies.gzip.length;
  return body + shows.byteLength + path.length * 2 + 1024;
}

/** Makes the document of a rendered page. Small or incompressible bodies go out as they are. */
export async function documentOf(
  { body, type = "text/html; charset=utf-8", disposition }: Rendered,
  about: Pick<StoredDocument, "path" | "shows" | "build" | "position" | "database">,
): Promise<StoredDocument> {
  return {
    ...about,
    type,
    disposition,
    tag: timeTagOf(body),
    bodies: await bodiesOf(body, type),
    length: body.length,
    checked: 0,
    madeAt: Date.now(),
  };
}

async function bodiesOf(body: Buffer, type: string): Promise<Bodies> {
  if (!shrinks(type) || body.length <= 500) return { identity: body };
  const [gzip, br] = await Promise.all([encode(body, "gzip"), encode(body, "br", 9)]);
  return br.length < body.length ? { br, gzip } : { identity: body };
}
