/** Sums of money as decimal strings: read, added and compared exactly, never as floats. */
import { numberFormat } from "./intl-formats";

const plain = /^-?\d+(?:\.\d+)?$/;
const grouped = /^-?\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+(?:\.\d+)?$/;

/** No number that is kept has as many digits: longer text is not looked at. */
const maxLength = 200;

/**
 * The canonical form of a typed decimal ("23,000,000.50" → "23000000.5"), null where it is none.
 * Exponents, "Infinity" and the like are none. Groups of three are only read where asked.
 */
export function normalDecimal(typed: string, { grouping = false } = {}): string | null {
  if (typed.length > maxLength) return null;
  const text = grouping && grouped.test(typed) ? typed.replace(/[ ,\u00a0\u202f]/g, "") : typed;
  if (!plain.test(text)) return null;
  const negative = text.startsWith("-");
  const [whole = "0", fraction = ""] = text.replace("-", "").split(".");
  const digits = whole.replace(/^0+(?=\d)/, "");
  const rest = withoutEndingNoughts(fraction);
  const value = rest ? `${digits}.${rest}` : digits;
  return negative && value !== "0" ? `-${value}` : value;
}

function withoutEndingNoughts(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === "0") end -= 1;
  return digits.slice(0, end);
}

/** A canonical decimal with at most so many digits after the point, halves away from zero: "19.43260849", 6: "19.432608". */
export function rounded(amount: string, scale: number): string {
  const [whole = "0", fraction = ""] = amount.replace("-", "").split(".");
  if (fraction.length <= scale) return amount;
  const cut = BigInt(whole + fraction.slice(0, scale)) + (Number(fraction[scale]) >= 5 ? 1n : 0n);
  const digits = String(cut).padStart(scale + 1, "0");
  const point = digits.length - scale;
  const text = scale > 0 ? `${digits.slice(0, point)}.${digits.slice(point)}` : digits;
  return normalDecimal(`${amount.startsWith("-") ? "-" : ""}${text}`) ?? amount;
}

/** A plain decimal times a power of ten, exactly: "64.05" and 9 make "64050000000". */
export function timesPower(decimal: string, power: number): string {
  const sign = decimal.startsWith("-") ? "-" : "";
  const [whole = "0", fraction = ""] = decimal.replace("-", "").split(".");
  const digits = `${whole}${fraction.padEnd(power, "0").slice(0, power)}`;
  const rest = fraction.slice(power);
  return `${sign}${digits}${rest && `.${rest}`}`;
}

/** A canonical decimal divided by a power of ten, exactly: "64050000000" and 9 make "64.05". */
export function perPower(amount: string, power: number): string {
  if (power === 0) return amount;
  const sign = amount.startsWith("-") ? "-" : "";
  const [whole = "0", fraction = ""] = amount.replace("-", "").split(".");
  const digits = whole.padStart(power + 1, "0");
  const text = `${sign}${digits.slice(0, -power)}.${digits.slice(-power)}${fraction}`;
  return normalDecimal(text) ?? text;
}

/** A canonical decimal with its whole digits in groups of three, the same in every browser: "23,000,000.5". */
export function groupedAmount(amount: string): string {
  const [whole = "", fraction] = amount.split(".");
  const sign = whole.startsWith("-") ? "-" : "";
  const digits = whole.slice(sign.length);
  const first = digits.length % 3;
  const groups = first ? [digits.slice(0, first)] : [];
  for (let at = first; at < digits.length; at += 3) groups.push(digits.slice(at, at + 3));
  const text = `${sign}${groups.join(",")}`;
  return fraction ? `${text}.${fraction}` : text;
}

/** The exact sum of canonical decimals. */
export function sum(...amounts: string[]): string {
  const scale = Math.max(0, ...amounts.map((one) => one.split(".")[1]?.length ?? 0));
  const total = amounts.reduce((so, one) => so + scaled(one, scale), 0n);
  if (scale === 0) return String(total);
  const digits = String(total < 0n ? -total : total).padStart(scale + 1, "0");
  const text = `${total < 0n ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return normalDecimal(text) ?? text;
}

function scaled(amount: string, scale: number): bigint {
  const [whole = "0", fraction = ""] = amount.split(".");
  return BigInt(whole + fraction.padEnd(scale, "0"));
}

/**
 * A sum in words for readers. Compact: "US$23 million", in the language's own words for magnitudes;
 * full: every digit. Intl knows long magnitudes only for plain numbers, so the currency is set beside them
 * on the side where the language puts it.
 */
export function showMoney(
  amount: string,
  currency: string,
  locale = "en",
  display: "compact" | "full" = "compact",
): string {
  return besideSign(showAmount(amount, locale, display), currency, locale);
}

function besideSign(number: string, currency: string, locale: string): string {
  const { sign, leads } = currencySign(currency, locale);
  if (!leads) return `${number}\u00a0${sign}`;
  return /[A-Za-z]$/.test(sign) ? `${sign}\u00a0${number}` : `${sign}${number}`;
}

/** The magnitudes that have a word of their own for any number of them, as powers of ten, the largest first. */
const magnitudesInWords = [12, 9, 6] as const;

/**
 * A sum with every digit that is stated and none more: in the largest magnitude of which it has at most two decimals, "US$17,222
 * million" for 17,222,000,000; without one, in full.
 */
export function showStatedMoney(amount: string, currency: string, locale = "en"): string {
  const decimals = (power: number) => (perPower(amount, power).split(".")[1] ?? "").length;
  const power = magnitudesInWords.find((one) => isAtLeast(amount, one) && decimals(one) <= 2);
  if (power === undefined) return showMoney(amount, currency, locale, "full");
  const parts = numberFormat(locale, { notation: "compact", compactDisplay: "long" }).formatToParts(
    2 * 10 ** power,
  );
  const word = parts.find(({ type }) => type === "compact")?.value ?? "";
  return besideSign(`${showAmount(perPower(amount, power), locale, "full")} ${word}`, currency, locale);
}

function isAtLeast(amount: string, power: number): boolean {
  return (amount.split(".")[0] ?? "").replace("-", "").length > power;
}

/** Whether a sum in words says all its digits: of "US$12.35 million" for 12,345,678 it does not. */
export function isCompactWhole(amount: string): boolean {
  const whole = (amount.split(".")[0] ?? "").replace("-", "").length;
  const power = Math.min(12, Math.floor((whole - 1) / 3) * 3);
  return (perPower(amount, power).split(".")[1] ?? "").length <= 2;
}

/** The number of a sum in words without its currency: "23 million", or with every digit. */
export function showAmount(amount: string, locale = "en", display: "compact" | "full" = "compact"): string {
  return numberFormat(
    locale,
    display === "compact"
      ? { notation: "compact", compactDisplay: "long", maximumFractionDigits: 2 }
      : { maximumFractionDigits: 2 },
  ).format(amount as Intl.StringNumericLiteral);
}

/** The sign of a currency ("US$", "€", "KZT") as a language writes it, and whether it stands before the number. */
export function currencySign(currency: string, locale = "en"): { sign: string; leads: boolean } {
  const parts = numberFormat(locale, { style: "currency", currency }).formatToParts(1);
  const written = parts.find((part) => part.type === "currency")?.value ?? currency;
  // A bare dollar sign means a different dollar in every country.
  const sign = written === "$" ? `${currency.slice(0, 2)}$` : written;
  return { sign, leads: parts[0]?.type === "currency" };
}

/** A plain amount in grouped digits and, from a million on, in words: "23,000,000 (23 million)". */
export function readAmount(amount: string, locale = "en"): string {
  const value = amount as Intl.StringNumericLiteral;
  const digits = numberFormat(locale, { maximumFractionDigits: 20 }).format(value);
  if (Math.abs(Number(amount)) < 1e6) return digits;
  const short = { notation: "compact", compactDisplay: "long", maximumFractionDigits: 2 } as const;
  return `${digits} (${numberFormat(locale, short).format(value)})`;
}
