import "server-only";
import { open, stat } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { pdfWords } from "./pdf-words";
import { pictureFormats, remakePicture } from "./pictures";
import { plainText } from "./plain-text";
import type { Examination } from "./examination";

/** What a file is by its bytes, whatever it is called, and what it says; pictures are made anew in the folder. */
export async function examineFile(path: string, folder: string): Promise<Examination> {
  const { size } = await stat(path);
  if (size === 0) return { ok: false, fault: "empty" };
  const found = await fileTypeFromFile(path).catch(() => undefined);
  if (found === undefined) return plainText(path);
  if (found.mime === "application/pdf") return pdf(path, size);
  const format = pictureFormats[found.mime];
  return format ? remakePicture(path, folder, format) : { ok: false, fault: "type" };
}

const start = Buffer.from("%PDF-1.");
const newStart = Buffer.from("%PDF-2.");
const end = Buffer.from("%%EOF");
/** How many bytes may follow the end of a PDF: what holds another file behind it is none. */
const afterEnd = 1024;

async function pdf(path: string, size: number): Promise<Examination> {
  const file = await open(path);
  try {
    const read = async (from: number, length: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
      return buffer.subarray(0, bytesRead);
    };
    const first = await read(0, start.length);
    if (!first.equals(start) && !first.equals(newStart)) return { ok: false, fault: "type" };
    const last = await read(Math.max(0, size - afterEnd), Math.min(size, afterEnd));
    if (last.lastIndexOf(end) < 0) return { ok: false, fault: "damaged" };
  } finally {
    await file.close();
  }
  const words = await pdfWords(path);
  return words === null ? { ok: false, fault: "damaged" } : { ok: true, ending: "pdf", words };
}
