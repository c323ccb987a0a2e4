/** Countries by what people call them, in the languages in which tables commonly name them. */
import iso from "i18n-iso-countries";
import { countryCodes, countryName, formerCodes, isCountry, usualName } from "./countries";
import { fold } from "./folding";
import { otherNames } from "./other-names";
import { sourceLanguages } from "./source-languages";

/** What states put before their names, and after them. */
const styles =
  /^(?:the )?(?:(?:federal|federative|federal democratic|islamic|socialist|arab|bolivarian|oriental) republic|republic|kingdom|hashemite kingdom|commonwealth|state|plurinational state|sultanate|principality|grand duchy) of (?:the )?|^the /;

/** Longer than any country is called. */
const longestName = 100;

let known: ReadonlyMap<string, string> | null = null;

function namesKnown(): ReadonlyMap<string, string> {
  if (known) return known;
  const names = new Map<string, string>();
  const add = (name: string, code: string) => names.has(keyOf(name)) || names.set(keyOf(name), code);
  for (const code of countryCodes) {
    for (const name of otherNames[code] ?? []) add(name, code);
    for (const language of sourceLanguages) add(usualName(code, language), code);
    const three = iso.alpha2ToAlpha3(code);
    if (three) add(three, code);
  }
  for (const code of formerCodes) {
    for (const name of otherNames[code] ?? []) add(name, code);
    for (const language of sourceLanguages) add(usualName(code, language), code);
  }
  known = names;
  return names;
}

const keyOf = (name: string) =>
  fold(name)
    .replaceAll(".", "")
    .replaceAll("&", "and")
    .replaceAll("’", "'")
    .replace(/\bst\b/g, "saint")
    .replace(/\s+/g, " ")
    .trim();

/** The code of the country that a text names: by a code of two or three letters, or a name; null where it names none. */
export function countryNamed(text: string): string | null {
  if (text.length > longestName) return null;
  const code = text.trim().toUpperCase();
  if (isCountry(code)) return code;
  const key = keyOf(text);
  const bare = key.replace(styles, "");
  const found = namesKnown().get(key) ?? namesKnown().get(bare);
  // What the site itself calls a country can be changed while it runs.
  return found ?? countryCodes.find((one) => keyOf(countryName(one)) === key) ?? null;
}
