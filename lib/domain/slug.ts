/** Addresses made of words: lower-case ASCII letters and digits joined by hyphens. */

import transliterated from "@sindresorhus/slugify";

/** What every slug looks like. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

// Letters that Unicode does not decompose into a base letter and a mark.
const spelled: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
};

// Kazakh letters, after the Latin alphabet of 2021, which the library leaves out.
const kazakh: [string, string][] = [
  ["ә", "a"],
  ["ғ", "gh"],
  ["қ", "q"],
  ["ң", "ng"],
  ["ө", "o"],
  ["ұ", "u"],
  ["ү", "u"],
  ["һ", "h"],
  ["і", "i"],
];

/** Letters of other alphabets in Latin ones: "астана" is "astana". What has no letters, as Chinese, is left out. */
function spelledOut(letters: string): string {
  return transliterated(letters, { decamelize: false, separator: "", customReplacements: kazakh });
}

/** More than what any title has: of a longer text only so much is looked at. */
const maxRead = 2000;

/** The slug of a text, at most 80 characters cut at a word; `fallback` where nothing of it can be spelled. */
export function slugify(text: string, fallback = "record"): string {
  const words = text
    .slice(0, maxRead)
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => spelled[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]/g, "")
    .replace(/[^\P{L}a-z]+/gu, spelledOut)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = "";
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, 80);
    if (longer.length > 80) break;
    slug = longer;
  }
  return slug || fallback;
}

/** First path segments that mean something else and so can be no dossier's slug. */
export const reservedSlugs: readonly string[] = [
  "admin",
  "api",
  "livez",
  "readyz",
  "metrics",
  "search",
  "sitemap",
  "robots",
  "favicon",
  "feed",
  "about",
  "islands",
  "not-found",
  "static",
  "public",
  "countries",
  "dossiers",
  "people",
  "sources",
  "en",
  "es",
  "kk",
  "ru",
];
