/** How sure a figure of trade is. One of which nothing is said is final. */

/** What may be said of a figure, in the order in which forms offer it. */
export const standings = ["provisional", "estimate"] as const;

/** What is said of a figure that is not final. */
export type FigureStanding = (typeof standings)[number];

/** The figures of a year of trade, each with the field that says how sure it is. */
export const standingOf = {
  exportsA: "standingA",
  exportsB: "standingB",
  total: "standingTotal",
} as const;

export type Figure = keyof typeof standingOf;

/** The letters by which statistical tables mark figures, behind or before them; null where the figure was revised and is final. */
const marks: Readonly<Record<string, FigureStanding | null>> = {
  p: "provisional",
  prov: "provisional",
  provisional: "provisional",
  prel: "provisional",
  prelim: "provisional",
  preliminary: "provisional",
  e: "estimate",
  est: "estimate",
  estimate: "estimate",
  estimates: "estimate",
  estimated: "estimate",
  r: null,
  rev: null,
  revised: null,
};

/** What a mark by itself says, "(prov.)": null where the figure is final; undefined for any other text. */
export function standingNamed(mark: string): FigureStanding | null | undefined {
  const word = mark.replaceAll(/[().[\]\s]/g, "").toLowerCase();
  return Object.hasOwn(marks, word) ? marks[word] : undefined;
}

/** No figure with its mark is as long: longer text is not looked at. */
const maxLength = 80;

/** A figure as tables print it, "64.6p", "(e) 12,3" or "23 million (est.)", without its mark, and what the mark says; null for none. */
export function withoutMark(cell: string): { figure: string; standing: FigureStanding | null } {
  const text = cell.trim();
  if (text.length <= maxLength && /\d/.test(text))
    for (const pattern of [/^\(?[a-z]+\.?\)?(?= ?\d)/iu, /(?<=\d| )[([]?[a-z]+\.?[)\]]?$/iu]) {
      const found = pattern.exec(text);
      if (!found) continue;
      const mark = found[0].replaceAll(/[()[\].]/g, "");
      const standing = marks[mark.toLowerCase()];
      // "R 10" are rand.
      if (standing === undefined || mark === "R") continue;
      // The letters of a mark may stand elsewhere as well, as in "tenge 5 e": it is cut off where it was found.
      const figure = text.slice(0, found.index) + text.slice(found.index + found[0].length);
      return { figure: figure.trim(), standing };
    }
  return { figure: cell, standing: null };
}
