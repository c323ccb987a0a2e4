import { goneTag, notKeptTag } from "@/lib/domain/cache-tags";

/**
 * The cache tags of what a document shows, as numbers: a document has dozens and a store many documents, and numbers
 * take a tenth of the room. Where two tags should share a number, a document is made anew once too often.
 */
export type ShownTags = Uint32Array;

/** In the place of tags that are not known: touched by whatever is published. No tag has this number. */
const anything = 0;
export const unknownTags: ShownTags = Uint32Array.of(anything);
/** More tags than this are not kept: what shows so much changes with nearly every publication. */
const most = 20_000;

/** A tag's number, from 1 to 2³¹ − 1: small enough to be kept without a box of its own. */
export function numberOf(tag: string): number {
  // FNV-1a, mixed at the end as in MurmurHash3: tags are much alike.
  let hash = 0x811c9dc5;
  for (let at = 0; at < tag.length; at += 1) hash = Math.imul(hash ^ tag.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 1) + 1;
}

const notKept = numberOf(notKeptTag);
const gone = numberOf(goneTag);

/** The numbers of tags, each once. */
export function shownTags(tags: Iterable<string>): ShownTags {
  const numbers = new Set<number>();
  for (const tag of tags) numbers.add(numberOf(tag));
  return numbers.size > most ? unknownTags : Uint32Array.from(numbers).sort();
}

/** As a word of a header or a file. */
export function tagsToText(tags: ShownTags): string {
  return Buffer.from(tags.buffer, tags.byteOffset, tags.byteLength).toString("base64");
}

/** Back from a word; what is none, or is missing, stands for tags that are not known. */
export function tagsFromText(text: string | undefined): ShownTags {
  if (text === undefined) return unknownTags;
  const bytes = Buffer.from(text, "base64");
  if (bytes.length % 4 !== 0) return unknownTags;
  // A view of its own: what Buffer gives may lie anywhere.
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

/** Whether a page that shows these is worth keeping. */
export function isWorthKeeping(tags: ShownTags): boolean {
  return !tags.includes(notKept);
}

/** Whether a page that shows these says that what stood there was withdrawn. */
export function saysGone(tags: ShownTags): boolean {
  return tags.includes(gone);
}

/** The numbers that a publication touches which touches these tags. */
export function touchedNumbers(tags: readonly string[]): number[] {
  return [anything, ...tags.map(numberOf)];
}
