import { createHash } from "node:crypto";
import { promisify } from "node:util";
import {
  brotliCompress,
  constants,
  createBrotliCompress,
  createGzip,
  gzip,
  type BrotliCompress,
  type Gzip,
} from "node:zlib";
import Negotiator from "negotiator";

export type Encoding = "br" | "gzip" | "identity";

const compressible = /^(text\/|application\/(json|javascript|xml|[\w.+-]*\+(json|xml))|image\/svg)/;

/** Whether bytes of this type shrink by compression. */
export function shrinks(type: string | undefined): boolean {
  return compressible.test(type ?? "");
}

/** No browser's list of encodings is nearly as long, in characters; a longer one is not read. */
export const longestAccepts = 200;

const offered: Encoding[] = ["br", "gzip", "identity"];

/**
 * The encoding that a client likes best of ours by its `Accept-Encoding` (RFC 9110, 12.5.3): Brotli before gzip where
 * it likes both alike, and bytes as they are where it takes none of the three, since any answer is better than none.
 */
export function encodingFor(accepts: string | string[] | undefined): Encoding {
  const written = String(accepts ?? "");
  if (!written || written.length > longestAccepts) return "identity";
  // An old name that stands for the same (RFC 9110, 8.4.1.3).
  const header = written.replace(/x-gzip/gi, "gzip");
  const liked = new Negotiator({ headers: { "accept-encoding": header } });
  return liked.encodings(offered, { preferred: offered })[0] ?? "identity";
}

/** Whole bytes in an encoding. `quality` is Brotli's: 4 for what is sent once, 9 for what is kept. */
export async function encode(bytes: Buffer, encoding: Encoding, quality = 4): Promise<Buffer> {
  if (encoding === "identity") return bytes;
  if (encoding === "gzip") return promisify(gzip)(bytes);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return promisify(brotliCompress)(bytes, { params });
}

/** A stream into an encoding that passes each piece on at once, so that a streamed page stays one. */
export function encoder(encoding: "br" | "gzip"): BrotliCompress | Gzip {
  if (encoding === "gzip") return createGzip({ flush: constants.Z_SYNC_FLUSH });
  return createBrotliCompress({
    flush: constants.BROTLI_OPERATION_FLUSH,
    params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
  });
}

/** A tag for bytes, whatever their encoding. */
export function tagOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
}

/**
 * A tag for a page's bytes that can be the time of a file: 31 bits of their hash, in hexadecimal digits. nginx makes its
 * entity tags of a file's time and length (`entityTag` has the same form).
 */
export function timeTagOf(bytes: Buffer): string {
  return (createHash("sha256").update(bytes).digest().readUInt32BE() >>> 1).toString(16);
}

/** The entity tag of a body with this tag, of so many bytes as it is sent: each encoding has its own. */
export const entityTag = (tag: string, length: number, encoding: Encoding) =>
  `"${tag}-${length.toString(16)}${encoding === "br" ? "-br" : ""}"`;

/** Whether an `If-None-Match` names the tag, whatever the encoding it was sent in. */
export function matches(ifNoneMatch: string | undefined, tag: string): boolean {
  if (!ifNoneMatch) return false;
  return ifNoneMatch
    .split(",")
    .map((one) =>
      one
        .trim()
        .replace(/^W\//, "")
        .replace(/^"|"$/g, "")
        .replace(/-[0-9a-f]+(?:-br)?$/, ""),
    )
    .some((one) => one === tag || one === "*");
}
