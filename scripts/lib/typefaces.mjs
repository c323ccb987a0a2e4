import { readFileSync } from "node:fs";
import subset from "subset-font";
import { inRepo } from "./paths.mjs";

/**
 * The letters beyond Latin-1 that names in most languages of Europe, in Turkish, Azerbaijani and Pinyin have: those of
 * Latin Extended-A, and a few more. `app/fonts.ts` says the same as a range.
 */
export const latinLetters = [[0x100, 0x17f], [0x18f], [0x1cd, 0x1d4], [0x218, 0x21b], [0x259], [0x1e9e]];

/** The files that are made, each from the one of its package that has these letters among many. */
export const typefaceFiles = {
  "sans-latin-letters.woff2": "@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-normal.woff2",
  "serif-latin-letters.woff2": "@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff2",
};

/** Where a made file is kept. */
export const typefacePath = (name) => inRepo("app", "typefaces", name);

/** A typeface with these letters alone, as WOFF2: the same bytes each time. */
export async function withLatinLetters(packaged) {
  const letters = latinLetters.flatMap(([first, last = first]) =>
    Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)),
  );
  return subset(readFileSync(inRepo("node_modules", packaged)), letters.join(""), { targetFormat: "woff2" });
}
