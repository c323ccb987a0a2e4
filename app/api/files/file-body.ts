/** The body of a file while it is being written: in memory as long as it is small, then on disk. */
import { randomUUID } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addAbortSignal, Readable } from "node:stream";

/** In bytes. */
const mostInMemory = 1024 * 1024;

export class FileBody {
  #pieces: Buffer[] = [];
  #bytes = 0;
  #file: FileHandle | undefined;

  /** Adds a piece to its end. */
  async write(text: string): Promise<void> {
    const piece = Buffer.from(text);
    this.#bytes += piece.length;
    this.#pieces.push(piece);
    if (this.#bytes > mostInMemory) await this.#spill();
  }

  /**
   * What was written, as the body of an answer; nothing may be written any more. Who goes before an answer is begun reads
   * none of it: `gone` tells of that.
   */
  async read(gone: AbortSignal): Promise<BodyInit> {
    if (!this.#file) return Buffer.concat(this.#pieces);
    await this.#spill();
    // The stream closes the file at its end, or when the client goes.
    const stream = this.#file.createReadStream({ start: 0 });
    addAbortSignal(gone, stream);
    return Readable.toWeb(stream) as ReadableStream;
  }

  /** Throws away what was written, where it will not be read. */
  async discard(): Promise<void> {
    this.#pieces = [];
    await this.#file?.close();
  }

  async #spill(): Promise<void> {
    this.#file ??= await openUnnamed();
    const pieces = this.#pieces;
    this.#pieces = [];
    await this.#file.appendFile(Buffer.concat(pieces));
  }
}

/** A new file that has no name any more: it is gone when it is closed, or with the process. */
async function openUnnamed(): Promise<FileHandle> {
  const path = join(tmpdir(), `entente-${randomUUID()}`);
  const file = await open(path, "wx+", 0o600);
  await rm(path);
  return file;
}
