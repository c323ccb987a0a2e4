/**
 * Sums as people paste them, read into exact decimals: "US$ 23 mln", "1.234.567,8", "64,0 Mrd". What could be meant in two
 * ways is never guessed: the reading then names both.
 */
import { currenciesMeant } from "./currency-signs";
import { numberFormat } from "./intl-formats";
import { groupedAmount, normalDecimal, timesPower } from "./money";

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

/** The words and abbreviations of magnitudes in statistical tables. "mil" is a thousand in some languages, a million in others. */
const magnitudes: Record<string, readonly number[]> = {
  k: [3],
  th: [3],
  thd: [3],
  thou: [3],
  tsd: [3],
  thousand: [3],
  thousands: [3],
  тыс: [3],
  тысяч: [3],
  мың: [3],
  mil: [3, 6],
  m: [6],
  mn: [6],
  mln: [6],
  mio: [6],
  million: [6],
  millions: [6],
  millionen: [6],
  millones: [6],
  млн: [6],
  миллион: [6],
  миллионов: [6],
  b: [9],
  bn: [9],
  bln: [9],
  billion: [9],
  billions: [9],
  mrd: [9],
  mlrd: [9],
  mld: [9],
  md: [9],
  milliard: [9],
  milliards: [9],
  milliarden: [9],
  "mil millones": [9],
  млрд: [9],
  миллиард: [9],
  миллиардов: [9],
  tn: [12],
  trn: [12],
  trillion: [12],
  трлн: [12],
};

/** No sum that is kept is as long: longer text is not looked at. */
const maxLength = 80;
const notANumber = { ok: false, problem: "decimal.notANumber" } as const;

export interface AmountSetting {
  locale?: string;
  /** The codes of the currencies that a sign or name can mean. */
  currencies: readonly string[];
}

/** Reads a sum as it was typed, with the marks of a language. */
export function readTypedAmount(typed: string, { locale = "en", currencies }: AmountSetting): TypedAmount {
  if (typed.length > maxLength) return notANumber;
  const text = typed.replace(/\s+/gu, " ").trim();
  const first = text.search(/\d/);
  if (first < 0) return notANumber;
  let end = text.length;
  while (!/\d/.test(text.charAt(end - 1))) end -= 1;
  // "1.234,–" is how some write that there are no cents.
  const around = readAround(
    text.slice(0, first),
    text.slice(end).replace(/^[.,][-–—](?= |$)/u, ""),
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
    const split = splitMagnitude(part);
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

/** "mln. US dollars" is a magnitude and a currency, "€ bn" as well. */
function splitMagnitude(part: string): { powers: readonly number[] | null; rest: string } {
  const words = part.split(" ");
  for (const [begin, end] of [
    [0, 2],
    [0, 1],
    [words.length - 1, words.length],
  ] as const) {
    const word = words.slice(begin, end).join(" ").toLowerCase().replaceAll(".", "");
    // Not what every object has, as `__proto__`.
    const found = Object.hasOwn(magnitudes, word) ? magnitudes[word] : undefined;
    if (found) {
      const rest = [...words.slice(0, begin), ...words.slice(end)].filter((word) => word !== "of");
      return { powers: found, rest: rest.join(" ") };
    }
  }
  return { powers: null, rest: part };
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
  return (
    others.length > 0 &&
    first.length >= 1 &&
    first.length <= 3 &&
    !first.startsWith("0") &&
    others.every((group) => group.length === 3)
  );
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
