/** What the headings of amounts say of their unit: "Exports (US$ million)", "Exports, mln USD", "Exports (USD) million". */
import { currencyCodes } from "../currencies";
import { fold } from "../folding";
import { standingNamed } from "../kinds/figure-standing";
import { readTypedAmount } from "../typed-amount";
import { isCodeOfCountry, isCodeWord, isPlainWord } from "./code-words";
import { longestHeading } from "./known-names";

/** A heading without what it says of amounts. */
export interface SplitHeading {
  name: string;
  /** What its amounts are in; empty where it says nothing, or nothing that can be read. */
  unit: string;
  /** What speaks of a scale or a currency and cannot be read as one. */
  open: string;
  /** What stands in brackets besides. */
  asides: readonly string[];
}

/** More parts than that no heading has behind its name. */
const mostParts = 4;

/** Takes the unit off a heading, part by part from its end: its scale and its currency may stand in two. */
export function splitUnit(text: string): SplitHeading {
  let name = text.replace(footnote, "");
  let said = "";
  const asides: string[] = [];
  for (let taken = 0; taken < mostParts && name.length <= longestHeading; taken += 1) {
    const part = lastPart(name);
    if (!part) break;
    name = part.name;
    if (part.aside) asides.push(part.aside);
    said = together(part.said, said);
  }
  return { name, asides, ...(isUnit(said) ? { unit: said, open: "" } : { unit: "", open: said }) };
}

/** The mark of a footnote behind a heading that ends otherwise: "Exports (US$ million) 1/". */
const footnote =
  /(?<=[\p{L})\]])\s*(?:\d{1,2}\/|\s[a-d]\/|\*{1,3}|[\u00B9\u00B2\u00B3\u2070-\u2079]{1,3}|\(\d{1,2}\))$/u;

interface Part {
  name: string;
  /** A unit, or what speaks of one. */
  said: string;
  aside: string;
}

const betweens = [" in ", " - ", " – ", " — ", ": "];

/** The last part of a heading that says something of its amounts, or stands in brackets; null where there is none. */
function lastPart(heading: string): Part | null {
  const pieces = betweens.flatMap((between) => cutAt(heading, heading.lastIndexOf(between), between.length));
  const closing = { ")": "(", "]": "[" }[heading.at(-1) ?? ""];
  const last = closing
    ? cutAt(heading.slice(0, -1), heading.lastIndexOf(closing), 1)
    : cutAt(heading, heading.lastIndexOf(","), 1);
  // In brackets or behind a comma a code that may be a word is one, unless all is in capitals.
  const isCodeThere = heading !== heading.toUpperCase();
  const sure = [...pieces, ...last].find(
    (cut) => unitOf(cut.rest) && (!isCodeWord(cut.rest) || (isCodeThere && last.includes(cut))),
  );
  if (sure) return { name: sure.name, said: unitOf(sure.rest), aside: "" };
  const [bracketed] = closing ? last : [];
  if (bracketed) {
    const behind = unitBehind(bracketed.rest);
    const unit = behind && !changesAmounts.test(behind.name) ? behind.said : "";
    const isOpen = !unit && speaksOfScale(bracketed.rest);
    return {
      name: bracketed.name,
      said: isOpen ? bracketed.rest : unit,
      aside: unit || isOpen ? "" : bracketed.rest,
    };
  }
  const open = [...last, ...pieces].find(({ rest }) => speaksOfScale(rest));
  return (
    unitBehind(heading) ?? (open ? { name: open.name, said: open.rest, aside: "" } : openBehind(heading))
  );
}

/** A heading in two at a place, none where either is empty. */
function cutAt(heading: string, at: number, length: number): { name: string; rest: string }[] {
  const [name, rest] = [heading.slice(0, Math.max(0, at)).trim(), heading.slice(at + length).trim()];
  return at > 0 && name !== "" && rest !== "" ? [{ name, rest }] : [];
}

const mostUnitWords = 3;

/** The last words of a heading by themselves, beginning with the longest of them. */
function endings(heading: string): { name: string; rest: string }[] {
  const words = heading.split(" ");
  return Array.from({ length: Math.min(mostUnitWords, words.length - 1) }, (_, at) => {
    const from = Math.max(1, words.length - mostUnitWords) + at;
    return { name: words.slice(0, from).join(" "), rest: words.slice(from).join(" ") };
  }).filter(({ rest }) => !/[()[\]]/.test(rest));
}

/** The last words of a heading that are a unit by a scale or by a currency: "Exports US$ Million", "Exports £m", "Exports USD". */
function unitBehind(heading: string): Part | null {
  const found = endings(heading).find(
    ({ rest }) =>
      unitAlone(rest) &&
      (/[$€£¥]/.test(rest) || isScaled(rest) || (isCode(rest) && heading !== heading.toUpperCase())),
  );
  if (!found || found.name.split(" ").some(isScale)) return null;
  return { name: found.name.replace(/,$/, ""), said: unitOf(found.rest), aside: "" };
}

/** The last words of a heading that begin with a scale that is open: "Exports mil. USD". */
function openBehind(heading: string): Part | null {
  const found = endings(heading).find(({ rest }) => isScale(rest.split(" ")[0]!) && !unitOf(rest));
  return found ? { name: found.name, said: found.rest, aside: "" } : null;
}

const isCode = (text: string) => !isCodeWord(text) && currencyCodes.some((code) => code === text);

/** What two parts say of the same amounts, as one unit where they do not contradict each other; else so that it cannot be read as one. */
export function together(left: string, right: string): string {
  if (!left || !right) return left || right;
  const [one, other] = [left, right].map(meantBy);
  if (!one || !other) return `${left} ${right}`;
  const isOfOne = one.amount === "1" || other.amount === "1" || one.amount === other.amount;
  const currencies = one.currencies.filter((code) => other.currencies.includes(code));
  if (!isOfOne || (one.currencies.length > 0 && other.currencies.length > 0 && currencies.length === 0))
    return `${left} / ${right}`;
  const amount = one.amount === "1" ? other.amount : one.amount;
  const isCurrency = one.currencies.length > 0 || other.currencies.length > 0;
  const saysBoth = (text: string) => {
    const meant = meantBy(text);
    return meant?.amount === amount && (meant.currencies.length > 0 || !isCurrency);
  };
  return [left, right, `${left} ${right}`, `${right} ${left}`].find(saysBoth) ?? `${left} / ${right}`;
}

function meantBy(unit: string) {
  const read = readTypedAmount(`1 ${unit}`, { currencies: currencyCodes });
  return read.ok ? read : null;
}

/** Whether a unit says a scale: "million EUR", and not "EUR". */
export function isScaled(text: string): boolean {
  const read = readTypedAmount(`1 ${unitOf(text)}`, { currencies: currencyCodes });
  return read.ok && read.amount !== "1";
}

/** What amounts are in by a text as "in US$ million" or "USD, thousands"; empty where it is no such text. */
export function unitOf(text: string): string {
  if (text.length > longestHeading) return "";
  const known = unitsKnown.get(text);
  if (known !== undefined) return known;
  if (unitsKnown.size >= mostKnown) unitsKnown.clear();
  const unit = readUnit(text);
  unitsKnown.set(text, unit);
  return unit;
}

/** The same parts of headings are looked at over and over, as headings of more or fewer lines are tried. */
const unitsKnown = new Map<string, string>();
const mostKnown = 2000;

function readUnit(text: string): string {
  if (isCodeOfCountry(text)) return "";
  // Prices of the year itself change no amount.
  const unit = text.replace(/^in /i, "").replace(/(?<=^| )current (?!prices)(?=\S)/iu, "");
  const parts = plainThousands(unit)
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== "" && !saysHowValued.test(part) && standingNamed(part) === undefined);
  return [unit, parts.join(" "), parts.toReversed().join(" ")].find(isUnit) ?? "";
}

/** The unit that is all that a cell says. A figure is none, although "000 EUR" in a heading is one. */
export function unitAlone(cell: string): string {
  const said = cell.replace(/^[([]|[)\]]$/g, "").trim();
  return /\d/.test(plainThousands(said)) ? "" : unitOf(said);
}

function isUnit(text: string): boolean {
  if (text === "" || text.split(" ").some(isPlainWord)) return false;
  const read = readTypedAmount(`1 ${text}`, { currencies: currencyCodes });
  return read.ok && (read.amount !== "1" || read.currencies.length > 0);
}

/** What stands beside a unit and changes no amount: how goods are valued and in which prices. */
const saysHowValued = /^(?:f\.?o\.?b\.?|c\.?i\.?f\.?|(?:at )?current(?: prices)?|nominal)$/iu;

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
  return !unitOf(said) && !splitUnit(part).unit && speaksOfScale(said);
}

/** Whether a part of a heading says that its figures are no sums of money. */
export const isOtherMeasure = (part: string) => otherMeasure.test(part);

const otherMeasure =
  /[%‰]|\d ?= ?100(?!\d)|(?<!\p{L})(?:per ?cent|percentages?|shares?|index|indices|growth|change|per capita|quantity|quantities|tonnes?|tons?|kg|kilograms?|barrels|тонн\p{L}*|доля|прирост|индекс|toneladas|tonnen|anteil|participación)(?!\p{L})/iu;
/** Sums in the prices of another year are other sums. */
const changesAmounts = new RegExp(String.raw`(?<!\p{L})constant(?!\p{L})|\d|${otherMeasure.source}`, "iu");

function speaksOfScale(said: string): boolean {
  if (said === "" || said.length > longestHeading) return false;
  if (otherMeasure.test(said)) return true;
  return /[$€£¥]|(?:^|\D)(?:10{0,2}[ ,.]?)?000(?!\d)/u.test(said) || said.split(/[\s,;]+/u).some(isScale);
}

function isScale(word: string): boolean {
  const read = readTypedAmount(`1 ${word}`, { currencies: currencyCodes });
  if (!read.ok) return scales.has(fold(word));
  if (read.amount !== "1") return true;
  // "Zillions of dollars" is a unit, whatever zillions are.
  const isNamed = word.length > 3 && !/^[A-Z]+$/.test(word);
  return read.currencies.length > 0 && (isNamed || (/^[A-Z]{3}$/.test(word) && !isCodeWord(word)));
}

/** Words that say a scale, and which is not certain. */
const scales = new Set(["mil", "mil.", "ths", "ths.", "tsd", "tsd.", "mill", "mill.", "miles"]);
