/** How the goods of a flow are valued, where the head of its column says so: "Exports (FOB)", "Imports, c.i.f., US$ million". */

export type Valuation = "FOB" | "CIF";

const inLetters = String.raw`(?:f\.?o\.?b|c\.?i\.?f)\.?`;
const inWords = String.raw`(?:free on board|cost,? insurance,?(?: and)? freight)(?: ?[([](?:fob|cif)[)\]])?`;
const said = String.raw`(?<![\p{L}.])(?:${inWords}|${inLetters})(?![\p{L}])`;
const anywhere = new RegExp(said, "giu");
/** With the brackets that hold nothing else, or the mark beside it. */
const withMarks = new RegExp(
  String.raw` ?[([] ?${said} ?[)\]]|${said} ?[,;] ?|(?: ?[,;–—-])? ?${said}`,
  "giu",
);

/** Null where a text says none, or both. */
export function valuationIn(text: string): Valuation | null {
  const found = new Set<Valuation>(
    (text.match(anywhere) ?? []).map((one) => (/^f/iu.test(one) ? "FOB" : "CIF")),
  );
  const [one] = found;
  return found.size === 1 ? (one ?? null) : null;
}

/** A heading, or a unit, without what it says of valuation. */
export function withoutValuation(text: string): string {
  return text.replace(/\s/gu, " ").replace(withMarks, "").trim();
}
