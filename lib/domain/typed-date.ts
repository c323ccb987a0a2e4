/**
 * Dates as people write them, read into EDTF. What could be meant in two ways is never guessed: the reading then names both.
 * Nothing else is stored than what `parsePartialDate` takes.
 */
import { type DateSide, mergedSides, readSide, type SideOrder } from "./date-sides";
import { type DateVocabulary, ordersOf, vocabularyOf } from "./date-vocabulary";
import { bare } from "./month-names";
import { withDaysInARow } from "./days-in-a-row";
import { withDashes } from "./east-asian-spans";
import { isOfOtherCalendar, withEraAsYear } from "./other-calendars";
import { isQuarter, looserDates } from "./looser-dates";
import { datePoints, maxDateLength, parsePartialDate } from "./partial-date";
import { withPlainDigits } from "./plain-digits";
import { readMoment } from "./typed-moment";
import { isYearAndNumber, namesWeek, twoYears, yearToYear } from "./year-and-number";

/** How a typed date reads. */
export type TypedDate =
  | { ok: true; edtf: string }
  | {
      ok: false;
      problem:
        | "date.unreadable"
        | "date.impossible"
        | "date.reversed"
        | "date.shortYear"
        | "date.yearOutside"
        /** Of its year less is known than the century: "1XXX". */
        | "date.yearOpen"
        /** Behind its year stands a number that is no month's, as a week's or a quarter's: "1992-33", "1992-W33". */
        | "date.noMonth"
        /** It is by another calendar. */
        | "date.otherCalendar";
    }
  /** It could be any of these EDTF dates. */
  | { ok: false; problem: "date.ambiguous"; choices: string[] }
  /** A moment, which programs make of dates that they know less precisely: it may stand for each of these. */
  | { ok: false; problem: "date.moment"; choices: string[] }
  /** The calendar has another day of the week on it: the weekday or the date is a slip. */
  | { ok: false; problem: "date.weekday"; choices: string[] }
  /** Its year is that of an era: by our count it is this. */
  | { ok: false; problem: "date.era"; choices: string[] }
  /** It says more than a date here can, as a part of a year or one of two: this is what can be said of it. */
  | { ok: false; problem: "date.looser"; choices: string[] }
  /** Two dates, of which one field takes only an interval that is meant as one. */
  | { ok: false; problem: "date.twoDates"; choices: string[]; first: string; last: string };

/** EDTF's years before the first and beyond four digits, which no record of relations is about (decision 38). */
const outsideYears = /^(?:-\d{4}|y-?\d|0000(?:$|[-/]))/i;

/** Years of EDTF's second level, of which the century itself is open. */
const openYears = /^\dX[\dX]{2}(?:$|[-/?~%])/i;

/** Of two dates as EDTF's second level has them: both. */
const bothOfSet = /^\{([^,{}]+), ?([^,{}]+)\}$/;

const unreadable = { ok: false, problem: "date.unreadable" } as const;
const otherCalendar = { ok: false, problem: "date.otherCalendar" } as const;

/**
 * Reads a date as it was typed, with the names of a language and in its orders, or in those that are known. Longer text than any
 * date is not looked at.
 */
export function readTypedDate(
  typed: string,
  locale = "en",
  orders: readonly SideOrder[] = ordersOf(locale),
): TypedDate {
  if (typed.length > maxDateLength) return unreadable;
  const text = withPlainDigits(typed).replace(/\s+/gu, " ").trim();
  const moment = readMoment(text);
  if (moment) return moment;
  const plain = text.replace(/[\u2010\u2011\u2212]/g, "-").replace(bothOfSet, "$1 & $2");
  if (outsideYears.test(plain)) return { ok: false, problem: "date.yearOutside" };
  if (openYears.test(plain)) return { ok: false, problem: "date.yearOpen" };
  // A minus before everything is no stroke between the parts of a date.
  if (plain.startsWith("-")) return unreadable;
  if (namesWeek(plain)) return { ok: false, problem: "date.noMonth" };
  const run = /^((?:1[5-9]|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.exec(plain);
  // Eight figures are EDTF's second level; as data sets have them, a day.
  if (run) return judged(`${run[1]}-${run[2]}-${run[3]}`);
  const strict = parsePartialDate(/^[\dx?~%./ -]+$/i.test(plain) ? plain.toUpperCase() : plain);
  if (strict.ok) return twoYears(strict.date.edtf) ?? { ok: true, edtf: strict.date.edtf };
  const read =
    strict.problem === "date.unreadable" ? readByCalendar(plain, locale, orders) : yearToYear(plain);
  const fault = read ?? { ok: false, problem: strict.problem };
  // What has a year and one number beside it has no day that the calendar could lack.
  const isOfMonth = !fault.ok && fault.problem === "date.impossible" && isYearAndNumber(plain);
  return isOfMonth ? { ok: false, problem: "date.noMonth" } : fault;
}

/** What a form shows for a stored date: the date itself, save where that alone would be asked again. */
export function typeDate(stored: string): string {
  if (!twoYears(stored)) return stored;
  const names = ["spring", "summer", "autumn", "winter"];
  const [point] = datePoints(stored);
  return point?.season ? `${names[point.season - 1]} ${point.year}${point.qualifier}` : stored;
}

function readByCalendar(text: string, locale: string, orders: readonly SideOrder[]): TypedDate {
  const ours = withEraAsYear(text);
  if (ours !== null) {
    const read = ours === "" ? otherCalendar : readLoosely(ours, locale, orders);
    return read.ok ? { ok: false, problem: "date.era", choices: [read.edtf] } : read;
  }
  const read = isQuarter(text) ? unreadable : readLoosely(text, locale, orders);
  if (read.ok || read.problem !== "date.unreadable") return read;
  return isOfOtherCalendar(text) ? otherCalendar : (readLooser(text, locale, orders) ?? read);
}

/** What is left of a text that says more than a date can: the year of a quarter, each of two years with a "?". */
function readLooser(text: string, locale: string, orders: readonly SideOrder[]): TypedDate | null {
  const { dates, isOneOf } = looserDates(text);
  const read = dates.map((one) => readLoosely(one, locale, orders));
  const said = read.flatMap((one) => (one.ok && datePoints(one.edtf).length === 1 ? [one.edtf] : []));
  if (said.length === 0 || said.length < dates.length) return null;
  const choices = isOneOf ? said.map((one) => one.replace(/[?~%]?$/, "?")) : said;
  return choices.every((one) => parsePartialDate(one).ok)
    ? { ok: false, problem: "date.looser", choices }
    : null;
}

function readLoosely(text: string, locale: string, orders: readonly SideOrder[]): TypedDate {
  const readings = new Map<string, TypedDate>();
  const otherwise = new Set<string>();
  let fault: TypedDate = unreadable;
  for (const order of orders) {
    for (const read of readInOrder(text, locale, order)) {
      if (read.ok) readings.set(read.edtf, read);
      else if (read.problem === "date.twoDates") readings.set(read.choices[0] ?? "", read);
      else if (read.problem === "date.weekday") otherwise.add(read.choices[0] ?? "");
      else if (fault === unreadable) fault = read;
    }
  }
  const [one, ...others] = [...readings.keys()];
  if (one === undefined)
    return otherwise.size > 0 ? { ok: false, problem: "date.weekday", choices: [...otherwise] } : fault;
  return others.length
    ? { ok: false, problem: "date.ambiguous", choices: [one, ...others] }
    : (readings.get(one) ?? fault);
}

/** What a text means where the parts of a date stand in this order; several readings where the words leave it open. */
function readInOrder(typed: string, locale: string, order: SideOrder): TypedDate[] {
  const words = vocabularyOf(locale);
  const text = withDaysInARow(withDashes(withoutLetters(typed)), words);
  if (text === null) return [unreadable];
  const begun = /^(.*\S)\s?[-–—]$/u.exec(text)?.[1];
  if (begun !== undefined) return readOpen(`${begun} –`, words, order);
  const open = readOpen(text, words, order);
  // "do 1985" is until 1985 in some languages and of 1985 in another.
  const whole = readSide(text, words, order);
  if (whole) return [...whole.map((side) => dateOf(side)), ...open];
  if (open.length > 0) return open;
  for (const [left, right] of splits(withoutLead(text, words), words.to)) {
    const [from, to] = [readSide(left, words, order) ?? [], readSide(right, words, order) ?? []];
    const pairs = from.flatMap((first) => to.map((last) => mergedSides(first, last)));
    const found = pairs.flatMap((pair) => (pair ? [rangeOf(pair[0], pair[1])] : []));
    if (found.length > 0) return found;
  }
  return [unreadable];
}

/** "1992 m. sausio 5 d.", whose letters for year and day mean other things elsewhere: without them. */
const withoutLetters = (text: string) =>
  text.replace(/^(\d{4}) ?m\.(?= |$)/u, "$1").replace(/(?<= \d\d?) ?d\.?$/u, "");

/** "from 12 to 14 May" without what stands before the first of two dates. */
function withoutLead(text: string, words: DateVocabulary): string {
  const [first = "", ...rest] = text.split(" ");
  return words.since.has(bare(first)) || words.between.has(bare(first)) ? rest.join(" ") : text;
}

/** "since 1992", "1992–present", "until 1985"; nothing where no end of it is open. */
function readOpen(text: string, words: DateVocabulary, order: SideOrder): TypedDate[] {
  const [head = "", ...rest] = text.split(" ");
  const first = bare(head);
  const isGoingOn = ([, right]: [string, string]) => words.now.has(bare(right));
  const ending = splits(withoutLead(text, words), words.to).find(isGoingOn);
  const said: [text: string, isStart: boolean][] = ending
    ? [[ending[0], true]]
    : [
        ...(words.since.has(first) ? [[rest.join(" "), true] as [string, boolean]] : []),
        ...(words.until.has(first) ? [[rest.join(" "), false] as [string, boolean]] : []),
      ];
  return said.flatMap(([date, isStart]) =>
    (readSide(date, words, order) ?? []).map((side) => {
      const read = dateOf(side);
      return read.ok ? judged(isStart ? `${read.edtf}/..` : `../${read.edtf}`) : read;
    }),
  );
}

/** Where a text can be two dates: at a dash, at a word between them, at a slash or hyphen. */
function splits(text: string, to: ReadonlySet<string>): [string, string][] {
  const at = (separator: string): [string, string][] => {
    const parts = text.split(separator);
    return parts.length === 2 ? [[(parts[0] ?? "").trim(), (parts[1] ?? "").trim()]] : [];
  };
  const words = text.split(" ").filter((word) => to.has(bare(word)));
  return [
    ...at("–"),
    ...at("—"),
    ...at(" - "),
    ...words.flatMap((word) => at(` ${word} `)),
    ...at("/"),
    ...at("-"),
  ];
}

function dateOf(side: DateSide): TypedDate {
  if (side.problem) return { ok: false, problem: side.problem };
  return side.edtf ? weekdayHeld(judged(side.edtf), side) : unreadable;
}

/** A date that reads, unless the weekday that stands beside it is another's. */
function weekdayHeld(read: TypedDate, ...sides: readonly DateSide[]): TypedDate {
  if (!read.ok || !sides.some(({ isOtherWeekday }) => isOtherWeekday)) return read;
  return { ok: false, problem: "date.weekday", choices: [read.edtf] };
}

function rangeOf(from: DateSide, to: DateSide): TypedDate {
  const fault = from.problem ?? to.problem;
  if (fault) return { ok: false, problem: fault };
  if (!from.edtf || !to.edtf) return unreadable;
  const interval = weekdayHeld(judged(`${from.edtf}/${to.edtf}`), from, to);
  if (!interval.ok) return interval;
  return {
    ok: false,
    problem: "date.twoDates",
    choices: [interval.edtf],
    first: from.edtf,
    last: to.edtf,
  };
}

function judged(edtf: string): TypedDate {
  const read = parsePartialDate(edtf);
  return read.ok ? { ok: true, edtf: read.date.edtf } : { ok: false, problem: read.problem };
}
