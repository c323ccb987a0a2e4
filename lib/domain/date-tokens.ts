/** A typed date as its numbers and names, in the order in which they stand, and what small words say of it. */
import type { DateVocabulary } from "./date-vocabulary";
import { bare } from "./month-names";

/** A number, or a name by its number from 1. */
export type Token = { is: "number"; text: string } | { is: "month" | "season"; value: number };

/** What was read of a side. */
export interface Read {
  tokens: Token[];
  /** What stands between the numbers. */
  hasDots: boolean;
  isAbout: boolean;
  isUncertain: boolean;
  /** "1980s", or "19th century". */
  span: "decade" | "century" | null;
  weekday: number | "unknown" | null;
  /** A month's name that is that of a weekday too, as "marți": where its token stands, and which day it is. */
  twofold: { at: number; weekday: number } | null;
  /** Whether the name of its month is that of several, of which this is one reading. */
  isOneOfSeveral: boolean;
}

/** Which of several months that a name can mean is taken; no name is that of three. */
type Which = "first" | "last";

/** The tokens of a text, its month read as `which` of those that its name can mean; null where it holds a word of no date, or too many. */
export function readTokens(text: string, words: DateVocabulary, which: Which): Read | null {
  const read: Read = {
    tokens: [],
    hasDots: false,
    isAbout: false,
    isUncertain: false,
    span: null,
    weekday: null,
    twofold: null,
    isOneOfSeveral: false,
  };
  const pieces = text.match(/\d{1,2} ?(?=[月월])|\d+|[\p{L}\p{M}]+|[^\s]/gu) ?? [];
  for (let at = 0; at < pieces.length; at += 1) {
    const [piece = "", next = ""] = pieces.slice(at, at + 2);
    // "كانون الثاني", "tháng 1": some names of months are two words, or a word and a number.
    const isMonth = /^\p{L}/u.test(next) || bare(piece) === "thang";
    const two = isMonth ? words.months(bare(`${piece} ${next}`)) : [];
    if (two.length > 0) {
      pushMonth(two, which, read);
      at += 1;
    } else if (!readPiece(piece, next, words, which, read)) return null;
  }
  withOneMonth(read);
  return read.tokens.length > 0 && read.tokens.length <= 3 ? read : null;
}

/** Beside another month a word of both senses is a weekday. */
function withOneMonth(read: Read): void {
  const { tokens, twofold } = read;
  if (!twofold || read.weekday !== null || tokens.filter(({ is }) => is === "month").length < 2) return;
  tokens.splice(twofold.at, 1);
  read.weekday = twofold.weekday;
}

function pushMonth(months: readonly number[], which: Which, read: Read): void {
  read.isOneOfSeveral ||= months.length > 1;
  read.tokens.push({ is: "month", value: months.at(which === "first" ? 0 : -1) ?? 0 });
}

function readPiece(piece: string, next: string, words: DateVocabulary, which: Which, read: Read): boolean {
  if (/^\d/.test(piece)) {
    // East Asian dates say of each number what it is.
    if (/^[月월]/u.test(next)) return read.tokens.push({ is: "month", value: Number(piece) }) > 0;
    return piece.length <= 4 && read.tokens.push({ is: "number", text: piece }) > 0;
  }
  const word = bare(piece);
  // "v květnu" is "in May", and "12 v 2024" has a Roman five.
  const isSmallWord = /^\p{L}/u.test(next) && words.fillers.has(word);
  const months = isSmallWord ? [] : words.months(word);
  const season = words.season(word);
  const isBehindYear = read.tokens.length === 1 && /\d{4}$/.test(textOf(read.tokens[0]));
  if (words.about.has(word) || piece === "~") read.isAbout = true;
  else if (piece === "?") read.isUncertain = true;
  else if (words.decadesBefore.has(word) || (isBehindYear && words.decades.has(word))) read.span = "decade";
  else if (words.centuries.has(word)) read.span = "century";
  else if (months.length > 0) {
    const weekday = words.weekday(word);
    if (typeof weekday === "number") read.twofold ??= { at: read.tokens.length, weekday };
    pushMonth(months, which, read);
  } else if (season) read.tokens.push({ is: "season", value: season });
  // Every language that sets dots between the numbers of a date sets the day before the month.
  else if (piece === ".") read.hasDots = true;
  else return words.fillers.has(word) || /^[,/'’()-]$/.test(piece) || readWeekday(words.weekday(word), read);
  return true;
}

function readWeekday(weekday: number | "unknown" | null, read: Read): boolean {
  if (weekday === null || read.weekday !== null) return false;
  read.weekday = weekday;
  return true;
}

const textOf = (token: Token | undefined) => (token?.is === "number" ? token.text : "");
