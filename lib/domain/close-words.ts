/** Whether two words are one and the same but for a slip of the typing hand. */

import damerauLevenshtein from "damerau-levenshtein";

/** Longer than words are: beyond it nothing is taken for a slip. */
const maxLength = 100;

/** How many slips a word of this length may have. */
const slipsIn = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/**
 * Whether two folded words differ by one letter added, left out, exchanged or swapped with its neighbour (long words
 * by two). Words that begin otherwise are no slips of one another.
 */
export function areClose(typed: string, word: string): boolean {
  return areWithin(slipsIn(typed.length), typed, word);
}

/** From so many letters on a word may be meant that is two slips away, where none is nearer. */
const longEnoughForTwo = 6;

/** Whether two folded words differ by two letters at most, one of them in each of two slips; shorter words never do. */
export function areTwoSlipsApart(typed: string, word: string): boolean {
  return typed.length >= longEnoughForTwo && areWithin(2, typed, word);
}

function areWithin(allowed: number, typed: string, word: string): boolean {
  if (typed === word) return true;
  if (typed.length > maxLength) return false;
  if (allowed === 0 || Math.abs(typed.length - word.length) > allowed) return false;
  if (word[0] !== typed[0] && word[0] !== typed[1]) return false;
  return damerauLevenshtein(typed, word).steps <= allowed;
}

/** The word with each two neighbouring letters swapped in turn; none of what is longer than words are. */
export function withSwaps(word: string): string[] {
  if (word.length > maxLength) return [];
  const letters = [...word];
  const swapped = letters.slice(1).map((letter, index) => {
    const others = [...letters];
    [others[index], others[index + 1]] = [letter, letters[index]!];
    return others.join("");
  });
  return [...new Set(swapped)].filter((one) => one !== word);
}
