/** The files that published records show, under addresses that name what they hold. */
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { LRUCache } from "lru-cache";
import parseRange from "range-parser";
import { endingOf, fileIdAt, fileTypes, isPicture } from "@/lib/domain/files";
import { FairQueue } from "@/lib/fair-queue";
import { networkOf } from "@/lib/network";
import type { RequestOrigin } from "./request-origin";
import { commonHeaders } from "./policy";
import { documentCaching } from "./send-document";

export interface FileSettings {
  /** The size of a file in bytes while readers may have it; null otherwise. */
  sizeOf(id: string): Promise<number | null>;
  /** The bytes of a file, or of a span of it with both its ends; null where they are not there. */
  read(id: string, span?: { start: number; end: number }): Promise<Readable | null>;
  /** Another number after each publication: what was learned of a file holds until this changes. */
  version(): number;
}

/** Answers under a path, in its one spelling. False where no file is to be had: then there is nothing here. */
export type AnswerFile = (
  request: IncomingMessage,
  response: ServerResponse,
  from: RequestOrigin,
  path: string,
) => Promise<boolean>;

/** Files on their way at once: slow readers leave room for others. */
const limits = { atOnce: 200, atOncePerClient: 24, waiting: 400, waitingPerClient: 100 };
/** Nothing in a file is run, and nothing of it reaches the site that it comes from. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

export function publicFiles({ sizeOf, read, version }: FileSettings): AnswerFile {
  const known = new LRUCache<string, { size: number | null; version: number }>({ max: 5000 });
  const sending = new FairQueue(limits);

  async function sizeNow(id: string): Promise<number | null> {
    const kept = known.get(id);
    const asked = version();
    if (kept?.version === asked) return kept.size;
    const size = await sizeOf(id);
    known.set(id, { size, version: asked });
    return size;
  }

  return async (request, response, from, path) => {
    const id = fileIdAt(path);
    const size = id && (await sizeNow(id));
    if (!id || !size) return false;
    const tag = `"${id.slice(0, 64)}"`;
    const headers = headersOf(id, tag, from.protocol === "https");
    if (request.headers["if-none-match"]?.includes(tag)) {
      response.writeHead(304, headers).end();
      return true;
    }
    const span = spanOf(request, size, tag);
    if (span === "none") {
      response.writeHead(416, { ...headers, "content-range": `bytes */${size}` }).end();
      return true;
    }
    const { start, end } = span ?? { start: 0, end: size - 1 };
    const said = {
      ...headers,
      "content-length": end - start + 1,
      ...(span && { "content-range": `bytes ${start}-${end}/${size}` }),
    };
    const status = span ? 206 : 200;
    if (request.method === "HEAD") {
      response.writeHead(status, said).end();
      return true;
    }
    return sending.run(networkOf(from.client), async () => {
      // Who waited may have gone.
      if (response.destroyed) return true;
      const bytes = await read(id, span);
      if (!bytes) throw new Error(`the store of files lacks ${id}`);
      response.writeHead(status, said);
      await pipeline(bytes, response);
      return true;
    });
  };
}

function headersOf(id: string, tag: string, secure: boolean): OutgoingHttpHeaders {
  const ending = endingOf(id);
  const isShown = isPicture(id) || ending === "pdf";
  return {
    ...commonHeaders(secure),
    "content-type": fileTypes[ending],
    "content-disposition": isShown ? "inline" : "attachment",
    "content-security-policy": policy,
    "accept-ranges": "bytes",
    // Asked for each time, as pages are: a file that was withdrawn is gone.
    "cache-control": documentCaching,
    etag: tag,
  };
}

/** The span that is asked for; undefined for all of it, "none" where there is no such span. */
function spanOf({ headers }: IncomingMessage, size: number, tag: string) {
  const { range, "if-range": only } = headers;
  if (range === undefined || range.length > 200 || (only !== undefined && only !== tag)) return undefined;
  const asked = parseRange(size, range, { combine: true });
  if (asked === -1) return "none";
  return asked === -2 || asked.type !== "bytes" || asked.length !== 1 ? undefined : asked[0];
}
