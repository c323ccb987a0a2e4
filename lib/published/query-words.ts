/** The words of a query, with the names of places among them. */
import "server-only";
import { countrySign } from "@/lib/domain/code-signs";
import { countriesIn, shortCountryNamesIn } from "@/lib/domain/countries-in-words";
import { withoutDots } from "@/lib/domain/dotted";
import { type NamedPlace, placesNamed } from "@/lib/domain/former-names";
import type { SearchSession } from "./search-session";
import type { Term } from "./search-terms";
import { searchWords } from "./search-words";

/** A folded word of a query and the ways in which it may be spelled in Latin letters. */
export interface QueryWord {
  word: string;
  spellings: readonly string[];
  /** It names a country by two letters that are written as such: "US", where "us" is a word like others. */
  isInitials: boolean;
}

/** The words of a text as the database parts, folds and spells them. */
export const wordsText = `
  SELECT one."word", string_to_array(entente_spellings(one."word"), ' ') AS "spellings"
  FROM string_to_table(entente_words($1), ' ') WITH ORDINALITY AS one("word", "at") ORDER BY one."at"`;

/** The words of a query, as they are typed. */
export async function readWords(session: SearchSession, query: string): Promise<QueryWord[]> {
  const words = await session.read<Omit<QueryWord, "isInitials">>(wordsText, [withoutDots(query)]);
  const initials = new Set(shortCountryNamesIn(query));
  return words.map((one) => ({ ...one, isInitials: initials.has(one.word) }));
}

/** What is asked for, in two ways: word by word, and with the names of several words as one. */
export interface QueryTerms {
  single: Term[];
  named: Term[];
}

/**
 * The terms of a query's words: those that count, with the other names of places that they name and the signs of countries that
 * they name in the language of a locale.
 */
export function termsOf(words: readonly QueryWord[], locale = "en"): QueryTerms {
  const named = namesOf(words, locale);
  const initials = new Set(words.flatMap(({ word, isInitials }) => (isInitials ? [word] : [])));
  const single = searchWords(words.map(({ word }) => word).join(" "), initials).map((word) => {
    const at = words.findIndex((one) => one.word === word.text);
    const name = named.find(({ from, to }) => from === at && to === at + 1);
    return { ...word, parts: [], begins: false, close: [], others: name?.names ?? [] };
  });
  const long = named.filter(({ from, to }) => to > from + 1);
  if (long.length === 0) return { single, named: single };
  const names = long.map(({ from, to, names: others }): Term => {
    const text = words
      .slice(from, to)
      .map(({ word }) => word)
      .join(" ");
    return { text, kinds: [], parts: [], begins: false, close: [], others };
  });
  const within = new Set(names.flatMap(({ text }) => text.split(" ")));
  return { single, named: [...names, ...single.filter(({ text }) => !within.has(text))] };
}

/** The places and countries that words name, none within another: longer names before shorter ones. */
function namesOf(words: readonly QueryWord[], locale: string): NamedPlace[] {
  const countries = countriesIn(
    words.map(({ word }) => word),
    locale,
  ).map(({ from, to, code }) => ({ from, to, names: [countrySign(code)] }));
  const places = placesNamed(words.map(({ word, spellings }) => [word, ...spellings]));
  const taken: NamedPlace[] = [];
  for (const name of [...countries, ...places].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    const same = taken.find(({ from, to }) => from === name.from && to === name.to);
    if (same) Object.assign(same, { names: [...same.names, ...name.names] });
    else if (taken.every(({ from, to }) => to <= name.from || from >= name.to)) taken.push({ ...name });
  }
  return taken.sort((a, b) => a.from - b.from);
}
