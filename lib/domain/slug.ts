/** Addresses made of words: lower-case ASCII letters and digits joined by hyphens. */

/** Longest slug that is made, or that an editor can choose. */
export const maxSlug = 80;

/** What every slug looks like. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

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
  "files",
  "about",
  "calendar",
  "changes",
  "islands",
  "not-found",
  "static",
  "public",
  "countries",
  "dossiers",
  "people",
  "report",
  "share",
  "sources",
  "en",
  "es",
  "kk",
  "ru",
];
