import "server-only";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream/promises";
import { AwsClient } from "aws4fetch";
import { endingOf, fileTypes, isFileId } from "@/lib/domain/files";
import type { FileStore } from "./file-store";

/** A bucket of a store that speaks S3's protocol. */
export interface Bucket {
  /** The address of the bucket, with what goes before the names in it, as `https://s3.example.org/bucket/files`. */
  address: string;
  region: string;
  keyId: string;
  secret: string;
}

/** Thrown where the store answers with something else than a file or that it has none. */
export class StoreFault extends Error {
  override readonly name = "StoreFault";
}

/** How long nothing may come from the store, in milliseconds. */
const silence = 20_000;

/** Keeps files in a bucket. They are sent and read as they come: none is ever in memory as a whole. */
export function s3Store({ address, region, keyId, secret }: Bucket): FileStore {
  const signer = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, service: "s3", region });
  const placeOf = (id: string) => {
    if (!isFileId(id)) throw new Error(`${id} names no file`);
    return `${address}/${id.slice(0, 2)}/${id}`;
  };
  async function ask(
    method: "GET" | "HEAD" | "PUT",
    id: string,
    { headers = {}, path }: { headers?: Record<string, string>; path?: string } = {},
  ): Promise<IncomingMessage> {
    const url = placeOf(id);
    const signed = await signer.sign(url, { method, headers });
    const send = url.startsWith("https:") ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const question = send(
        url,
        { method, headers: { ...headers, ...Object.fromEntries(signed.headers) } },
        resolve,
      );
      question.setTimeout(silence, () => question.destroy(new StoreFault("The store of files is silent")));
      question.once("error", reject);
      if (path) pipeline(createReadStream(/* turbopackIgnore: true */ path), question).catch(reject);
      else question.end();
    });
  }
  return {
    async keep(id, path) {
      const there = await ask("HEAD", id);
      there.resume();
      if (there.statusCode === 200) return;
      const { size } = await stat(path);
      const answer = await ask("PUT", id, {
        path,
        headers: {
          "content-length": String(size),
          "content-type": fileTypes[endingOf(id)],
          // The store refuses what arrives as something else than the file's name says.
          "x-amz-content-sha256": id.slice(0, 64),
        },
      });
      answer.resume();
      if (answer.statusCode !== 200) throw faultOf("keep", answer);
    },
    async read(id, span) {
      const headers: Record<string, string> = span ? { range: `bytes=${span.start}-${span.end}` } : {};
      const answer = await ask("GET", id, { headers });
      if (answer.statusCode === (span ? 206 : 200)) return answer;
      answer.resume();
      if (answer.statusCode === 404) return null;
      throw faultOf("read", answer);
    },
  };
}

function faultOf(what: string, { statusCode }: IncomingMessage): StoreFault {
  return new StoreFault(`The store of files would not ${what} a file: it answered ${statusCode}`);
}
