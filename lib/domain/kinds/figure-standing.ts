/** How sure a figure of trade is. One of which nothing is said is final. */

export const standings = ["provisional", "estimate"] as const;

export type FigureStanding = (typeof standings)[number];

/** The figures of a year of trade, each with the field that says how sure it is. */
export const standingOf = {
  exportsA: "standingA",
  exportsB: "standingB",
  total: "standingTotal",
} as const;

export type Figure = keyof typeof standingOf;

/** The letters by which statistical tables mark figures, behind or before them. */
const marks: Readonly<Record<string, FigureStanding>> = {
  p: "provisional",
  prov: "provisional",
  provisional: "provisional",
  prelim: "provisional",
  preliminary: "provisional",
  e: "estimate",
  est: "estimate",
  estimate: "estimate",
  estimated: "estimate",
};

/** No figure with its mark is as long: longer text is not looked at. */
const maxLength = 80;

/** A figure as tables print it, "64.6p", "(e) 12,3" or "23 million (est.)", without its mark, and what the mark says; null for none. */
export function withoutMark(cell: string): { figure: string; standing: FigureStanding | null } {
  const text = cell.trim();
  if (text.length <= maxLength && /\d/.test(text))
    for (const pattern of [/^(?<mark>\(?[a-z]+\.?\)?) ?(?=\d)/iu, /(?<=\d| )(?<mark>\(?[a-z]+\.?\)?)$/iu]) {
      const mark = pattern.exec(text)?.groups?.mark;
      const standing = mark && marks[mark.replaceAll(/[().]/g, "").toLowerCase()];
      if (standing) return { figure: text.replace(mark, "").trim(), standing };
    }
  return { figure: cell, standing: null };
}
