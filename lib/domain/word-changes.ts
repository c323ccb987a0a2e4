/** Which words of two versions of a text are the same. */
import { diffComm } from "node-diff3";

/** A stretch of text, and which of two versions it stands in. */
export interface WordChange {
  text: string;
  in: "both" | "then" | "now";
}

/** Longer texts, in words, are shown whole: comparing them word by word takes long where much is repeated. */
const mostWords = 4000;

/** A word with what follows it up to the next: spaces by themselves would be the same everywhere. */
const word = /\S+\s*|\s+/g;

/**
 * Two versions of a text in stretches, in their order: joined, those of `then` and of both are the earlier text, and those of
 * `now` and of both are the later one. What is the same at the beginning and at the end is never compared.
 */
export function wordChanges(then: string, now: string): WordChange[] {
  const [before, after] = [wordsOf(then), wordsOf(now)];
  const start = commonLength(before, after);
  const end = commonLength(before.slice(start).reverse(), after.slice(start).reverse());
  const [left, right] = [middleOf(before, start, end), middleOf(after, start, end)];
  return joined([
    ...both(before.slice(0, start)),
    ...(Math.max(left.length, right.length) > mostWords ? differing(left, right) : compared(left, right)),
    ...both(before.slice(before.length - end)),
  ]);
}

function wordsOf(text: string): string[] {
  return text.replace(/\r\n?/g, "\n").match(word) ?? [];
}

function commonLength(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((text, index) => text !== other[index]);
  return differs < 0 ? one.length : differs;
}

const middleOf = (words: readonly string[], start: number, end: number) =>
  words.slice(start, words.length - end);

const both = (words: readonly string[]) => words.map((text): WordChange => ({ text, in: "both" }));

function differing(then: readonly string[], now: readonly string[]): WordChange[] {
  return [
    ...then.map((text): WordChange => ({ text, in: "then" })),
    ...now.map((text): WordChange => ({ text, in: "now" })),
  ];
}

function compared(then: string[], now: string[]): WordChange[] {
  return diffComm(then, now).flatMap((part) =>
    part.common ? both(part.common) : differing(part.buffer1 ?? [], part.buffer2 ?? []),
  );
}

/** Neighbours that stand in the same versions as one, and nothing empty. */
function joined(changes: readonly WordChange[]): WordChange[] {
  const whole: WordChange[] = [];
  for (const change of changes) {
    const last = whole.at(-1);
    if (last?.in === change.in) last.text += change.text;
    else whole.push({ ...change });
  }
  return whole;
}
