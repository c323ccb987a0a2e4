/** Organisations by the letters that their names begin with: "World Trade Organization" is "WTO". */

export interface Initialled {
  initials: string;
  /** Where the name stands in the text. */
  from: number;
  to: number;
}

interface Word {
  text: string;
  from: number;
  to: number;
}

const small = new Set("of the and for on in de del la los las y".split(" "));
const maxSmall = 2;

/** The names of several capitalised words in a text, small words between them left out. */
export function initialsIn(text: string): Initialled[] {
  const words = [...text.matchAll(/[\p{L}'’-]+/gu)].map(({ 0: word, index }): Word => ({
    text: word,
    from: index,
    to: index + word.length,
  }));
  const found: Initialled[] = [];
  let at = 0;
  while (at < words.length) {
    const name = nameAt(text, words, at);
    if (name) found.push(name.found);
    at = name ? name.next : at + 1;
  }
  return found;
}

/** The name that begins with this word, and the word after it; null where none does. */
function nameAt(
  text: string,
  words: readonly Word[],
  at: number,
): { found: Initialled; next: number } | null {
  const first = words[at]!;
  const capital = first.text.search(/\p{Lu}/u);
  if (capital < 0) return null;
  const follows = (index: number) =>
    words[index]?.from === words[index - 1]!.to + 1 && text[words[index - 1]!.to] === " ";
  let initials = letterAt(first.text, capital);
  let last = at;
  for (let next = capitalAfter(words, at, follows); next > 0; next = capitalAfter(words, next, follows)) {
    initials += letterAt(words[next]!.text, 0);
    last = next;
  }
  if (last === at) return null;
  return { found: { initials, from: first.from + capital, to: words[last]!.to }, next: last + 1 };
}

/** The next capitalised word of a name, at most two small words further on; 0 where the name ends. */
function capitalAfter(words: readonly Word[], at: number, follows: (index: number) => boolean): number {
  for (let next = at + 1; next <= at + 1 + maxSmall && follows(next); next += 1) {
    const word = words[next]!.text;
    if (/^\p{Lu}/u.test(word)) return next;
    if (!small.has(word)) return 0;
  }
  return 0;
}

/** The letter at a place, which may take two code units. */
function letterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}
