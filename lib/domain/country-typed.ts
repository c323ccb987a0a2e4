/** Countries by what readers type for them, slips and all. */
import { areClose } from "./close-words";
import { countriesAlike } from "./countries-alike";
import { countryCodes, countryName } from "./countries";
import { countryNamed } from "./country-named";
import { fold } from "./folding";

/** More are too many to choose from: nothing is known of what was meant. */
const mostMeant = 6;

/**
 * The countries that a text may mean: the one that it names, all that share that name, or those whose name in this language is but a slip
 * away. None of several is guessed.
 */
export function countriesTyped(text: string, locale: string): readonly string[] {
  const named = countryNamed(text);
  if (named) return [named];
  const alike = countriesAlike(text);
  if (alike.length > 0) return alike;
  const typed = fold(text.trim());
  const close = countryCodes.filter((code) => areClose(typed, fold(countryName(code, locale))));
  return close.length <= mostMeant ? close : [];
}
