import "server-only";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { BackupFault, lineLimit } from "./backup-format";

const lineEnd = 10;
/** Unpacked at a time, in bytes. */
const chunk = 256 * 1024;

/**
 * The lines of a gzipped file, some at a time, each with its line end, as bytes. Throws a BackupFault where it is no
 * such file, or a line is too long.
 */
export async function* linesOf(file: string): AsyncGenerator<Buffer[]> {
  const source = createReadStream(file);
  const plain = createGunzip({ chunkSize: chunk });
  source.once("error", (error) => plain.destroy(error));
  /** The pieces of a line whose end has not come yet. */
  let begun: Buffer[] = [];
  let length = 0;
  let count = 0;
  const add = (piece: Buffer) => {
    length += piece.length;
    if (length > lineLimit) throw new BackupFault(`The backup is damaged: line ${count + 1} is too long.`);
    begun.push(piece);
  };
  try {
    for await (const piece of source.pipe(plain) as AsyncIterable<Buffer>) {
      const lines: Buffer[] = [];
      let from = 0;
      for (let end = piece.indexOf(lineEnd); end >= 0; end = piece.indexOf(lineEnd, from)) {
        add(piece.subarray(from, end + 1));
        from = end + 1;
        lines.push(begun.length === 1 ? begun[0]! : Buffer.concat(begun));
        [begun, length] = [[], 0];
        count += 1;
      }
      if (from < piece.length) add(piece.subarray(from));
      yield lines;
    }
  } catch (error) {
    throw faultFrom(error, file) ?? error;
  } finally {
    source.destroy();
  }
  if (length) throw new BackupFault("The backup is damaged: it is cut short.");
}

function faultFrom(error: unknown, file: string): BackupFault | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return new BackupFault(`There is no file ${file}.`);
  if (code === "EISDIR") return new BackupFault(`${file} is a folder.`);
  if (code === "EACCES") return new BackupFault(`${file} may not be read.`);
  if (code === "Z_BUF_ERROR") return new BackupFault("The backup is damaged: it is cut short.");
  if (code.startsWith("Z_")) return new BackupFault("This file is no backup of Entente, or is damaged.");
  return null;
}
