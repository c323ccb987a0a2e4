/** Names of people as they are compared. Apart from the definitions, which forms load: it knows the letters of all scripts. */
import { fold } from "./folding";
import { spellingKey } from "./spelling-key";

const betweenWords = /[^\p{L}\p{M}\p{N}]+/u;
/** Longer than any name. */
const mostRead = 300;

/** Equal for a name in whatever letters and spelling, its parts in whatever order; empty where it has none. */
export function nameKey(name: string): string {
  const words = fold(name.slice(0, mostRead)).split(betweenWords).filter(Boolean);
  // Of what is not spelled in Latin letters the signs themselves are compared.
  return words
    .map((word) => spellingKey(word) || word)
    .sort()
    .join(" ");
}
