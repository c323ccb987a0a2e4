import "server-only";
import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { maxFileWords } from "@/lib/domain/files";
import type { Examination } from "./examination";

const controls = /[\u0000-\u0008\u000B\u000E-\u001F\u007F]/;
/** How what programs read as markup begins: HTML, SVG and other XML, PHP, PostScript, a script. */
const markup = /^\s*(?:<[!?a-z]|%!|#!|\{\\rtf)/i;

/** Plain text in UTF-8: without control characters, and nothing that a program could take for a page. */
export async function plainText(path: string): Promise<Examination> {
  const bytes = await readFile(path);
  if (!isUtf8(bytes)) return { ok: false, fault: "type" };
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
  if (controls.test(text) || markup.test(text) || text.trim() === "") return { ok: false, fault: "type" };
  return { ok: true, ending: "txt", words: tidyWords(text.slice(0, 4 * maxFileWords)) };
}

/** Words as searches take them: no more than are kept, nothing that a database cannot. */
export function tidyWords(text: string): string {
  return text
    .replace(/[\p{C}\p{Z}]+/gu, " ")
    .trim()
    .slice(0, maxFileWords)
    .toWellFormed()
    .normalize("NFC")
    .slice(0, maxFileWords);
}
