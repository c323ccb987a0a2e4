/** What a typed search asks for: its words, as far as they can be looked for. */
import { kindKeys, kinds, type KindKey } from "@/lib/domain/kinds/registry";

const longestQuery = 200;
const wordLimit = 8;

/** One word of a search, already folded to lower case without accents. */
export interface SearchWord {
  text: string;
  /** Kinds that the word names, so that "visits 2014" finds the visits of 2014. */
  kinds: KindKey[];
}

/** The part of a query that is searched for: cut to the longest query taken, in one line. */
export function searchable(query: string): string {
  return query
    .toWellFormed()
    .slice(0, longestQuery)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

/** Scripts in which one sign or two are a word. */
const signs = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々]+$/u;
const isSign = (word: string) => signs.test(word);

/**
 * The words of a query as `entente_words` has parted it by spaces, none for a query of single letters. Particles of two
 * letters count only by themselves, unless they are among the `meant` ones, as does a single sign of Chinese or Japanese.
 */
export function searchWords(folded: string, meant: ReadonlySet<string> = new Set()): SearchWord[] {
  // Parted anywhere else they would not be the words of the index: most of India's have marks between their letters.
  const all = [...new Set(folded.split(" "))].filter((word) => /[\p{L}\p{N}]/u.test(word));
  const several = all.filter((word) => [...word].length > 1);
  const words = several.length ? several : all.filter(isSign);
  const isLong = (word: string) => [...word].length > 2 || /^\p{N}+$/u.test(word) || isSign(word);
  const long = words.filter((word) => isLong(word) || meant.has(word));
  return (long.length ? long : words)
    .slice(0, wordLimit)
    .map((text) => ({ text, kinds: kindKeys.filter((key) => namesOf(key).includes(text)) }));
}

function namesOf(key: KindKey): string[] {
  const { path } = kinds[key];
  return [key.toLowerCase(), `${key.toLowerCase()}s`, path, path.replace(/s$/, "")];
}
