/** Which words that there are spell a typed one, where one of the two is written without its vowels: "محمد" and "Muhammad". */
import "server-only";
import { consonantKeys, latinSpellings, leavesVowelsOut, maySpell } from "@/lib/domain/unwritten-vowels";
import type { SearchSession } from "./search-session";

// Of more words than that a typed one says too little.
const most = 20;
/** Words in other letters that have one key, of which most are spelled otherwise. */
const mostCompared = 500;

/** Two words of which one may spell the other; where `isUnsure`, `areSpellings` has to tell. */
export interface Spelled {
  typed: string;
  word: string;
  isUnsure: boolean;
}

/**
 * What finds them, as a part of a statement with seven parameters from the place `at` on (`spellingsAsked`): rows of "typed", "word" and
 * whether that has to be compared yet.
 */
export const spellingsText = (at: number) => `
  SELECT t."typed", one."word", false AS "isUnsure"
  FROM unnest($${at}::text[], $${at + 1}::text[], $${at + 2}::text[], $${at + 3}::text[], $${at + 4}::text[])
    AS t("typed", "key", "first", "last", "pattern") CROSS JOIN LATERAL (
    SELECT DISTINCT s."word" FROM "SearchWord" s
    WHERE s."word" ~ '^[a-z]{3,30}$' AND entente_consonants(s."word") = t."key" AND strpos(t."first", left(s."word", 1)) > 0
      AND strpos(t."last", right(s."word", 1)) > 0 AND s."word" ~ t."pattern"
    ORDER BY 1 LIMIT ${most}) one
  UNION ALL
  SELECT t."typed", one."word", true FROM unnest($${at + 5}::text[], $${at + 6}::text[]) AS t("typed", "key") CROSS JOIN LATERAL (
    SELECT s."word" FROM "SearchWord" s
    WHERE s."word" ~ '^[\\u05d0-\\u05ea\\u0620-\\u06ff]{3,12}$' AND entente_consonants(s."word") = t."key"
    LIMIT ${mostCompared}) one`;

/** The parameters of that for typed words, folded. */
export function spellingsAsked(typed: readonly string[]): string[][] {
  const keyed = typed.flatMap((word) => consonantKeys(word).map((key) => ({ word, key })));
  const inLatin = keyed.flatMap(({ word, key }) => {
    const spellings = latinSpellings(word);
    return spellings === null ? [] : [{ word, key, ...spellings }];
  });
  const inOthers = keyed.filter(({ word }) => !leavesVowelsOut(word));
  return [
    inLatin.map(({ word }) => word),
    inLatin.map(({ key }) => key),
    inLatin.map(({ first }) => first),
    inLatin.map(({ last }) => last),
    inLatin.map(({ pattern }) => pattern),
    inOthers.map(({ word }) => word),
    inOthers.map(({ key }) => key),
  ];
}

/** Whether such a row is of two words that spell one another. */
export function areSpellings({ typed, word, isUnsure }: Spelled): boolean {
  return !isUnsure || maySpell(typed, word);
}

/** The words that spell typed ones so, with these. */
export async function spellingsOf(session: SearchSession, typed: readonly string[]): Promise<Spelled[]> {
  return (await session.read<Spelled>(spellingsText(1), spellingsAsked(typed))).filter(areSpellings);
}
