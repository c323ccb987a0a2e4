/** Numbers in registers of treaties, which are written with and without signs between: "I-54321", "I 54321", "I54321". */
import { fold } from "./folding";

/** What only says that a number follows. */
const numberSign = /^(?:no|nr|num|number|n°|nº|№|#)(?![\p{L}])[.:\s]*(?=\S)/u;

/** The letters of a series and its number. */
const inSeries = /^(\p{L}{1,6})[\s.\-‐-―/]*(\d{2,9})$/u;

/** Longer texts are no number. */
const longest = 60;

/** Equal for numbers that differ in nothing but the signs between letters and digits, and in "No." before them. */
export function registerKey(number: string): string {
  const folded = fold(number.slice(0, longest)).trim().replace(numberSign, "");
  return folded
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/(?<=\p{L}) (?=\d)|(?<=\d) (?=\p{L})/gu, "");
}

/** Other ways to write a number, which searches look for: with a space, a hyphen and nothing between letters and digits. */
export function registerSpellings(number: string): string[] {
  if (number.length > longest) return [];
  const typed = number.trim();
  const plain = typed.replace(new RegExp(numberSign, "iu"), "");
  const [, letters, digits] = inSeries.exec(plain) ?? [];
  const all = letters && digits ? [" ", "-", ""].map((sign) => letters + sign + digits) : [plain];
  return all.filter((one) => one !== typed && one !== "");
}
