import "server-only";
import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { BackupFault, lineLimit } from "./backup-format";

const lineEnd = 10;
/** Unpacked at a time, in bytes. */
const chunk = 256 * 1024;

/** Whole lines that follow one another in a file. */
export interface Lines {
  /** As they stand in the file, each with its line end. */
  bytes: Buffer;
  /** Each without its line end, a letter for a byte: what is not ASCII has to be decoded before use. */
  lines: string[];
}

const damaged = (what: string) => new BackupFault(`The backup is damaged: ${what}.`);

/**
 * The lines of a gzipped file, some at a time. Throws a BackupFault where it is no such file, a line is too long, or is
 * no UTF-8.
 */
export async function* linesOf(file: string): AsyncGenerator<Lines> {
  const source = createReadStream(file);
  const plain = createGunzip({ chunkSize: chunk });
  source.once("error", (error) => plain.destroy(error));
  /** The pieces of a line whose end has not come yet. */
  let begun: Buffer[] = [];
  let length = 0;
  let count = 0;
  const tooLong = () => damaged(`line ${count + 1} is too long`);
  const taken = (bytes: Buffer): Lines => {
    const before = count;
    const lines = bytes.toString("latin1", 0, bytes.length - 1).split("\n");
    count += lines.length;
    if (!isUtf8(bytes)) throw damaged(`line ${before + 1 + lines.findIndex(isNone)} is not UTF-8`);
    return { bytes, lines };
  };
  try {
    for await (const piece of source.pipe(plain) as AsyncIterable<Buffer>) {
      // The line that began before ends alone: what follows need not be copied.
      const first = length ? piece.indexOf(lineEnd) + 1 : 0;
      if (first > 0) {
        if (length + first > lineLimit) throw tooLong();
        yield taken(Buffer.concat([...begun, piece.subarray(0, first)]));
        [begun, length] = [[], 0];
      }
      const end = piece.lastIndexOf(lineEnd) + 1;
      if (end > first) yield taken(piece.subarray(first, end));
      if (end === piece.length) continue;
      begun.push(piece.subarray(end));
      length += piece.length - end;
      if (length > lineLimit) throw tooLong();
    }
  } catch (error) {
    throw faultFrom(error, file) ?? error;
  } finally {
    source.destroy();
  }
  if (length) throw damaged("it is cut short");
}

const isNone = (line: string) => !isUtf8(Buffer.from(line, "latin1"));

function faultFrom(error: unknown, file: string): BackupFault | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return new BackupFault(`There is no file ${file}.`);
  if (code === "EISDIR") return new BackupFault(`${file} is a folder.`);
  if (code === "EACCES") return new BackupFault(`${file} may not be read.`);
  if (code === "Z_BUF_ERROR") return damaged("it is cut short");
  if (code.startsWith("Z_")) return new BackupFault("This file is no backup of Entente, or is damaged.");
  return null;
}
