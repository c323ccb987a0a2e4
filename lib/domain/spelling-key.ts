/** One spelling in Latin letters for those that people choose between. `entente_spelling_key` does the same in the database. */
import anyAscii from "any-ascii";

/** Spellings that name one sound, in the order in which they are replaced. */
const sounds: readonly [string, string][] = [
  ["dzh", "j"],
  ["zh", "j"],
  ["kh", "h"],
  ["gh", "g"],
  ["shch", "sh"],
  ["sch", "sh"],
  ["tch", "ch"],
  ["ph", "f"],
  ["th", "t"],
  ["ck", "k"],
  ["q", "k"],
  ["w", "v"],
  ["x", "ks"],
  ["y", "i"],
  ["ie", "e"],
];

/**
 * The key of a folded word in whatever letters: "tokayev", "toqaev" and "тоқаев" are all "tokaev". Chinese and Japanese
 * words, which no one looks for so, have none: an empty text.
 */
export function spellingKey(folded: string): string {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(folded)) return "";
  const latin = anyAscii(folded.replaceAll("ου", "ou"))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
  const keyed = sounds.reduce((word, [spelled, sound]) => word.replaceAll(spelled, sound), latin);
  return keyed.replace(/([a-z])\1+/g, "$1");
}
