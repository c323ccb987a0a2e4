/**
 * The files that are attached to records. A file is named by what it holds: the SHA-256 of its bytes and an ending that
 * says its type, as `<64 digits>.pdf`. What is named so never changes.
 */
import { slugPattern } from "./slug";

/** The media types of files by their endings. Nothing else is taken, and nothing of it is ever run. */
export const fileTypes = {
  pdf: "application/pdf",
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  txt: "text/plain; charset=utf-8",
} as const;

export type FileEnding = keyof typeof fileTypes;

/** How large a file may be, in bytes. */
export const maxFileSize = 50 * 1024 * 1024;
/** How many pixels a picture may have. One of a good camera has half as many. */
export const maxPixels = 60_000_000;
/** How many characters of a file's words are kept and searched. */
export const maxFileWords = 60_000;
/** What the database reads of a record's words, with those of its files, in characters: more than any record but a made-up one has. */
export const longestSearchText = 100_000;

/** A file, apart from what records say of it. */
export interface FileFacts {
  /** In bytes. */
  size: number;
  /** The same picture as pages show it, its sides in pixels. */
  small: { id: string; width: number; height: number } | null;
}

const idPattern = /^[0-9a-f]{64}\.(?:pdf|jpg|png|webp|txt)$/;

/** Whether a text is the id of a file. */
export function isFileId(text: string): boolean {
  // Looked at first: what is typed may be of any length.
  return text.length <= 69 && idPattern.test(text);
}

/** The ending of a file's id. */
export function endingOf(id: string): FileEnding {
  return id.slice(65) as FileEnding;
}

/** Whether a file is a picture. */
export function isPicture(id: string): boolean {
  return fileTypes[endingOf(id)].startsWith("image/");
}

/** The first segment of the addresses under which readers get files. */
export const filesSegment = "files";

/** The public address of a file. It ends with a name, a slug, for people to read; any name leads to the file. */
export function filePath(id: string, name = "file"): string {
  return `/${filesSegment}/${id.slice(0, 64)}/${name}.${endingOf(id)}`;
}

/** The id of the file at a public address, without a query; null where no file has such an address. */
export function fileIdAt(path: string): string | null {
  const [, first, hash = "", name = "", ...more] = path.split("/");
  const [stem = "", ending, ...further] = name.split(".");
  if (first !== filesSegment || more.length > 0 || further.length > 0 || !slugPattern.test(stem)) return null;
  const id = `${hash}.${ending}`;
  return isFileId(id) ? id : null;
}
