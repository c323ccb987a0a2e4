/** The languages in which tables and sources commonly name countries and dates, whatever the interface's language is. */
export const sourceLanguages = ["en", "ru", "kk", "es", "fr", "de", "pt", "it", "tr", "uk", "pl"] as const;

export type SourceLanguage = (typeof sourceLanguages)[number];

/**
 * Further languages in which dates are read, by tags for Intl. Arabic has other names of months from Lebanon to Iraq and in the
 * Maghreb.
 */
export const otherDateLanguages = [
  ...[
    "nl",
    "cs",
    "sk",
    "el",
    "ar",
    "ar-LB",
    "ar-DZ",
    "ar-MA",
    "he",
    "zh",
    "ja",
    "ko",
    "sv",
    "da",
    "nb",
    "fi",
    "hu",
    "ro",
  ],
  ...[
    "bg",
    "hr",
    "sr",
    "sr-Latn",
    "uz",
    "uz-Cyrl",
    "ky",
    "az",
    "tk",
    "be",
    "lt",
    "lv",
    "et",
    "sl",
    "ka",
    "hy",
    "tg",
    "vi",
    "id",
  ],
] as const;

/** The languages of whose magnitudes and currencies the words are known. */
export const amountLanguages = [
  ...sourceLanguages,
  ...otherDateLanguages,
  ...["zh-TW", "hi", "bn", "ms", "th", "fa"],
] as const;
