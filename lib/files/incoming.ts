/** Files on their way in: written to disk as they come, counted and hashed, and never in memory as a whole. */
import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { maxFileSize } from "@/lib/domain/files";
import { filesFolder } from "./own-store";

/** Thrown for a file that is larger than any may be. */
export class FileTooLarge extends Error {
  override readonly name = "FileTooLarge";
}

/** What is left behind by a process that was killed is thrown away after so many milliseconds. */
const leftAfter = 60 * 60 * 1000;

/** Does work in a new folder, which is gone when the work is done. It is on the disk on which files are kept. */
export async function inOwnFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const all = join(filesFolder(), "incoming");
  await mkdir(all, { recursive: true, mode: 0o700 });
  await clear(all);
  const own = join(all, randomUUID());
  await mkdir(own, { mode: 0o700 });
  try {
    return await work(own);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

async function clear(all: string): Promise<void> {
  const [oldest, names] = [Date.now() - leftAfter, await readdir(all)];
  for (const name of names) {
    const found = await stat(join(all, name)).catch(() => null);
    if (found && found.mtimeMs < oldest) await rm(join(all, name), { recursive: true, force: true });
  }
}

/** What was written. */
export interface Written {
  /** SHA-256, in hexadecimal digits. */
  hash: string;
  /** In bytes. */
  size: number;
}

/** Writes what comes to a new file. @throws {FileTooLarge} */
export async function writeIncoming(source: Readable, path: string, limit = maxFileSize): Promise<Written> {
  const hash = createHash("sha256");
  let size = 0;
  const counted = new Transform({
    transform(piece: Buffer, _encoding, done) {
      size += piece.length;
      if (size > limit) return done(new FileTooLarge());
      hash.update(piece);
      done(null, piece);
    },
  });
  await pipeline(source, counted, createWriteStream(path, { flags: "wx", mode: 0o600 }));
  return { hash: hash.digest("hex"), size };
}

/** The hash and size of a file on disk. */
export async function hashFile(path: string): Promise<Written> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(piece);
    size += piece.length;
  }
  return { hash: hash.digest("hex"), size };
}
