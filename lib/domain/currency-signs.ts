/** What the sign, code or name of a currency can mean, by what Intl and sources call the currencies. */
import { currencyCodes, currentCurrencies } from "./currencies";
import { countriesSaid, namesOf, nounsOf } from "./currency-words";
import { amountLanguages } from "./source-languages";

interface Signs {
  /** By what leaves no doubt: "US$", names. */
  sure: Map<string, string>;
  /** By the short sign, which several may share: "$". */
  short: Map<string, string[]>;
  /** By the noun, in any language: "francs". */
  nouns: Map<string, Set<string>>;
}

// A form's list of codes and that of all currencies are in use; the signs of one take some dozen milliseconds to find.
const known = new Map<string, Signs>();
const mostKnown = 4;
let names: Intl.DisplayNames | null = null;

const split = (list: string) => list.split(" ");
/** By what stands beside a noun, the letters with which the codes of its country begin. */
const places = new Map(
  Object.entries(countriesSaid).flatMap(([place, said]) => split(said).map((one) => [bare(one), place])),
);
const ownNames = new Map(
  Object.entries(namesOf).flatMap(([codes, said]) => split(said).map((one) => [folded(one), split(codes)])),
);
/** What may stand between a noun and its country. */
const connecting = new Set(["of", "de", "des", "del", "los", "the"]);
/** How some names end that are no nouns for money: "Unit of Account". */
const noNouns = new Set(["account", "unit", "value", "right", "fund", "gold"]);

/** The codes among these that a sign, code or name can mean; none where it means no currency. */
export function currenciesMeant(text: string, codes: readonly string[]): readonly string[] {
  // One small letter is the mark of a figure: "10r" is a revised one, and "R 10" are rand.
  if (/^[a-z]\.?$/.test(text.trim())) return [];
  const said = folded(text);
  const code = said.toUpperCase();
  if (code.length === 3 && codes.includes(code)) return [code];
  const own = ownNames.get(said)?.filter((one) => codes.includes(one));
  if (own?.length) return own;
  // "US$", "USD$" and "$US" say the same.
  const dollars = /^(?:([a-z]{2,3})\$|\$([a-z]{2}))$/.exec(said);
  if (dollars) {
    const [, before = dollars[2] ?? ""] = dollars;
    const found = codes.find((one) => one.toLowerCase() === (before.length === 2 ? `${before}d` : before));
    if (found) return [found];
  }
  const { sure, short, nouns } = signsKnown(codes);
  const one = sure.get(said);
  if (one) return [one];
  const found = short.get(said) ?? byNoun(text, codes, nouns);
  return found.length > 0
    ? found
    : (namesInOtherLanguages()
        .get(said)
        ?.filter((each) => codes.includes(each)) ?? []);
}

let otherLanguages: ReadonlyMap<string, readonly string[]> | null = null;

/** The currencies by what Intl calls them in all languages of sources: "美元", "دولار أمريكي". */
function namesInOtherLanguages(): ReadonlyMap<string, readonly string[]> {
  if (otherLanguages) return otherLanguages;
  const found = new Map<string, string[]>();
  for (const language of amountLanguages) {
    const names = new Intl.DisplayNames(language, { type: "currency" });
    for (const code of currencyCodes) {
      const name = folded(names.of(code) ?? code);
      const before = found.get(name) ?? [];
      if (!before.includes(code)) found.set(name, [...before, code]);
    }
  }
  otherLanguages = found;
  return found;
}

function signsKnown(codes: readonly string[]): Signs {
  const list = codes.join(" ");
  const found = known.get(list);
  if (found) return found;
  if (known.size >= mostKnown) known.clear();
  const signs = signsOf(codes);
  known.set(list, signs);
  return signs;
}

/** "francs" are those of several countries, "Swiss francs" and "francs suisses" of one. */
function byNoun(text: string, codes: readonly string[], nouns: Signs["nouns"]): readonly string[] {
  const words = text
    .split(/[\s-]+/u)
    .map(bare)
    .filter((word) => word && !connecting.has(word));
  const noun = words.find((word) => nouns.has(word));
  if (noun === undefined) return [];
  const meant = codes.filter((code) => nouns.get(noun)!.has(code));
  const beside = words.filter((word) => word !== noun).map((word) => places.get(word));
  if (beside.length === 0) return meant;
  return plainest(
    meant.filter((code) => beside.every((place) => place !== undefined && code.startsWith(place))),
  );
}

/** Of the currencies of one country the one that its name alone means: "Russian Ruble", and not that of 1991–1998. */
function plainest(codes: readonly string[]): readonly string[] {
  const plain = codes.filter((code) => !englishName(code).includes("("));
  const current = plain.filter((code) => currentCurrencies.includes(code));
  return current.length > 0 ? current : plain.length > 0 ? plain : codes;
}

function signsOf(codes: readonly string[]): Signs {
  const signs: Signs = { sure: new Map(), short: new Map(), nouns: new Map() };
  for (const currency of codes) {
    const short = folded(signOf(currency, "narrowSymbol"));
    signs.short.set(short, [...(signs.short.get(short) ?? []), currency]);
    for (const form of formsOfNoun(currency))
      signs.nouns.set(form, (signs.nouns.get(form) ?? new Set()).add(currency));
  }
  for (const currency of codes) {
    const name = folded(englishName(currency));
    const sign = folded(signOf(currency, "symbol"));
    for (const sure of [name, `${name}s`, sign])
      // A sign that another currency has as well tells neither.
      if ((signs.short.get(sure)?.length ?? 0) < 2 && !signs.sure.has(sure)) signs.sure.set(sure, currency);
  }
  return signs;
}

/** The noun of a currency's name in the forms in which it stands beside sums, in any language. */
function formsOfNoun(currency: string): string[] {
  const last = englishName(currency)
    .replace(/ \(.*\)$/, "")
    .split(" ")
    .at(-1)!;
  // Intl spells the Soviet one otherwise than the others.
  const noun = bare(last).replace("rouble", "ruble");
  if (last === currency || noNouns.has(noun.replace(/s$/, ""))) return [];
  return [noun, `${noun}s`, ...split(nounsOf[noun] ?? noun).map(bare)];
}

function englishName(currency: string): string {
  names ??= new Intl.DisplayNames("en", { type: "currency" });
  return names.of(currency) ?? currency;
}

function signOf(currency: string, currencyDisplay: "symbol" | "narrowSymbol"): string {
  const parts = new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay }).formatToParts(
    1,
  );
  return parts.find(({ type }) => type === "currency")?.value ?? currency;
}

/** A word as it is compared: small letters, without marks and points. */
function bare(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/[\p{M}.]/gu, "")
    .toLowerCase();
}

/** A sign or name as it is compared: as a word, without spaces. */
function folded(text: string): string {
  return bare(text).replace(/\s/gu, "");
}
