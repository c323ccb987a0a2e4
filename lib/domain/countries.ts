/**
 * Countries by their ISO 3166-1 alpha-2 codes (from i18n-iso-countries), Kosovo by the user-assigned XK, and those that were,
 * by the codes of ISO 3166-3. Names are the platform's CLDR's, of those that were our own.
 */
import iso from "i18n-iso-countries";
import { withArticle } from "./country-articles";
import { formerCountries } from "./former-countries";
import { ownName } from "./own-names";

/** The code of every country of today, in alphabetical order. */
export const countryCodes: readonly string[] = Object.keys(iso.getAlpha2Codes()).sort();

/** The codes of those that were, in alphabetical order. */
export const formerCodes: readonly string[] = Object.keys(formerCountries).sort();

const known = new Set([...countryCodes, ...formerCodes]);

/** Whether a string is the code of a country that is or was, in capitals. */
export function isCountry(code: string): boolean {
  return known.has(code);
}

const namesByLocale = new Map<string, Intl.DisplayNames>();

/** The country's name in a language, the site's own where it gives one; the code itself where there is no such country. */
export function countryName(code: string, locale = "en"): string {
  return ownName(code, locale)?.name ?? usualName(code, locale);
}

/** The name that a country has where the site gives it no other. */
export function usualName(code: string, locale = "en"): string {
  const former = Object.hasOwn(formerCountries, code) ? formerCountries[code] : undefined;
  if (former) return former.names[locale] ?? former.names.en;
  let names = namesByLocale.get(locale);
  if (!names) {
    names = new Intl.DisplayNames(locale, { type: "region" });
    namesByLocale.set(locale, names);
  }
  return isCountry(code) ? (names.of(code) ?? code) : code;
}

/** The country's name as it stands in running words: "the United States". */
export function countryInText(code: string, locale = "en"): string {
  const own = ownName(code, locale);
  return own ? (own.inText ?? own.name) : withArticle(code, usualName(code, locale), locale);
}

/** The same at the beginning of a sentence: "The United States". */
export function countryAtStart(code: string, locale = "en"): string {
  const [first = "", ...rest] = countryInText(code, locale);
  return first.toLocaleUpperCase(locale) + rest.join("");
}

/** The country's name as lists offer it: of one that was with its years. */
export function countryLabel(code: string, locale = "en"): string {
  const name = countryName(code, locale);
  const former = Object.hasOwn(formerCountries, code) ? formerCountries[code] : undefined;
  return former ? `${name} (${former.from ?? ""}–${former.to})` : name;
}

/** The UN M49 number as three digits, which world-atlas uses as the id of a country's shape. */
export function countryNumber(code: string): string | undefined {
  return iso.alpha2ToNumeric(code);
}
