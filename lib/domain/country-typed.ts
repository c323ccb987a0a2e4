/** Countries by what readers type for them, slips and all. */
import { areClose } from "./close-words";
import { countriesAlike } from "./countries-alike";
import { countryCodes, countryName } from "./countries";
import { countryNamed } from "./country-named";
import { fold } from "./folding";

/** The country that a text names (of several, the one that is most often meant), or the only one whose name in this language is but a slip away; null for none, or several. */
export function countryTyped(text: string, locale: string): string | null {
  const named = countryNamed(text) ?? countriesAlike(text)[0];
  if (named) return named;
  const typed = fold(text.trim());
  const close = countryCodes.filter((code) => areClose(typed, fold(countryName(code, locale))));
  return close.length === 1 ? close[0]! : null;
}
