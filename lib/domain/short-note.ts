/** Short texts that people say beside a record: what changed, why it is submitted or returned, a comment, what is wrong. */
import { cleanText } from "./clean-text";

/** The most characters of each. The database holds the same bounds. */
export const mostCharacters = {
  ...{ changeNote: 300, review: 1000, comment: 2000 },
  ...{ report: 2000, reportSource: 500, reportAnswer: 2000 },
} as const;

/**
 * A text of one line, as readers see it beside a change, without what cannot be shown; null where nothing is said. Undefined
 * for a text that is too long. It comes with a whole form, which must not be refused for a character that no one sees.
 */
export function readChangeNote(typed: string): string | null | undefined {
  // A line end or a tab counts as a space, so that what is too long is so before anything is done with it.
  if (typed.length > 4 * mostCharacters.changeNote) return undefined;
  const line = readShown(typed, mostCharacters.changeNote)?.replace(/\s/g, " ");
  return line === "" ? null : line;
}

/** A text like `readNote`'s, without what cannot be shown; undefined where it is longer. */
export function readShown(typed: string, most: number): string | undefined {
  if (typed.length > 8 * most) return undefined;
  // Cleaned before: some of them have a plain form, as a line end of other systems.
  return readNote(cleanText(typed).replace(unshown, ""), most);
}

/** Control characters, and halves of a pair that stand alone. */
const unshown = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F]|\p{Cs}/gu;
const control = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/;

/** A text as people typed it, made plain and without spaces around it; undefined where it is longer, or holds what cannot be shown. */
export function readNote(typed: string, most: number): string | undefined {
  if (typed.length > 8 * most) return undefined;
  const text = cleanText(typed).trim();
  if ([...text].length > most || control.test(text) || !text.isWellFormed()) return undefined;
  return text;
}
