/** Where readers' parts are drawn in tests: in the first dossier, in English. */
export const setting = {
  locale: "en",
  slug: "kazakhstan-mexico",
  parties: ["KZ", "MX"],
  checkedAt: "2026-01-01",
} as const;
