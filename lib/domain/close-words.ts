/** Whether two words are one and the same but for a slip of the typing hand. */

/** How many slips a word of this length may have. */
const slipsIn = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/**
 * Whether two folded words differ by one letter added, left out, exchanged or swapped with its neighbour (long words
 * by two). Words that begin otherwise are no slips of one another.
 */
export function areClose(typed: string, word: string): boolean {
  if (typed === word) return true;
  const most = slipsIn(typed.length);
  if (most === 0 || Math.abs(typed.length - word.length) > most) return false;
  if (word[0] !== typed[0] && word[0] !== typed[1]) return false;
  return slips(typed, word) <= most;
}

/** Damerau's distance between two words, neighbours swapped at most once (optimal string alignment). */
function slips(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const now = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min(last[j]! + 1, now[j - 1]! + 1, last[j - 1]! + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, before[j - 2]! + 1);
      now.push(least);
    }
    [before, last] = [last, now];
  }
  return last[b.length]!;
}

/** The word with each two neighbouring letters swapped in turn. */
export function withSwaps(word: string): string[] {
  const letters = [...word];
  const swapped = letters.slice(1).map((letter, index) => {
    const others = [...letters];
    [others[index], others[index + 1]] = [letter, letters[index]!];
    return others.join("");
  });
  return [...new Set(swapped)].filter((one) => one !== word);
}
