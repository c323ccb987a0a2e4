/** Titles that differ by no more than a slip of the hand or the way a word is spelt. */
import damerauLevenshtein from "damerau-levenshtein";
import { fold } from "./folding";

/** A letter in so many may differ, and two in any case. */
const lettersToASlip = 15;
/** No title is longer: the comparison takes the product of both lengths. */
const longest = 500;

/** Whether two titles are the same but for a few letters; what differs in a number is something else. */
export function areNearlySame(one: string, other: string): boolean {
  const [a, b] = [spelt(one), spelt(other)];
  if (numbersIn(a) !== numbersIn(b)) return false;
  const most = Math.max(2, Math.floor(Math.min(a.length, b.length) / lettersToASlip));
  if (Math.abs(a.length - b.length) > most) return false;
  return damerauLevenshtein(a, b).steps <= most;
}

const spelt = (title: string) =>
  fold(title.slice(0, longest))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();

const numbersIn = (title: string) => (title.match(/\d+/g) ?? []).join(" ");
