/** One side of a typed date: what its numbers and names mean by the places in which they stand. */
import { type Read, readTokens, type Token } from "./date-tokens";
import type { DateVocabulary, Order } from "./date-vocabulary";

export type SideOrder = Order;

/** What one side says; a side of a range may leave month or year to the other. */
export interface DateSide {
  year?: number;
  month?: number;
  day?: number;
  /** As EDTF, once it has a year. */
  edtf?: string;
  problem?: "date.shortYear" | "date.impossible";
  mark: "" | "?" | "~" | "%";
  /** A number of two digits that is a day, or the end of a year: "1963–65". */
  short?: number;
  /** The day of the week that is named, Sunday being 0. */
  weekday?: number;
  /** Whether the calendar has another one on that day. */
  isOtherWeekday?: boolean;
}

/** The readings of one side, null where it is no date. More than one where the words themselves leave it open. */
export function readSide(text: string, words: DateVocabulary, order: SideOrder): DateSide[] | null {
  const read = readTokens(text, words, "first");
  if (!read) return null;
  const other = read.isOneOfSeveral && readTokens(text, words, "last");
  return [read, ...(other ? [other] : [])].reduce<DateSide[] | null>((before, one) => {
    const sides = sidesRead(one, order);
    return sides ? [...(before ?? []), ...sides] : before;
  }, null);
}

function sidesRead(read: Read, order: SideOrder): DateSide[] | null {
  const mark = read.isAbout ? (read.isUncertain ? "%" : "~") : read.isUncertain ? "?" : "";
  if (read.span) return spanned(read, mark);
  const sides = sidesOf(read.tokens, read.hasDots ? "dayFirst" : order);
  const weekday = typeof read.weekday === "number" ? { weekday: read.weekday } : {};
  return sides.length ? sides.map((side) => finished({ ...side, ...weekday, mark })) : null;
}

function spanned({ tokens, span }: Read, mark: DateSide["mark"]): DateSide[] | null {
  const [number, ...others] = tokens;
  if (number?.is !== "number" || others.length) return null;
  const { text } = number;
  if (span === "century") {
    const first = Number(text) - 1;
    return text.length <= 2 && first > 0 ? [{ mark, edtf: `${two(first)}XX${mark}` }] : null;
  }
  if (text.length !== 4 || !text.endsWith("0")) return null;
  const decade = { mark, edtf: `${text.slice(0, 3)}X${mark}` };
  return text.endsWith("00") ? [{ mark, edtf: `${text.slice(0, 2)}XX${mark}` }, decade] : [decade];
}

type Parts = Omit<DateSide, "mark">;

/** What tokens can mean, by what each of them is and where it stands; nothing where they mean no date. */
function sidesOf(tokens: readonly Token[], order: SideOrder): Parts[] {
  const numbers = tokens.flatMap((token) => (token.is === "number" ? [token.text] : []));
  const [a = "", b = "", c = ""] = numbers;
  const month = tokens.flatMap((token) => (token.is === "month" ? [token.value] : []));
  const season = tokens.flatMap((token) => (token.is === "season" ? [token.value] : []));
  if (season.length === 1)
    return numbers.length === 1 && tokens.length === 2 && isYear(a) ? inSeason(a, season[0]) : [];
  if (month.length > 1) return [];
  if (month.length === 1) return named(numbers, month[0], tokens[0]?.is === "month");
  if (numbers.length === 1)
    return isYear(a) ? [{ year: Number(a) }] : a.length <= 2 ? [{ short: Number(a) }] : [];
  if (numbers.length === 2) return twoNumbers(a, b, order);
  if (isYear(a) && isShort(b) && isShort(c)) return [{ year: Number(a), month: Number(b), day: Number(c) }];
  if (!isShort(a) || !isShort(b)) return [];
  if (!isYear(c)) return isShort(c) ? [{ problem: "date.shortYear" }] : [];
  const [day, inMonth] = order === "dayFirst" ? [a, b] : [b, a];
  return [{ year: Number(c), month: Number(inMonth), day: Number(day) }];
}

/** "22 January 1963", "January 22, 1963", "1963 January 22", "Jan 1963", "May 12", "May". */
function named([a, b]: readonly string[], month: number | undefined, leads: boolean): Parts[] {
  if (month === undefined) return [];
  if (a === undefined) return [{ month }];
  if (b === undefined) {
    if (isYear(a)) return [{ year: Number(a), month }];
    return isShort(a) ? [{ month, day: Number(a) }] : [];
  }
  if (isYear(b) && isShort(a)) return [{ year: Number(b), month, day: Number(a) }];
  if (isYear(a) && isShort(b) && !leads) return [{ year: Number(a), month, day: Number(b) }];
  return isShort(a) && isShort(b) ? [{ problem: "date.shortYear" }] : [];
}

/** "01.1963", "1963/01", "22.01." */
function twoNumbers(a: string, b: string, order: SideOrder): Parts[] {
  if (isShort(a) && isYear(b)) {
    // "12, 2024" ends "May 10–12, 2024": a month by itself, a day beside one.
    return [{ month: Number(a), year: Number(b), short: Number(a) }];
  }
  if (isYear(a) && isShort(b)) {
    const inMonth = { year: Number(a), month: Number(b) };
    const isNext = Number(b) === (Number(a) + 1) % 100;
    const years = { edtf: `${a}/${a.slice(0, 2)}${b}` };
    return isNext && b.length === 2 ? (Number(b) > 12 ? [years] : [inMonth, years]) : [inMonth];
  }
  if (!isShort(a) || !isShort(b)) return [];
  const [day, month] = order === "dayFirst" ? [a, b] : [b, a];
  return [{ month: Number(month), day: Number(day) }];
}

function inSeason(year: string, season: number | undefined): Parts[] {
  return season === undefined ? [] : [{ edtf: `${year}-2${season}` }];
}

const isYear = (text: string) => text.length === 4;
const isShort = (text: string) => text.length > 0 && text.length <= 2;
const two = (number: number) => String(number).padStart(2, "0");

/** The side with its date as EDTF, where it has a year. Whether the calendar has such a day is judged later. */
function finished(side: DateSide): DateSide {
  if (side.problem) return side;
  if (side.edtf) return { ...side, edtf: side.edtf.includes("/") ? side.edtf : `${side.edtf}${side.mark}` };
  if (side.year === undefined) return side;
  const { month, day } = side;
  const parts = [String(side.year).padStart(4, "0"), ...(month === undefined ? [] : [two(month)])];
  if (day !== undefined) parts.push(two(day));
  return { ...side, edtf: `${parts.join("-")}${side.mark}`, isOtherWeekday: isOtherWeekday(side) };
}

function isOtherWeekday({ year, month, day, weekday }: DateSide): boolean {
  if (year === undefined || month === undefined || day === undefined || weekday === undefined) return false;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCDay() !== weekday;
}

/** The two sides of a range, each with what the other says for both: "12–14 May 2024", "1963–65". */
export function mergedSides(from: DateSide, to: DateSide): [DateSide, DateSide] | null {
  if (from.problem || to.problem) return [from, to];
  if (isAlone(from) && to.short !== undefined && to.year === undefined && to.short > (from.year ?? 0) % 100)
    return pair(from, { mark: to.mark, year: Math.floor((from.year ?? 0) / 100) * 100 + to.short });
  const last: DateSide = { ...to };
  if (to.short !== undefined && from.month !== undefined && from.day !== undefined) {
    last.day = to.short;
    last.month = from.month;
  }
  last.year ??= from.year;
  const first: DateSide = { ...from };
  if (from.short !== undefined && from.year === undefined) {
    if (last.day === undefined) return null;
    first.day = from.short;
    first.month = last.month;
  }
  first.year ??= last.year;
  return pair(first, last);
}

function isAlone({ year, month }: DateSide): boolean {
  return year !== undefined && month === undefined;
}

function pair(from: DateSide, to: DateSide): [DateSide, DateSide] {
  const again = (side: DateSide) =>
    finished({ ...side, edtf: side.year === undefined ? side.edtf : undefined });
  return [again(from), again(to)];
}
