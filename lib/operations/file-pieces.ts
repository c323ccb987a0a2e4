/**
 * The bytes of files in a backup. They stand there as the rows of a table that is none, in pieces of Base64, those of one
 * file after another: so neither a backup nor a restore ever holds a whole file in memory.
 */
import "server-only";
import { createHash, type Hash } from "node:crypto";
import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { isFileId } from "@/lib/domain/files";
import type { FileStore } from "@/lib/files/file-store";
import { aroundRow, BackupFault } from "./backup-format";

/** What the table that is none is called, and its columns. */
export const piecesTable = "FileBytes";
export const pieceColumns = ["bytes", "file", "position"];
/** How many bytes a piece has, but for the last. A multiple of three: no piece but the last is filled up. */
const pieceSize = 3 * 128 * 1024;

/** The lines of a file's pieces. @throws {BackupFault} where the store does not have it whole. */
export async function* piecesOf(store: FileStore, id: string): AsyncGenerator<string> {
  const bytes = await store.read(id);
  if (!bytes) throw new BackupFault(`The store of files lacks ${id}, which the database names.`);
  const [before, behind] = aroundRow(piecesTable);
  const hash = createHash("sha256");
  let [position, held] = [0, Buffer.alloc(0)];
  const line = (piece: Buffer) =>
    `${before}${JSON.stringify({ bytes: piece.toString("base64"), file: id, position: position++ })}${behind}\n`;
  for await (const some of bytes as AsyncIterable<Buffer>) {
    hash.update(some);
    held = Buffer.concat([held, some]);
    for (; held.length >= pieceSize; held = held.subarray(pieceSize)) yield line(held.subarray(0, pieceSize));
  }
  if (held.length > 0) yield line(held);
  if (hash.digest("hex") !== id.slice(0, 64))
    throw new BackupFault(
      `The store of files has ${id} damaged: it holds something else than its name says.`,
    );
}

const piece = z.strictObject({
  bytes: z.base64().max(2 * pieceSize),
  file: z.string().refine(isFileId),
  position: z.int().nonnegative(),
});

/** Reads the pieces of files in their order. Where it is told of a store, it keeps each file that is whole there. */
export class FilePieces {
  /** The files that were read whole. */
  readonly whole = new Set<string>();
  #file: { id: string; hash: Hash; next: number; path: string } | undefined;

  constructor(readonly into?: { store: FileStore; folder: string }) {}

  /** Takes one piece: the values of its line. @throws {BackupFault} */
  async take(line: number, values: string): Promise<void> {
    const { bytes, file, position } = readPiece(line, values);
    if (this.#file?.id !== file) await this.#begin(line, file);
    const own = this.#file!;
    if (own.next !== position) throw damaged(`a piece of ${file} is missing before line ${line}`);
    own.next += 1;
    const read = Buffer.from(bytes, "base64");
    own.hash.update(read);
    if (this.into) await appendFile(own.path, read, { mode: 0o600 });
  }

  /** Tells that there are no more. @throws {BackupFault} */
  async end(): Promise<void> {
    const own = this.#file;
    this.#file = undefined;
    if (!own) return;
    if (own.hash.digest("hex") !== own.id.slice(0, 64)) throw damaged(`the file ${own.id} is not whole`);
    await this.into?.store.keep(own.id, own.path);
    this.whole.add(own.id);
  }

  async #begin(line: number, id: string): Promise<void> {
    await this.end();
    if (this.whole.has(id)) throw damaged(`the file ${id} comes again at line ${line}`);
    this.#file = { id, hash: createHash("sha256"), next: 0, path: join(this.into?.folder ?? "", id) };
  }
}

function readPiece(line: number, values: string): z.infer<typeof piece> {
  try {
    return piece.parse(JSON.parse(values));
  } catch {
    throw damaged(`line ${line} is no piece of a file`);
  }
}

const damaged = (what: string) => new BackupFault(`The backup is damaged: ${what}.`);
