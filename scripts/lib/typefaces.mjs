import { readFileSync } from "node:fs";
import subset from "subset-font";
import { inRepo } from "./paths.mjs";

/** What its package's file of Latin letters has: Latin-1, signs of print and a few accents. */
export const latin = [
  ...[[0x20, 0x7e], [0xa0, 0xff], [0x131], [0x152, 0x153], [0x2bb, 0x2bc], [0x2c6], [0x2da], [0x2dc]],
  ...[
    [0x304],
    [0x308],
    [0x329],
    [0x2000, 0x206f],
    [0x20ac],
    [0x2122],
    [0x2191],
    [0x2193],
    [0x2212],
    [0x2215],
  ],
];

/**
 * The letters beyond Latin-1 that names in most languages of Europe, in Turkish, Azerbaijani and Pinyin have: those of
 * Latin Extended-A, and a few more. `app/fonts.ts` says the same as a range.
 */
export const latinLetters = [[0x100, 0x17f], [0x18f], [0x1cd, 0x1d4], [0x218, 0x21b], [0x259], [0x1e9e]];

/** What dates, sums and counts are written with: Basic Latin, and the signs of ranges, sums and rounding. */
export const keyLetters = [
  [0x20, 0x7e],
  [0xa0],
  [0xa3],
  [0xa5],
  [0x2013],
  [0x2019],
  [0x202f],
  [0x20ac],
  [0x2212],
  [0x2248],
];

/** Of what the packages' files can do, what a page asks for: kerning, accents, and figures of one width and height. */
const features = ["kern", "mark", "mkmk", "liga", "ccmp", "locl", "lnum", "tnum"];

/** The files that are made: of which letters, from which file of its package, and what they may weigh in bytes. */
export const typefaceFiles = {
  "sans-latin.woff2": {
    from: "@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2",
    of: latin,
    features,
    most: 13_500,
  },
  "serif-latin.woff2": {
    from: "@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2",
    of: latin,
    features,
    most: 18_100,
  },
  "sans-key.woff2": {
    from: "@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2",
    of: keyLetters,
    features,
    most: 7300,
  },
  "sans-latin-letters.woff2": {
    from: "@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-normal.woff2",
    of: latinLetters,
    most: 9000,
  },
  "serif-latin-letters.woff2": {
    from: "@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff2",
    of: latinLetters,
    most: 9000,
  },
};

/** Where a made file is kept. */
export const typefacePath = (name) => inRepo("app", "typefaces", name);

/** The bytes of one of these files, as WOFF2: the same each time. */
export async function makeTypeface({ from, of, features: keepFeatures }) {
  const letters = of.flatMap(([first, last = first]) =>
    Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)),
  );
  const packaged = readFileSync(inRepo("node_modules", from));
  return subset(packaged, letters.join(""), { targetFormat: "woff2", keepFeatures });
}
