/** Dates in cells that say more than a date: "Mexico City, 27 May 2014", "12 May 2014 by signature". */
import { readTypedDate } from "../typed-date";

export interface DateAmongWords {
  date: string;
  /** What else the cell says, without the marks between. */
  rest: string;
}

/** Longer cells, and those with more words, are no place and date. */
const longest = 500;
const mostWords = 40;

/** Whether a text is a date, be it one that has to be asked. */
export function isDate(text: string): boolean {
  if (!/\d/.test(text)) return false;
  const read = readTypedDate(text);
  return read.ok || "choices" in read;
}

const between = /[\s,;:(–—-]/u;

/** A text without the marks that part it from another, and without the bracket that opens there. */
function bare(text: string): string {
  let [first, end] = [0, text.length];
  while (first < end && between.test(text.charAt(first))) first += 1;
  while (end > first && between.test(text.charAt(end - 1))) end -= 1;
  const inside = text.slice(first, end);
  return inside.endsWith(")") && !inside.includes("(") ? inside.slice(0, -1) : inside;
}

/** The date with which a cell begins, without small words behind it that say nothing: "2014, in …"; null where there is none. */
export function dateAtStart(cell: string): DateAmongWords | null {
  const longest = divided(cell, (words, at) => [
    words.slice(0, words.length - at),
    words.slice(words.length - at),
  ]);
  if (!longest?.rest) return longest;
  const said = JSON.stringify(readTypedDate(longest.date));
  const words = longest.date.split(" ");
  while (words.length > 1 && JSON.stringify(readTypedDate(bare(words.slice(0, -1).join(" ")))) === said)
    words.pop();
  return { ...longest, date: bare(words.join(" ")) };
}

/** The longest date with which a cell ends or begins; null where it does neither. */
export function dateAmong(cell: string): DateAmongWords | null {
  return divided(cell, (words, at) => [words.slice(at), words.slice(0, at)]) ?? dateAtStart(cell);
}

function divided(
  cell: string,
  at: (words: readonly string[], count: number) => [date: readonly string[], rest: readonly string[]],
): DateAmongWords | null {
  if (cell.length > longest) return null;
  const words = cell.trim().split(/\s+/u);
  if (words.length > mostWords) return null;
  for (let count = 0; count < words.length; count += 1) {
    const [date, rest] = at(words, count).map((part) => bare(part.join(" ")));
    if (date && isDate(date)) return { date, rest: rest ?? "" };
  }
  return null;
}
