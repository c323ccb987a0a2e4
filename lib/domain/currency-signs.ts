/** What the sign, code or name of a currency can mean, by what Intl calls the currencies. */

interface Signs {
  /** By what leaves no doubt: codes, "US$", names. */
  sure: Map<string, string>;
  /** By the short sign, which several may share: "$". */
  short: Map<string, string[]>;
}

// One list of codes is in use at a time; its signs take some dozen milliseconds to find.
let known: { list: string; signs: Signs } | null = null;

/** The codes among these that a sign, code or name can mean; none where it means no currency. */
export function currenciesMeant(text: string, codes: readonly string[]): readonly string[] {
  const said = folded(text);
  const code = said.toUpperCase();
  if (code.length === 3 && codes.includes(code)) return [code];
  // "US$", "USD$" and "$US" say the same.
  const dollars = /^(?:([a-z]{2,3})\$|\$([a-z]{2}))$/.exec(said);
  if (dollars) {
    const [, before = dollars[2] ?? ""] = dollars;
    const found = codes.find((one) => one.toLowerCase() === (before.length === 2 ? `${before}d` : before));
    if (found) return [found];
  }
  const list = codes.join(" ");
  if (known?.list !== list) known = { list, signs: signsOf(codes) };
  const sure = known.signs.sure.get(said);
  return sure ? [sure] : (known.signs.short.get(said) ?? []);
}

function signsOf(codes: readonly string[]): Signs {
  const signs: Signs = { sure: new Map(), short: new Map() };
  for (const currency of codes) {
    const name = folded(new Intl.DisplayNames("en", { type: "currency" }).of(currency) ?? currency);
    for (const sure of [name, `${name}s`, folded(signOf(currency, "symbol"))])
      if (sure !== "$" && !signs.sure.has(sure)) signs.sure.set(sure, currency);
    const short = folded(signOf(currency, "narrowSymbol"));
    signs.short.set(short, [...(signs.short.get(short) ?? []), currency]);
  }
  return signs;
}

function signOf(currency: string, currencyDisplay: "symbol" | "narrowSymbol"): string {
  const parts = new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay }).formatToParts(
    1,
  );
  return parts.find(({ type }) => type === "currency")?.value ?? currency;
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll(".", "").replaceAll(" ", "");
}
