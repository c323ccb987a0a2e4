/**
 * How a text becomes the last part of an address. Apart from the definitions, which forms load: what it knows of the
 * letters of all scripts is large.
 */
import anyAscii from "any-ascii";
import type { Held } from "./fields/field";
import type { Kind } from "./kinds/define-kind";
import { maxSlug } from "./slug";

/** Scripts that write a word, or a name's part, with one sign: each is set apart, as "li-ming". */
const signs = /(?=\p{Script=Han})/gu;
const lettersAndMarks = /[\p{L}\p{M}]+/gu;

/** Letters of any script in Latin ones: "астана" is "astana". */
const spelledOut = (word: string) => anyAscii(word.replace(signs, " "));

/** More than what any title has: of a longer text only so much is looked at. */
const maxRead = 2000;

/** The slug of a text, at most 80 characters cut at a word; `fallback` where nothing of it can be spelled. */
export function slugify(text: string, fallback = "record"): string {
  const words = text
    .slice(0, maxRead)
    .normalize("NFC")
    // What is not seen divides no word: soft hyphens, joiners, marks of direction.
    .replace(/\p{Cf}/gu, "")
    .replace(lettersAndMarks, spelledOut)
    .toLowerCase()
    .replace(/['’ʻʼ`]/g, "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = "";
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, maxSlug);
    if (longer.length > maxSlug) break;
    slug = longer;
  }
  return slug || fallback;
}

/** The slug that a record's values ask for, by the words that its kind takes for it. */
export function slugOf(kind: Kind, values: Held): string {
  const words = kind.sluggedBy(values).filter((word) => word !== undefined && word !== null);
  return slugify(words.join(" "), kind.key.toLowerCase());
}
