/** Countries by ISO 3166-1 alpha-2 code (codes from i18n-iso-countries, names from the platform's CLDR). */
import iso from "i18n-iso-countries";

/** Every ISO 3166-1 alpha-2 code, in alphabetical order. */
export const countryCodes: readonly string[] = Object.keys(iso.getAlpha2Codes())
  .filter((code) => code !== "XK")
  .sort();

const known = new Set(countryCodes);

/** Whether a string is an ISO 3166-1 alpha-2 code in capitals. */
export function isCountry(code: string): boolean {
  return known.has(code);
}

const namesByLocale = new Map<string, Intl.DisplayNames>();

/** The country's name in a language; the code itself where there is no such country. */
export function countryName(code: string, locale = "en"): string {
  let names = namesByLocale.get(locale);
  if (!names) {
    names = new Intl.DisplayNames(locale, { type: "region" });
    namesByLocale.set(locale, names);
  }
  return isCountry(code) ? (names.of(code) ?? code) : code;
}

/** The UN M49 number as three digits, which world-atlas uses as the id of a country's shape. */
export function countryNumber(code: string): string | undefined {
  return iso.alpha2ToNumeric(code);
}
