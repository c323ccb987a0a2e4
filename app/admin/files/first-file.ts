import "server-only";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { uploadPart } from "@/components/desk/fields/file/upload";
import { maxFileSize } from "@/lib/domain/files";

/**
 * Works on the file that a form brings (`multipart/form-data`) while it comes; null where it brings none. One byte more is
 * read than a file may have, so that the work can tell.
 */
export async function withFirstFile<T>(
  request: Request,
  work: (file: Readable) => Promise<T>,
): Promise<T | null> {
  const form = readerFor(request);
  if (!form || !request.body) return null;
  let file: Readable | undefined;
  let working: Promise<T> | undefined;
  form.on("file", (name, stream) => {
    if (name !== uploadPart || file) return void stream.resume();
    file = stream;
    working = work(stream);
    // It is told below; what it has not read may not keep the form waiting.
    working.catch(() => stream.resume());
  });
  try {
    await pipeline(Readable.fromWeb(request.body as ReadableStream), form);
  } catch (error) {
    file?.destroy(error instanceof Error ? error : new Error(String(error)));
    await working?.catch(() => undefined);
    throw error;
  }
  return (await working) ?? null;
}

function readerFor({ headers }: Request): BusboyInstance | null {
  const type = headers.get("content-type") ?? "";
  if (!/^multipart\/form-data;/i.test(type)) return null;
  try {
    const limits = {
      files: 1,
      fields: 0,
      parts: 2,
      fileSize: maxFileSize + 1,
      headerPairs: 20,
      headerSize: 8192,
    };
    return new Busboy({ headers: { "content-type": type }, limits });
  } catch {
    // It says not where its parts end.
    return null;
  }
}
