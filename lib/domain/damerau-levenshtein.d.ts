/** The library ships no types of its own. */
declare module "damerau-levenshtein" {
  /** How many letters have to be added, left out, exchanged or swapped, each no more than once. */
  export default function damerauLevenshtein(one: string, other: string): { steps: number };
}
