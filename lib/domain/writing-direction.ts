/**
 * Characters that turn the direction of writing. Those that turn it for what follows, or reorder letters, are never kept. Isolates, which
 * hold a name or number apart inside a text of the other direction, and the marks that say which way a dash or bracket goes, are part of
 * how a right-to-left text reads: they are kept in such a text, isolates only where each is closed.
 */

const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const embeddings = /[\u202A-\u202E]/g;
const isolates = /[\u2066-\u2069]/g;
const marks = /[\u061C\u200E\u200F]/g;
const closing = "\u2069";

/** A letter of a script that is written from right to left. */
const rightToLeft =
  /(?=\p{L})(?:[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]|[\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}])/u;

/** How many characters of a text turn its direction. */
export const countTurning = (text: string) => text.match(turning)?.length ?? 0;

/** A text without the characters that turn its direction, save where a line reads from right to left and needs them. */
export function withoutTurning(text: string): string {
  return inLines(text, (line) => {
    const kept = withNeeded(line);
    return rightToLeft.test(line) ? kept : kept.replace(marks, "");
  });
}

/** Whether a text holds what would turn that of others around it: all but marks, and isolates that are closed and needed. */
export function turnsWriting(text: string): boolean {
  return inLines(text, withNeeded) !== text;
}

function inLines(text: string, plain: (line: string) => string): string {
  return countTurning(text) === 0 ? text : text.split("\n").map(plain).join("\n");
}

function withNeeded(line: string): string {
  const text = line.replace(embeddings, "");
  if (!rightToLeft.test(text) || !isBalanced(text)) return text.replace(isolates, "");
  return unwrapped(text);
}

/** Deeper than that no text of people's holds one apart inside another. */
const deepest = 8;

/** Whether every isolate is closed in a text, in which none is closed that was not opened. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (const sign of text.match(isolates) ?? []) {
    open += sign === closing ? -1 : 1;
    if (open < 0 || open > deepest) return false;
  }
  return open === 0;
}

/** A text without isolates around the whole of it, as programs put them around a value: pages hold a value apart themselves. */
function unwrapped(text: string): string {
  const inside = /^(\s*)[\u2066-\u2068](.*)\u2069(\s*)$/u.exec(text);
  if (!inside) return text;
  const [, before = "", rest = "", behind = ""] = inside;
  return isBalanced(rest) ? unwrapped(before + rest + behind) : text;
}
