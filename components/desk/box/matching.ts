/** Which of the box's own offers are meant by what is typed: words in part, or with a slip. */
import { areClose } from "@/lib/domain/close-words";
import { fold } from "@/lib/domain/folding";

const wordsOf = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/**
 * How well a label answers what is typed: 0 where it does not, more the better. Every typed word has to begin one of its
 * words, be part of one, or be one with a slip. What begins its telling words stands before the rest.
 */
export function scoreOf(label: string, typed: string): number {
  const asked = wordsOf(typed);
  if (asked.length === 0) return 1;
  const own = wordsOf(label);
  const each = asked.map((word) => {
    if (own.some((one) => one.startsWith(word))) return 3;
    if (word.length > 1 && own.some((one) => one.includes(word))) return 2;
    return own.some((one) => areClose(word, one)) ? 1 : 0;
  });
  return each.includes(0) ? 0 : each.reduce<number>((sum, one) => sum + one, 0) / asked.length;
}

/** Those that are meant, best first; of equal ones in their own order. */
export function meant<T extends { label: string }>(items: readonly T[], typed: string): T[] {
  return items
    .map((item) => ({ item, score: scoreOf(item.label, typed) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ item }) => item);
}
