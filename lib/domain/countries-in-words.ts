/** Which countries the words of a search name together: "Korea, Rep.", "Republic of Korea" and "Dem. Rep. Congo". */
import { countriesCalled, governments } from "./all-names";
import { usualName } from "./countries";
import { dottedIn, withoutDots } from "./dotted";
import { fold } from "./folding";
import { ownNames } from "./own-names";
import { shortenedWords } from "./shortened-words";

/** Words as lists shorten them. */
const shortened: Readonly<Record<string, string>> = {
  ...shortenedWords,
  ...{ st: "saint", peoples: "people", rb: "republic" },
};

/** Words that names have or leave out. */
const small = new Set([
  ...["the", "of", "and", "s"],
  ...["de", "del", "la", "las", "los", "y", "du", "des", "les", "l", "d", "et"],
  ...["da", "do", "dos", "di", "della", "dell", "der", "und"],
]);

/** What states are called besides what they are called by: a name with some of these is that without them. */
const styles = new Set(
  [
    ...[
      "republic",
      "kingdom",
      "state",
      "states",
      "commonwealth",
      "sultanate",
      "principality",
      "duchy",
      "grand",
    ],
    ...["islamic", "arab", "federal", "bolivarian", "plurinational", "hashemite", "federated"],
    ...["республика", "республики", "королевство", "королевства", "республіка", "республики"],
    ...["республикасы", "республикасының", "корольдігі", "корольдігінің", "cumhuriyeti"],
    ...["república", "reino", "principado", "république", "royaume", "republik", "königreich", "repubblica"],
  ].map(fold),
);

/** The longest name that is looked for, in words. */
const mostWords = 9;

/** Words of a query that name a country: from which word to before which. */
export interface NamedCountry {
  from: number;
  to: number;
  code: string;
}

/**
 * The countries that folded words name, each by as many words as its name may have. Of one word only such as are shorter than words
 * that are looked for (`isShortCountryName`): any other finds all countries in whose names it stands.
 */
export function countriesIn(words: readonly string[], locale = "en"): NamedCountry[] {
  const names = { usual: namesIn(locale), own: ownNamesNow() };
  const found: NamedCountry[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const named = longestFrom(words, from, names);
    if (!named) continue;
    found.push(withGovernment(named, words));
    from = named.to - 1;
  }
  return found;
}

/** A country with the word for its government that stands before it or behind: both mean the state. */
function withGovernment(named: NamedCountry, words: readonly string[]): NamedCountry {
  if (governments.has(words[named.to] ?? "")) return { ...named, to: named.to + 1 };
  let from = named.from - 1;
  while (from > 0 && small.has(words[from]!)) from -= 1;
  return governments.has(words[from] ?? "") ? { ...named, from } : named;
}

interface Names {
  usual: ReadonlyMap<string, string>;
  /** What the site itself calls countries, which can be changed while it runs. */
  own: ReadonlyMap<string, string>;
}

function longestFrom(words: readonly string[], from: number, names: Names): NamedCountry | null {
  if (small.has(words[from]!)) return null;
  for (let to = Math.min(words.length, from + mostWords); to > from; to -= 1) {
    const run = words.slice(from, to);
    const isOne = run.length === 1 && !isShortCountryName(run[0]!);
    const code = small.has(run.at(-1)!) || isOne ? undefined : codeOf(run, names);
    if (code) return { from, to, code };
  }
  return null;
}

function codeOf(run: readonly string[], { usual, own }: Names): string | undefined {
  const words = plain(run);
  const key = keyOf(words);
  if (unclear.has(key)) return undefined;
  return own.get(key) ?? usual.get(key) ?? usual.get(keyOf(words.filter((word) => !styles.has(word))));
}

/** Names of two letters, which no word of a search is long enough for: "UK". */
export function isShortCountryName(word: string): boolean {
  return word.length === 2 && namesIn("en").has(word);
}

/**
 * Names of countries by two letters in a query as it was typed, folded: those with dots, and those in capitals where not all of it is.
 */
export function shortCountryNamesIn(query: string): string[] {
  const isShouted = query === query.toUpperCase() && query.trim().length > 2;
  const dotted = dottedIn(query).map(({ letters }) => letters);
  const capitals = isShouted
    ? []
    : [...query.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{2}(?![\p{L}\p{N}])/gu)].map(([word]) => word);
  return [...dotted, ...capitals].map(fold).filter(isShortCountryName);
}

/** Names that mean one state or another by the year of the text. */
const unclear = new Set(["china republic"]);

/** A name's words without regard to their order: lists turn names around. */
const keyOf = (words: readonly string[]) => [...new Set(words)].sort().join(" ");

const plain = (words: readonly string[]) =>
  words.map((word) => shortened[word] ?? word).filter((word) => !small.has(word));

const wordsOf = (name: string) =>
  fold(withoutDots(name))
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean);

const keyOfName = (name: string) => keyOf(plain(wordsOf(name)));

const ownNamesNow = () => new Map(ownNames().map(({ code, name }) => [keyOfName(name), code]));

const namesByLocale = new Map<string, ReadonlyMap<string, string>>();

/** The codes of countries by the words of their names: those of today before those that were. */
function namesIn(locale: string): ReadonlyMap<string, string> {
  const known = namesByLocale.get(locale);
  if (known) return known;
  const made = new Map<string, string>();
  for (const { code, names } of countriesCalled()) {
    for (const name of [...names, usualName(code, locale)]) {
      const key = keyOfName(name);
      if (!made.has(key)) made.set(key, code);
    }
  }
  namesByLocale.set(locale, made);
  return made;
}
