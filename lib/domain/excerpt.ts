/** A passage of a text that shows why a search found it. */
import { areClose } from "./close-words";
import { dottedIn } from "./dotted";
import { initialsIn } from "./initials";
import { fold } from "./folding";

/** A piece of a passage, and whether it is one of the words that were looked for. */
export interface ExcerptPart {
  text: string;
  isMatch: boolean;
}

interface Span {
  folded: string;
  from: number;
  to: number;
}

/** More than any field takes: of a longer text only so much is looked at. */
const maxRead = 20_000;
const longest = 220;
const before = 60;

/** How a word that is looked for may stand in a text besides as it is. */
export interface LikeWords {
  /** Other words that mean the same, by the word. */
  others?: ReadonlyMap<string, readonly string[]>;
  /** What is equal for two folded words that are spelled alike, in whatever letters. */
  keyOf?: (word: string) => string;
}

/** A passage and what it shows of what was looked for. */
export interface Passage {
  parts: ExcerptPart[];
  /** Which of the texts it is of: its place in their list; -1 where there is none. */
  of: number;
  /** The words that none of the texts holds but misspelt. */
  missing: string[];
}

/**
 * The passage of these texts that holds most of the folded words, cut at words, with those told apart: as they stand,
 * else under other names or in other letters, else as parts of longer words, else misspelt. Where none holds any, the
 * opening of the first text; none of no text.
 */
export function passageOf(texts: readonly string[], words: readonly string[], like: LikeWords = {}): Passage {
  const ways = waysOf(like);
  const spans = texts.map((text) => spansOf(text.slice(0, maxRead)));
  const found = texts.map(() => new Map<string, Span[]>());
  const missing: string[] = [];
  for (const word of words) {
    const holds = ways.find((way) => spans.some((some) => some.some(({ folded }) => way(folded, word))));
    if (!holds || holds === misspelt) missing.push(word);
    if (!holds) continue;
    spans.forEach((some, index) => {
      const held = some.filter(({ folded }) => holds(folded, word));
      if (held.length > 0) found[index]!.set(word, held);
    });
  }
  const greatest = Math.max(0, ...found.map((one) => one.size));
  const of = found.findIndex((one) => one.size === greatest);
  const text = texts[of];
  if (text === undefined) return { parts: [], of, missing };
  const held = [...found[of]!.values()].flat().sort((a, b) => a.from - b.from || b.to - a.to);
  return { parts: cut(text, held), of, missing };
}

/** The parts of such a passage alone. */
export function excerptOf(
  texts: readonly string[],
  words: readonly string[],
  like: LikeWords = {},
): ExcerptPart[] {
  return passageOf(texts, words, like).parts;
}

/** The opening of the first text, as plain words. */
export function openingOf(texts: readonly string[]): string {
  return excerptOf(texts, [])
    .map(({ text }) => text)
    .join("");
}

type Way = (span: string, word: string) => boolean;

function waysOf({ others, keyOf }: LikeWords): Way[] {
  const keys = new Map<string, string>();
  const key = (word: string) => {
    const known = keys.get(word) ?? keyOf?.(word) ?? "";
    keys.set(word, known);
    return known;
  };
  const inOtherLetters: Way = (span, word) =>
    isAscii(span) !== isAscii(word) && key(word).length > 2 && key(span).startsWith(key(word));
  return [
    (span, word) => span === word,
    ...(others ? [(span: string, word: string) => others.get(word)?.includes(span) ?? false] : []),
    ...(keyOf ? [inOtherLetters] : []),
    (span, word) => span.startsWith(word),
    (span, word) => span.includes(word),
    misspelt,
  ];
}

const misspelt: Way = (span, word) => areClose(word, span);

const isAscii = (word: string) => /^[\u0000-\u007f]*$/.test(word);

function spansOf(text: string): Span[] {
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    folded: fold(word),
    from: index,
    to: index + word.length,
  }));
  const names = initialsIn(text).map(({ initials, from, to }) => ({ folded: fold(initials), from, to }));
  const initials = dottedIn(text).map(({ letters, from, to }) => ({ folded: fold(letters), from, to }));
  return [...words, ...names, ...initials];
}

function cut(text: string, held: readonly Span[]): ExcerptPart[] {
  const first = held[0]?.from ?? 0;
  // What fits is shown whole; else a little of what stands before the first word that was looked for.
  const wanted = text.length <= longest ? 0 : Math.max(0, Math.min(first - before, text.length - longest));
  const from = wanted === 0 ? 0 : Math.min(first, text.indexOf(" ", wanted) + 1 || first);
  const end = from + longest;
  const to = end >= text.length ? text.length : Math.max(text.lastIndexOf(" ", end), held[0]?.to ?? from + 1);
  const parts: ExcerptPart[] = [];
  const add = (part: string, isMatch: boolean) => part && parts.push({ text: part, isMatch });
  let at = from;
  if (from > 0) add("… ", false);
  for (const span of held) {
    if (span.from < at || span.to > to) continue;
    add(text.slice(at, span.from), false);
    add(text.slice(span.from, span.to), true);
    at = span.to;
  }
  add(text.slice(at, to), false);
  if (to < text.length) add(" …", false);
  return parts;
}
