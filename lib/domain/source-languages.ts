/** The languages in which tables and sources commonly name countries and dates, whatever the interface's language is. */
export const sourceLanguages = ["en", "ru", "kk", "es", "fr", "de", "pt", "it", "tr", "uk", "pl"] as const;

export type SourceLanguage = (typeof sourceLanguages)[number];
