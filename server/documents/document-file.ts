/** A document as a file: a line of JSON, then its bodies. */
import { z } from "zod";
import { tagsFromText, tagsToText } from "./shown-tags";
import type { Bodies, StoredDocument } from "./stored-document";

const length = z.number().int().nonnegative();

const head = z.object({
  path: z.string(),
  type: z.string(),
  disposition: z.string().optional(),
  tag: z.string(),
  shows: z.string().transform(tagsFromText),
  build: z.string(),
  position: z.number(),
  database: z.string(),
  madeAt: z.number(),
  length,
  lengths: z.union([z.object({ identity: length }), z.object({ br: length, gzip: length })]),
});

/** What stands at the head of a document's file. */
export type FileHead = z.infer<typeof head>;

/** The bytes of a document's file. */
export function toFile({ bodies, shows, checked: _, ...about }: StoredDocument): Buffer {
  const parts = "identity" in bodies ? [bodies.identity] : [bodies.br, bodies.gzip];
  const lengths =
    "identity" in bodies
      ? { identity: bodies.identity.length }
      : { br: bodies.br.length, gzip: bodies.gzip.length };
  const line = JSON.stringify({ ...about, shows: tagsToText(shows), lengths });
  return Buffer.concat([Buffer.from(`${line}\n`), ...parts]);
}

/** Reads the head from the beginning of a file; null where it is cut short or not of this form. */
export function headFrom(bytes: Buffer): { head: FileHead; end: number } | null {
  const end = bytes.indexOf(10);
  if (end < 0) return null;
  try {
    const read = head.safeParse(JSON.parse(bytes.subarray(0, end).toString("utf8")));
    return read.success ? { head: read.data, end: end + 1 } : null;
  } catch {
    return null;
  }
}

/** Reads a file back; null where it is cut short or not of this form. */
export function fromFile(bytes: Buffer): StoredDocument | null {
  const read = headFrom(bytes);
  if (!read) return null;
  const { lengths, disposition, ...about } = read.head;
  const bodies = bodiesIn(bytes.subarray(read.end), lengths);
  return bodies && { ...about, disposition, bodies, checked: 0 };
}

function bodiesIn(bytes: Buffer, lengths: FileHead["lengths"]): Bodies | null {
  if ("identity" in lengths) return bytes.length === lengths.identity ? { identity: bytes } : null;
  if (bytes.length !== lengths.br + lengths.gzip) return null;
  return { br: bytes.subarray(0, lengths.br), gzip: bytes.subarray(lengths.br) };
}
