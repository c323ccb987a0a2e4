/** Addresses made of words: lower-case ASCII letters and digits joined by hyphens. */

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

/** The slug of a text, at most 80 characters cut at a word; `fallback` where nothing of it can be spelled. */
export function slugify(text: string, fallback = "record"): string {
  const words = text
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => spelled[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]/g, "")
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
  "sources",
  "en",
  "es",
  "kk",
  "ru",
];
