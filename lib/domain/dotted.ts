/** Initials that are written with dots: "U.S.A." is looked for as "USA", in texts as in what is typed. */

/** Single letters with a dot between each two, and perhaps one behind the last. */
const dotted = /(?<![\p{L}\p{N}.])\p{L}(?:\.\p{L})+(?:\.(?![\p{L}\p{N}])|(?![\p{L}\p{N}.]))/gu;

export interface Dotted {
  letters: string;
  /** Where they stand in the text, dots among them. */
  from: number;
  to: number;
}

/** The initials with dots that a text holds. */
export function dottedIn(text: string): Dotted[] {
  return [...text.matchAll(dotted)].map(({ 0: written, index }) => ({
    letters: written.replaceAll(".", ""),
    from: index,
    to: index + written.length,
  }));
}

/** The text with such initials as words: "the U.S. embassy" as "the US embassy". */
export function withoutDots(text: string): string {
  return text.replace(dotted, (written) => written.replaceAll(".", ""));
}
