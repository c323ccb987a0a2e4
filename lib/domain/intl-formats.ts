/** Intl's formats, kept: to make one takes some hundred times as long as to use it. */

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();
const listFormats = new Map<string, Intl.ListFormat>();

/** The date format of a language with these settings. */
export function dateFormat(locale: string, settings: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dateFormats, locale, settings, () => new Intl.DateTimeFormat(locale, settings));
}

/** The number format of a language with these settings. */
export function numberFormat(locale: string, settings: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(numberFormats, locale, settings, () => new Intl.NumberFormat(locale, settings));
}

/** Languages and settings are the site's own, so that there are a few dozen; currencies make the most of them. */
const most = 500;

function kept<F>(formats: Map<string, F>, locale: string, settings: object, make: () => F): F {
  const key = `${locale} ${JSON.stringify(settings)}`;
  const found = formats.get(key);
  if (found) return found;
  if (formats.size >= most) formats.clear();
  const made = make();
  formats.set(key, made);
  return made;
}

/** Several as one of them, in the words of a language: "open or closed". */
export function eitherOf(items: readonly string[], locale: string): string {
  return listFormat(locale, { type: "disjunction" }).format(items);
}

/** Several together, in the words of a language: "Almaty, Astana and Mexico City". */
export function allOf(items: readonly string[], locale: string): string {
  return listFormat(locale, { type: "conjunction" }).format(items);
}

function listFormat(locale: string, settings: Intl.ListFormatOptions): Intl.ListFormat {
  // Without the comma before "and" that American English has.
  const language = locale === "en" ? "en-GB" : locale;
  return kept(listFormats, language, settings, () => new Intl.ListFormat(language, settings));
}
