/** What the headings of a column name, and the unit that they say: "Exports (US$ million)". */
import { countryNamed } from "../country-named";
import { currencyCodes } from "../currencies";
import { fold } from "../folding";
import { readTypedAmount } from "../typed-amount";
import { fieldsNamed, type KnownNames, longestHeading } from "./known-names";

/** The headings of a column from top to bottom. */
export interface HeadingStack {
  lines: readonly string[];
  /** An upper one stands over the column beside it as well. */
  isShared: boolean;
}

/** By each way to read the headings of a column that names any, the fields that it names. */
export function namesIn(stack: HeadingStack, names: KnownNames): (readonly (string | null)[])[] {
  return readings(stack)
    .filter(({ without }) => !without.some((part) => saysWhich(part) || saysScale(part)))
    .map(({ name }) => fieldsNamed(name, names))
    .filter((paths) => paths.length > 0);
}

/** A way to read a heading, and what of it is left out then. */
interface HeadingReading {
  name: string;
  without: readonly string[];
}

/**
 * The ways to read the headings of a column: all of them, the lowest alone where the upper ones are not its own, the highest
 * alone; each without its unit too.
 */
function readings({ lines, isShared }: HeadingStack): HeadingReading[] {
  const split = lines.map(splitUnit);
  const alone = (at: number): HeadingReading[] => {
    const others = lines.filter((_, place) => place !== at);
    const { name = "", aside = "" } = split[at] ?? {};
    return [
      { name: lines[at] ?? "", without: others },
      { name, without: [...others, aside] },
    ];
  };
  return [
    { name: lines.join(" "), without: [] },
    { name: split.map(({ name }) => name).join(" "), without: split.map(({ aside }) => aside) },
    ...(isShared ? alone(lines.length - 1) : []),
    ...alone(0),
  ];
}

/** Whether a text by itself names a field, with its unit or what else stands in brackets behind it or not. */
export function isHeading(text: string, names: KnownNames): boolean {
  return [text, splitUnit(text).name].some((one) => fieldsNamed(one, names).length > 0);
}

/** Longer names than that of any country say more than which. */
const longestCountry = 60;

/** Whether a part of a heading says which way or with whom, as "to Russia" does: the heading is another one without it. */
export function saysWhich(part: string): boolean {
  const said = part.replace(/^[([]|[)\]]$/g, "").trim();
  if (/^(?:to|from|into|with|by|of|via)\s/iu.test(said)) return true;
  if (said.length > longestCountry || unitOf(said)) return false;
  // Small words as "no" and "in" are codes of countries too.
  return (
    worlds.has(fold(said)) || ((said.length > 2 || /^[A-Z]{2}$/.test(said)) && countryNamed(said) !== null)
  );
}

/** What tables call all partners at once. */
const worlds = new Set([
  "world",
  "all countries",
  "all partners",
  "rest of the world",
  "extra-eu",
  "intra-eu",
]);

/** "Exports (US$ million)" and "Exports, mln USD" are a name and the unit of its amounts; `aside` is what stands in brackets besides. */
export function splitUnit(text: string): { name: string; unit: string; aside: string } {
  const heading = text.replace(footnote, "");
  const whole = { name: heading, unit: "", aside: "" };
  if (heading.length > longestHeading) return whole;
  for (const between of [" in ", " - ", " – ", " — ", ": "]) {
    const end = heading.lastIndexOf(between);
    const unit = end > 0 ? unitOf(heading.slice(end + between.length).trim()) : "";
    if (unit) return { name: heading.slice(0, end).trim(), unit, aside: "" };
  }
  const closing = { ")": "(", "]": "[" }[heading.at(-1) ?? ""];
  const at = closing ? heading.lastIndexOf(closing) : heading.lastIndexOf(",");
  if (at <= 0) return unitBehind(heading) ?? whole;
  const inside = heading.slice(at + 1, closing ? -1 : undefined).trim();
  const unit = unitOf(inside) || (unitBehind(inside)?.unit ?? "");
  // Behind a comma may stand anything; in brackets at the end is what the name can do without.
  if (!unit && !closing) return unitBehind(heading) ?? whole;
  return { name: heading.slice(0, at).trim(), unit, aside: unit ? "" : inside };
}

/** The mark of a footnote behind a heading that ends otherwise: "Exports (US$ million) 1/". */
const footnote =
  /(?<=[\p{L})\]])\s*(?:\d{1,2}\/|\s[a-d]\/|\*{1,3}|[\u00B9\u00B2\u00B3\u2070-\u2079]{1,3}|\(\d{1,2}\))$/u;

/** The last words of a heading that are a unit by a scale or the sign of a currency: "Exports US$ Million", "Exports £m". */
function unitBehind(heading: string): { name: string; unit: string; aside: string } | null {
  const words = heading.split(" ");
  for (let from = Math.max(1, words.length - mostUnitWords); from < words.length; from += 1) {
    const last = words.slice(from).join(" ");
    if (!/[()[\]]/.test(last) && unitOf(last) && (/[$€£¥]/.test(last) || isScaled(last)))
      return words.slice(0, from).some(isScale)
        ? null
        : { name: words.slice(0, from).join(" "), unit: unitOf(last), aside: "" };
  }
  return null;
}

const mostUnitWords = 3;

function isScaled(text: string): boolean {
  const read = readTypedAmount(`1 ${unitOf(text)}`, { currencies: currencyCodes });
  return read.ok && read.amount !== "1";
}

/** What amounts are in by a text as "in US$ million" or "USD, thousands"; empty where it is no such text. */
export function unitOf(text: string): string {
  // Prices of the year itself change no amount.
  const unit = text.replace(/^in /i, "").replace(/(?<=^| )current (?!prices)(?=\S)/iu, "");
  if (unit.length > longestHeading) return "";
  const parts = plainThousands(unit)
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== "" && !saysHowValued.test(part));
  return [unit, parts.join(" "), parts.toReversed().join(" ")].find(isUnit) ?? "";
}

/** The unit that is all that a cell says. A figure is none, although "000 EUR" in a heading is one. */
export function unitAlone(cell: string): string {
  const said = cell.replace(/^[([]|[)\]]$/g, "").trim();
  return /\d/.test(plainThousands(said)) ? "" : unitOf(said);
}

function isUnit(text: string): boolean {
  if (text === "") return false;
  const read = readTypedAmount(`1 ${text}`, { currencies: currencyCodes });
  return read.ok && (read.amount !== "1" || read.currencies.length > 0);
}

/** What stands beside a unit and changes no amount: how goods are valued and in which prices. */
const saysHowValued =
  /^(?:f\.?o\.?b\.?|c\.?i\.?f\.?|(?:at )?current(?: prices)?|nominal|provisional|estimates?)$/iu;

/** Thousands as tables abbreviate them, "$000", "US$ '000s", "1,000 USD", by their word. */
function plainThousands(unit: string): string {
  return unit
    .replace(/^1[ ,.]?000 (?=\D)/u, "thousand ")
    .replace(/(^|[^\d.,])\s?['’]?000(?:['’]?s)?(?!\d)/u, "$1 thousand ")
    .replace(/^ths\.? /iu, "thousand ")
    .trim();
}

/** Whether a part of a heading speaks of a scale or a currency and cannot be read as one: no amount is read without it. */
export function saysScale(part: string): boolean {
  const said = part.replace(/^[([]|[)\]]$/g, "").trim();
  if (said === "" || said.length > longestHeading || unitOf(said) || splitUnit(part).unit) return false;
  return /[$€£¥]|(?:^|\D)(?:10{0,2}[ ,.]?)?000(?!\d)/u.test(said) || said.split(/[\s,;]+/u).some(isScale);
}

function isScale(word: string): boolean {
  const read = readTypedAmount(`1 ${word}`, { currencies: currencyCodes });
  return read.ok
    ? read.amount !== "1" || (/^[A-Z]{3}$/.test(word) && read.currencies.length > 0)
    : scales.has(fold(word));
}

/** Words that say a scale, and which is not certain. */
const scales = new Set(["mil", "mil.", "ths", "ths.", "tsd", "tsd.", "mill", "mill."]);
