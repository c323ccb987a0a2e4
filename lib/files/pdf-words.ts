import "server-only";
import { readFile } from "node:fs/promises";
import { getDocumentProxy } from "unpdf";
import { maxFileWords } from "@/lib/domain/files";
import { tidyWords } from "./plain-text";

/** For how long pages are read, in milliseconds: what is found by then is what is searched. */
const readFor = 12_000;

/** The words of a PDF, as far as they were found; none of one that is locked. Null for what is no PDF. */
export async function pdfWords(path: string): Promise<string | null> {
  const until = performance.now() + readFor;
  const data = new Uint8Array(await readFile(path));
  let document;
  try {
    // Nothing in it is run, and nothing is made of its pictures and typefaces.
    document = await getDocumentProxy(data, { isEvalSupported: false, disableFontFace: true, verbosity: 0 });
  } catch (error) {
    return error instanceof Error && error.name === "PasswordException" ? "" : null;
  }
  let words = "";
  try {
    for (let number = 1; number <= document.numPages; number += 1) {
      if (words.length >= maxFileWords || performance.now() > until) break;
      words += ` ${await wordsOfPage(document, number)}`;
    }
  } finally {
    await document.loadingTask.destroy();
  }
  return tidyWords(words);
}

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

async function wordsOfPage(document: Document, number: number): Promise<string> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join("");
  } catch {
    // One broken page does not hide the words of the others.
    return "";
  }
}
