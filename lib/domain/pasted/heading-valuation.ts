/** How the goods of a flow are valued, where the head of its column says so: "Exports (FOB)", "Imports, c.i.f., US$ million". */

export type Valuation = "FOB" | "CIF";

const said = String.raw`(?<![\p{L}.])(?:f\.?o\.?b|c\.?i\.?f)\.?(?![\p{L}])`;
const anywhere = new RegExp(said, "giu");
/** With the brackets that hold nothing else, or the mark beside it. */
const withMarks = new RegExp(
  String.raw` ?[([] ?${said} ?[)\]]|${said} ?[,;] ?|(?: ?[,;–—-])? ?${said}`,
  "giu",
);

/** Null where a text says none, or both. */
export function valuationIn(text: string): Valuation | null {
  const found = new Set((text.match(anywhere) ?? []).map((one) => one.replaceAll(".", "").toUpperCase()));
  const [one] = found;
  return found.size === 1 ? (one as Valuation) : null;
}

/** A heading, or a unit, without what it says of valuation. */
export function withoutValuation(text: string): string {
  return text.replace(/\s/gu, " ").replace(withMarks, "").trim();
}
