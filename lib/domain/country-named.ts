/** Countries by what people call them, in the languages in which tables commonly name them. */
import iso from "i18n-iso-countries";
import { countriesCalled } from "./all-names";
import { countriesAlike } from "./countries-alike";
import { isCountry } from "./countries";
import { fold } from "./folding";
import { longStyles } from "./long-names";
import { ownNames } from "./own-names";
import { shortenedWords } from "./shortened-words";

/** What states put before their names. */
const styles =
  /^(?:(?:federal|federative|federal democratic|democratic socialist|islamic|socialist|arab|bolivarian|oriental|eastern|co-?operative|united) republic|republic|(?:hashemite )?kingdom|commonwealth|(?:plurinational |independent )?state|federated states|union|sultanate|principality|grand duchy) of (?:the )?/;

/** A name before its style, as lists sort it: "Iran (Islamic Republic of)", "Korea, Republic of", "Bahamas (the)". */
const turned = /^([^(,]+?)(?:, ?| ?\()((?:[^(),]* )?of(?: the)?|the)\)?$/;

/** Words as tables shorten them. */
const shortened: Readonly<Record<string, string>> = {
  ...shortenedWords,
  ...{ terr: "territory", rb: "bolivarian republic", fyr: "former yugoslav republic", sar: "" },
};

/** A style behind a name as tables print it, without an "of": "Korea, Rep.", "Korea, Dem. People's Rep.", "Micronesia, Fed. Sts.". */
const behind = /^([^,]+?),? ((?:[a-z']+ ){0,2}(?:republic|states))$/;
/** The same before it: "Dem. Rep. Congo". */
const ahead = /^((?:[a-z']+ ){0,2}republic) (?!of\b)([^,]+)$/;

/** Names that mean one state or another by the year of the text: left as they stand, as a guess would be wrong for one. */
const unclear = new Set(["republic of china"]);

/** Longer than any country is called. */
const longestName = 100;

let known: ReadonlyMap<string, string> | null = null;

function namesKnown(): ReadonlyMap<string, string> {
  if (known) return known;
  const names = new Map<string, string>();
  const add = (name: string, code: string) => names.has(keyOf(name)) || names.set(keyOf(name), code);
  for (const { code, names: called } of countriesCalled()) {
    for (const name of called) add(name, code);
    const three = iso.alpha2ToAlpha3(code);
    if (three) add(three, code);
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

/**
 * The code of the country that a text names: by a code of two or three letters, its number with the United Nations, or a name; null
 * where it names none. A name of several is that of the only one of `among`.
 */
export function countryNamed(text: string, among: readonly string[] = []): string | null {
  if (text.length > longestName) return null;
  const code = text.trim().toUpperCase();
  if (isCountry(code)) return code;
  if (/^\d{3}$/.test(code)) return numbered(code);
  const alike = countriesAlike(text);
  const [meant, ...others] = alike.filter((one) => among.includes(one));
  if (alike.length > 0) return others.length === 0 ? (meant ?? null) : null;
  const key = keyOf(text);
  // What the site itself calls a country can be changed while it runs.
  const own = () => ownNames().find(({ locale, name }) => locale === "en" && keyOf(name) === key)?.code;
  return codeTurned(key) ?? own() ?? codeTurned(spelled(key)) ?? null;
}

/** The country that the United Nations' statistics number so (M 49, as ISO 3166-1 does). */
function numbered(number: string): string | null {
  const code = iso.numericToAlpha2(number);
  return code && isCountry(code) ? code : null;
}

/** A key with its shortened words spelt out. */
const spelled = (key: string) =>
  key
    .replace(/[a-z]+/g, (word) => (Object.hasOwn(shortened, word) ? shortened[word]! : word))
    .replace(/ (?=,|$)/g, "")
    .replace(/^russian federated$/, "russian federation");

/** A key as it stands, or turned around where its style stands behind it. */
function codeTurned(key: string): string | undefined {
  const whole = codeCalled(key) ?? codeCalled(key.replace(turned, "$2 $1"));
  const [, name, style] = behind.exec(key.replace(ahead, "$2 $1")) ?? [];
  if (whole || !name || unclear.has(`${style} of ${name}`)) return whole;
  return (
    codeCalled(`${style} of ${name}`) ??
    codeCalled(`${style} of the ${name}`) ??
    codeCalled(`${style} ${name}`)
  );
}

/** Names that hold a style go before what is left without it: "Republic of Korea", "the Democratic Republic of the Congo". */
function codeCalled(key: string): string | undefined {
  const plain = key.replace(/^the /, "");
  if (unclear.has(plain)) return undefined;
  const names = namesKnown();
  return (
    names.get(key) ??
    names.get(plain) ??
    names.get(plain.replace(styles, "")) ??
    longStyles.map((style) => style.exec(plain)?.[1]).flatMap((name) => (name && names.get(name)) || [])[0]
  );
}
