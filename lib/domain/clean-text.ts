/**
 * What programs leave behind in pasted text, made plain: a word processor's vertical tabs and private-use bullets, a web
 * page's no-break spaces and soft hyphens, the line ends of other systems, the direction of writing turned. What has no plain form, as NUL,
 * is left for the fields to refuse.
 */
import { countTurning, withoutTurning } from "./writing-direction";

/** Longer than any field takes: refused for its length, and not worth cleaning. */
const longest = 250_000;

const lineEnds = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g;
const spaces = /[\u00A0\u2007\u202F]/g;
/** A font's own sign at the head of a line is its bullet, whichever the font drew there. */
const bullets = /^([ \t]*)[\uE000-\uF8FF]/gm;
/** Besides signs of fonts: where a line may be broken, which divides a word in searches. Joiners shape letters. */
const unprintable = /[\u00AD\u200B\uE000-\uF8FF\uFEFF]/g;

/** The text with plain line ends, spaces and bullets, and without marks that print nothing. */
export function cleanText(text: string): string {
  if (text.length > longest) return text;
  return withoutTurning(
    text.replace(lineEnds, "\n").replace(spaces, " ").replace(bullets, "$1•").replace(unprintable, ""),
  );
}

/** How many characters `cleanText` changes or leaves out, line ends of other systems not counted, since those are not seen. */
export function countUnclean(text: string): number {
  if (text.length > longest) return 0;
  const unclean =
    text.match(/[\u000B\u000C\u0085\u00A0\u00AD\u2007\u200B\u2028\u2029\u202F\uE000-\uF8FF\uFEFF]/g)
      ?.length ?? 0;
  const turning = countTurning(text);
  return turning === 0 ? unclean : unclean + turning - countTurning(cleanText(text));
}
