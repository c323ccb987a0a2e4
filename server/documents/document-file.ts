/** A document as a file: a line of JSON, then its bodies. */
import { z } from "zod";
import type { StoredDocument } from "./stored-document";

const length = z.number().int().nonnegative();

const head = z.object({
  path: z.string(),
  dossier: z.string().nullable(),
  type: z.string(),
  disposition: z.string().optional(),
  tag: z.string(),
  build: z.string(),
  position: z.number(),
  database: z.string(),
  madeAt: z.number(),
  lengths: z.tuple([length, length, length]),
});

/** The bytes of a document's file. */
export function toFile({ bodies, ...about }: StoredDocument): Buffer {
  const { identity, gzip, br } = bodies;
  const isShared = gzip === identity;
  const lengths = [identity.length, isShared ? 0 : gzip.length, isShared ? 0 : br.length];
  const line = JSON.stringify({ ...about, lengths });
  return Buffer.concat([Buffer.from(`${line}\n`), identity, ...(isShared ? [] : [gzip, br])]);
}

/** Reads a file back; null where it is cut short or not of this form. */
export function fromFile(bytes: Buffer): StoredDocument | null {
  const end = bytes.indexOf(10);
  try {
    const { lengths, disposition, ...about } = head.parse(
      JSON.parse(bytes.subarray(0, end).toString("utf8")),
    );
    const [first, second, third] = lengths;
    const body = bytes.subarray(end + 1);
    if (body.length !== first + second + third) return null;
    const identity = body.subarray(0, first);
    const gzip = second ? body.subarray(first, first + second) : identity;
    const br = third ? body.subarray(first + second) : identity;
    return { ...about, disposition, bodies: { identity, gzip, br } };
  } catch {
    return null;
  }
}
