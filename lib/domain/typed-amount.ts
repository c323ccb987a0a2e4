/**
 * Sums as people paste them, read into exact decimals: "US$ 23 mln", "1.234.567,8", "64,0 Mrd". What could be meant in two
 * ways is never guessed: the reading then names both.
 */
import { withAddedParts } from "./added-parts";
import { currenciesMeant } from "./currency-signs";
import { numberFormat } from "./intl-formats";
import { powersMeant } from "./magnitudes";
import { groupedAmount, normalDecimal, timesPower } from "./money";
import { withPlainDigits } from "./plain-digits";

/** How a typed sum reads. */
export type TypedAmount =
  | {
      ok: true;
      /** A canonical decimal in whole units. */
      amount: string;
      /** The codes that its sign or code can mean: several for a bare dollar, none where it has none. */
      currencies: readonly string[];
      problem?: undefined;
    }
  | { ok: false; problem: "decimal.notANumber" }
  /** It could be any of these sums. */
  | { ok: false; problem: "decimal.ambiguous"; choices: string[]; currencies: readonly string[] };

/** What a sum may be typed in, by the power of ten. */
export const amountPowers = [0, 3, 6, 9] as const;
export type AmountPower = (typeof amountPowers)[number];

/** No sum that is kept is as long: longer text is not looked at. */
const maxLength = 80;
const notANumber = { ok: false, problem: "decimal.notANumber" } as const;

export interface AmountSetting {
  locale?: string;
  /** The codes of the currencies that a sign or name can mean. */
  currencies: readonly string[];
}

/** How Mexican offices abbreviate millions, and thousands of millions, of dollars and of pesos. */
const mexican: Readonly<Record<string, string>> = {
  ...{ mdd: " million USD", mmdd: " billion USD" },
  ...{ mdp: " million MXN", mmdp: " billion MXN" },
};

/** Reads a sum as it was typed, with the marks of a language. */
export function readTypedAmount(typed: string, { locale = "en", currencies }: AmountSetting): TypedAmount {
  if (typed.length > maxLength) return notANumber;
  // Headings of tables say "US$ '000" and "'000 US$".
  const text = withAddedParts(withPlainDigits(typed))
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/(?<=[^\d\s] )['’]000$|(?<=\d )['’]000(?= )/u, "thousand")
    // Without "de" they may be English ones.
    .replace(/(?<=\d ?)miles de (?!millones)/iu, "thousand ")
    .replace(
      /(?<=\d ?)(m?md[dp])(?:\.|$)/iu,
      (_, letters: string) => mexican[letters.toLowerCase()] ?? letters,
    );
  const first = text.search(/\d/);
  if (first < 0) return notANumber;
  let end = text.length;
  while (!/\d/.test(text.charAt(end - 1))) end -= 1;
  // "1.234,–" and "1,234/-" are how some write that there are no cents.
  const around = readAround(
    text.slice(0, first),
    text.slice(end).replace(/^(?:[.,][-–—]|\/-)(?= |$)/u, ""),
    currencies,
  );
  if (!around) return notANumber;
  const numbers = readNumber(text.slice(first, end), locale);
  const sums = numbers.flatMap((number) =>
    around.powers.map((power) => timesPower(around.isNegative ? `-${number}` : number, power)),
  );
  const [amount, ...others] = [...new Set(sums.map((sum) => normalDecimal(sum) ?? sum))];
  if (amount === undefined) return notANumber;
  return others.length
    ? { ok: false, problem: "decimal.ambiguous", choices: [amount, ...others], currencies: around.currencies }
    : { ok: true, amount, currencies: around.currencies };
}

interface Around {
  isNegative: boolean;
  powers: readonly number[];
  currencies: readonly string[];
}

/** What stands before and behind the digits: a minus, a currency, a magnitude. Null where it is anything else. */
function readAround(before: string, behind: string, currencies: readonly string[]): Around | null {
  const minus = /[-−]/u.exec(before);
  const words = [before.replace(/[-−+]/u, " "), behind].map((part) => part.trim()).filter(Boolean);
  let [powers, meant]: [readonly number[], readonly string[]] = [[0], []];
  let hasPower = false;
  for (const part of words) {
    const split = splitMagnitude(part, currencies);
    if (split.powers) {
      if (hasPower) return null;
      [powers, hasPower] = [split.powers, true];
    }
    if (!split.rest) continue;
    const found = currenciesMeant(split.rest, currencies);
    if (found.length === 0) return null;
    meant = meant.length ? meant.filter((code) => found.includes(code)) : found;
    if (meant.length === 0) return null;
  }
  return { isNegative: minus !== null, powers, currencies: meant };
}

interface Split {
  powers: readonly number[] | null;
  rest: string;
}

const connecting = new Set(["of", "de", "d", "des", "di", "do", "da", "dos", "das", "del", "van"]);

/** "mln. US dollars" is a magnitude and a currency, "€ bn" and "M€" as well. */
function splitMagnitude(part: string, currencies: readonly string[]): Split {
  const words = part.split(/ |(?<=\bd)['’]/u).filter((word) => !connecting.has(word.toLowerCase()));
  const last = words.length;
  for (const [begin, end] of [
    [0, 2],
    [0, 1],
    [last - 2, last],
    [last - 1, last],
  ] as const) {
    const powers = begin < 0 ? undefined : powersMeant(words.slice(begin, end).join(" "));
    if (powers) return { powers, rest: [...words.slice(0, begin), ...words.slice(end)].join(" ") };
  }
  const rest = words.join(" ");
  return (words.length === 1 && splitAttached(rest, currencies)) || { powers: null, rest };
}

/** Signs of currencies, and letters of scripts that write words without spaces. */
const signsAndUnspaced =
  /\p{Sc}|\p{Script=Han}|\p{Script=Hangul}|\p{Script=Katakana}|\p{Script=Hiragana}|\p{Script=Thai}/u;

/** No magnitude and code together are as long. */
const longestAttached = 12;

/** "M€", "EURm", "TEUR": null where a word is no sign or code with the letters of a magnitude before or behind it. */
function splitAttached(word: string, currencies: readonly string[]): Split | null {
  if (word.length > longestAttached || currenciesMeant(word, currencies).length > 0) return null;
  const isSign = (text: string) =>
    (text.length === 3 || signsAndUnspaced.test(text)) && currenciesMeant(text, currencies).length > 0;
  for (let at = 1; at < word.length; at += 1) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    // Before a sign "T" is the German thousand.
    if (isSign(right) && left.toLowerCase() === "t") return { powers: [3], rest: right };
    for (const [sign, magnitude] of [
      [right, left],
      [left, right],
    ] as const) {
      const powers = isSign(sign) ? powersMeant(magnitude) : undefined;
      if (powers) return { powers, rest: sign };
    }
  }
  return null;
}

/** The plain decimals that digits with marks between them can mean; none where they are no number. */
function readNumber(text: string, locale: string): string[] {
  const marks = [...text.matchAll(/[^\d]/gu)].map(([mark]) => mark);
  if (!marks.every((mark) => " .,'’".includes(mark))) return [];
  const last = marks.at(-1);
  if (last === undefined) return [text];
  const parts = text.split(/[^\d]/u);
  const others = new Set(marks.slice(0, -1));
  const isLastAlone = !others.has(last);
  if (others.size > 1 || (others.size === 1 && !isLastAlone && new Set(marks).size > 1)) return [];
  const whole = parts.slice(0, -1);
  const fraction = parts.at(-1) ?? "";
  const canBeDecimal =
    isLastAlone && (last === "." || last === ",") && (whole.length === 1 || areGroups(whole));
  const canBeGroups = new Set(marks).size === 1 && areGroups(parts);
  const decimal = `${whole.join("")}.${fraction}`;
  if (canBeGroups && canBeDecimal) {
    // One mark with three digits behind it: groups, where the language groups so; else it is not known.
    return last === marksOf(locale).group ? [parts.join("")] : [parts.join(""), decimal];
  }
  return canBeGroups ? [parts.join("")] : canBeDecimal ? [decimal] : [];
}

function areGroups([first = "", ...others]: readonly string[]): boolean {
  if (others.length === 0 || first.startsWith("0") || others.at(-1)?.length !== 3) return false;
  const inner = others.slice(0, -1);
  const areOf = (digits: number) =>
    first.length >= 1 && first.length <= digits && inner.every((group) => group.length === digits);
  // India counts in lakhs and crores: "12,34,567".
  return areOf(3) || (inner.length > 0 && areOf(2));
}

function marksOf(locale: string): { group: string } {
  const parts = numberFormat(locale, { useGrouping: true }).formatToParts(1_234_567);
  return { group: parts.find(({ type }) => type === "group")?.value ?? "," };
}

/** What was typed with the word of a magnitude behind it, where it is a sum that has none of its own. */
export function withMagnitude(typed: string, magnitude: string, setting: AmountSetting): string {
  const text = `${typed.trim()} ${magnitude}`;
  return magnitude === "" || readTypedAmount(text, setting).problem === "decimal.notANumber" ? typed : text;
}

/** A sum as a form shows it, in groups; what it shows is read again as the same sum. */
export function typeAmount(amount: string): string {
  const shown = groupedAmount(amount);
  // A point with three digits behind it would be asked again.
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(shown) ? `${shown}0` : shown;
}
