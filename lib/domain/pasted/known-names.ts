/** Which fields a heading names: by their names without small words, or by one that it is but for a slip. */
import { areClose } from "../close-words";
import { countryNamed } from "../country-named";
import { fold } from "../folding";
import type { NamedColumn } from "./match-columns";

/** Longer headings are no names. */
export const longestHeading = 200;

/** Words that a heading may have or not. "To" and "from" are none of them: they say which way. */
const fillers = new Set(["of", "the", "a", "an", "in", "by"]);
/** Names are known without "and" too: a register parts by a slash what others join. */
const joining = "and";

/** The words of a name or heading, as they are written. */
function wordsOf(text: string): string[] {
  return (
    text
      .slice(0, longestHeading)
      // Data sets write several words as one: "SendingCountry".
      .replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, " ")
      .replace(/→/gu, " to ")
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter(Boolean)
  );
}

const joined = (words: readonly string[]) =>
  fold(words.join(" "))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Words without fillers. At the end one says something: "Signed by", "Signed in". */
function withoutFillers(words: readonly string[], isFiller: (word: string) => boolean): string[] {
  return words.filter((word, at) => at === words.length - 1 || !isFiller(word));
}

const isFiller = (word: string) => fillers.has(fold(word));
/** In names, "IN" and "BY" are codes of countries. */
const isFillerOfName = (word: string) => fillers.has(word) || word === joining;

/** By its normal form, the fields that a name is of, those first that are preferred; null for a field of rows. */
export type KnownNames = ReadonlyMap<string, readonly (string | null)[]>;

/** The names of these columns, by the forms in which headings are looked up. */
export function knownNames(columns: readonly NamedColumn[]): KnownNames {
  const known = new Map<string, (string | null)[]>();
  const most = Math.max(0, ...columns.map(({ names }) => names.length));
  for (let at = 0; at < most; at += 1)
    for (const { path, names } of columns)
      for (const name of names[at] ?? []) {
        const words = wordsOf(name);
        for (const key of new Set([joined(words), joined(withoutFillers(words, isFillerOfName))]))
          if (key !== "") known.set(key, [...(known.get(key) ?? []), path]);
      }
  return known;
}

/** The fields that a heading names, be it with a slip; none where it names none, or with a slip several. */
export function fieldsNamed(heading: string, names: KnownNames): readonly (string | null)[] {
  const words = wordsOf(heading);
  const key = joined(withoutFillers(words, isFiller));
  if (key === "") return [];
  const exact = names.get(joined(words)) ?? names.get(key);
  if (exact !== undefined) return exact;
  // A figure is no name with a slip.
  if (/\d/.test(key)) return [];
  const close = new Set([...names].flatMap(([name, [path = null]]) => (isSlip(key, name) ? [path] : [])));
  return close.size === 1 ? [...close] : [];
}

/** Whether a heading is a name with slips: each of its words is one of the name's, or none of its own. */
function isSlip(heading: string, name: string): boolean {
  if (!areClose(heading, name)) return false;
  const [typed, words] = [heading.split(" "), name.split(" ")];
  if (typed.length !== words.length) return typed.join("") === words.join("");
  return typed.every((one, at) => one === words[at] || isSlipOfWord(one, words[at]!));
}

/** "Imports" and "Iran" are no slips of "exports" and "Iraq", as near as they are. */
function isSlipOfWord(typed: string, word: string): boolean {
  if (!areClose(typed, word) || areOpposite(typed, word)) return false;
  const country = countryNamed(typed);
  return country === null || country === countryNamed(word);
}

const direction = (word: string) => /^(?:ex|im)(?=p)/u.exec(word)?.[0];

function areOpposite(one: string, other: string): boolean {
  const [first, second] = [direction(one), direction(other)];
  return first !== undefined && second !== undefined && first !== second;
}
