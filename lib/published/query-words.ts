/** The words of a query, with the names of places among them. */
import "server-only";
import { placesNamed } from "@/lib/domain/former-names";
import type { SearchSession } from "./search-session";
import type { Term } from "./search-terms";
import { searchWords } from "./search-words";

/** A folded word of a query and the ways in which it may be spelled in Latin letters. */
export interface QueryWord {
  word: string;
  spellings: readonly string[];
}

/** The words of a text as the database parts, folds and spells them. */
export const wordsText = `
  SELECT one."word", string_to_array(entente_spellings(one."word"), ' ') AS "spellings"
  FROM string_to_table(entente_words($1), ' ') WITH ORDINALITY AS one("word", "at") ORDER BY one."at"`;

/** The words of a query, as they are typed. */
export async function readWords(session: SearchSession, query: string): Promise<QueryWord[]> {
  return session.read<QueryWord>(wordsText, [query]);
}

/** What is asked for, in two ways: word by word, and with the names of several words as one. */
export interface QueryTerms {
  single: Term[];
  named: Term[];
}

/** The terms of a query's words: those that count, with the other names of places that they name. */
export function termsOf(words: readonly QueryWord[]): QueryTerms {
  const places = placesNamed(words.map(({ word, spellings }) => [word, ...spellings]));
  const single = searchWords(words.map(({ word }) => word).join(" ")).map((word) => {
    const at = words.findIndex((one) => one.word === word.text);
    const place = places.find(({ from, to }) => from === at && to === at + 1);
    return { ...word, parts: [], begins: false, close: [], others: place?.names ?? [] };
  });
  const long = places.filter(({ from, to }) => to > from + 1);
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
