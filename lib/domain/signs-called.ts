/** Which choices and countries are called by a word, for searches. */
import { choiceSign, countrySign } from "./code-signs";
import { countryCodes, formerCodes, usualName } from "./countries";
import { fold } from "./folding";
import type { KeptSubject } from "./subjects";
import { otherNames } from "./other-names";
import { ownNames } from "./own-names";

/** What choices are called where a search is made, by their keys. */
export type ChoiceLabels = Readonly<Record<string, string>>;

/**
 * What choices are called: by an interface's words, except those with places to be filled in ("{count}"); where the desk keeps a
 * subject under the same key, by its name there.
 */
export function choiceLabels(words: object, kept: readonly KeptSubject[]): ChoiceLabels {
  const plain = Object.entries(words).filter(([, word]) => typeof word === "string" && !word.includes("{"));
  return Object.fromEntries([...plain, ...kept.map(({ key, name }) => [key, name])]);
}

/** So few letters are part of nearly every name. */
const shortest = 3;
/** A name in full holds those of others: "… of Great Britain and Northern Ireland". */
const longestName = 40;
/** What stands in more names than that says too little of any. */
const most = 20;

/**
 * By each of these folded words the signs of the choices and countries whose names hold it, where any do. A word of a choice's
 * key is none of its name here: records hold keys as they stand.
 */
export function signsCalled(
  words: readonly string[],
  labels: ChoiceLabels,
  locale = "en",
): ReadonlyMap<string, readonly string[]> {
  const asked = new Set(words.filter((word) => [...word].length >= shortest));
  const found = new Map<string, string[]>();
  if (words.length === 0) return found;
  const phrase = ` ${words.join(" ")} `;
  const note = (sign: string, name: string, key = "") => {
    const held = wordsOf(name);
    // Of a name that is typed whole its short words count as well: "Memorandum of understanding".
    const typed = phrase.includes(` ${held.join(" ")} `) ? new Set(held) : asked;
    for (const word of typed)
      if (held.includes(word) && !wordsOf(key).includes(word))
        found.set(word, [...(found.get(word) ?? []), sign]);
  };
  for (const [key, label] of Object.entries(labels)) note(choiceSign(key), label, key);
  for (const { code, name } of ownNames()) note(countrySign(code), name);
  for (const [code, names] of Object.entries(otherNames))
    for (const name of names) if (name.length <= longestName) note(countrySign(code), name);
  const usual = usualNames(locale);
  for (const word of asked)
    for (const sign of usual.get(word) ?? []) found.set(word, [...(found.get(word) ?? []), sign]);
  return new Map(
    [...found]
      .map(([word, signs]) => [word, [...new Set(signs)]] as const)
      .filter(([, signs]) => signs.length <= most),
  );
}

const usualByLocale = new Map<string, ReadonlyMap<string, string[]>>();

/** The signs of countries by the words of the names that they have where the site gives them no other. */
function usualNames(locale: string): ReadonlyMap<string, string[]> {
  const known = usualByLocale.get(locale);
  if (known) return known;
  const made = new Map<string, string[]>();
  for (const code of [...countryCodes, ...formerCodes])
    for (const word of new Set([locale, "en"].flatMap((one) => wordsOf(usualName(code, one)))))
      made.set(word, [...(made.get(word) ?? []), countrySign(code)]);
  usualByLocale.set(locale, made);
  return made;
}

function wordsOf(name: string): string[] {
  return fold(name)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean);
}
