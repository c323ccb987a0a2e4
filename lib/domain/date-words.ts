/** How stored dates read: in the reader's language, and no more precise than they are known. */
import { dateFormat } from "./intl-formats";
import { type DatePoint, datePoints, maxDateLength } from "./partial-date";

/** The words that dates need besides month names. */
export interface DateWords {
  /** "about {date}", for approximate dates. */
  about: string;
  /** "{date}, uncertain". */
  uncertain: string;
  /** "since {date}" and "until {date}", for intervals with an open end. */
  since: string;
  until: string;
  /** "from {date}, end not recorded" and "to {date}, beginning not recorded", for one that is not known. */
  from: string;
  to: string;
  /** "the {year}s". */
  decade: string;
  /** "the {year}s ({year}–{last})": the first decade of a century, which sounds like the century itself. */
  firstDecade: string;
  /** "the {year}s". */
  century: string;
  /** "spring {year}" and the other seasons. */
  spring: string;
  summer: string;
  autumn: string;
  winter: string;
  /** "{from} – {to}". */
  between: string;
}

const english: DateWords = {
  about: "about {date}",
  uncertain: "{date} (uncertain)",
  since: "since {date}",
  until: "until {date}",
  from: "from {date}, end not recorded",
  to: "to {date}, beginning not recorded",
  decade: "the {year}s",
  firstDecade: "the {year}s ({year}–{last})",
  century: "the {year}s",
  spring: "spring {year}",
  summer: "summer {year}",
  autumn: "autumn {year}",
  winter: "winter {year}",
  between: "{from} – {to}",
};

/** The seasons in the order in which EDTF numbers them. */
export const seasons = ["spring", "summer", "autumn", "winter"] as const;

/** A stored date in words, showing only the precision that is known: "September 2014", "about 1985", "26–28 May 2024". */
export function showPartialDate(stored: string, locale = "en", words: DateWords = english): string {
  if (stored.length > maxDateLength) return stored;
  const isOpen = stored.includes("..");
  const [from, to, ...none] = datePoints(stored);
  if (to === undefined) return from ? showPoint(from, locale, words) : stored;
  if (from && to && none.length === 0) return showSpan(from, to, locale, words);
  const known = from ?? to;
  if (!known) return stored;
  const date = showPoint(known, locale, words);
  if (from) return (isOpen ? words.since : words.from).replace("{date}", date);
  return (isOpen ? words.until : words.to).replace("{date}", date);
}

/** A first and a last day, each a stored date, in as few words as say both: "26–28 May 2024", "2014 – about 2016". */
export function showDateRange(
  began: string,
  ended: string,
  locale = "en",
  words: DateWords = english,
): string {
  if (began === ended) return showPartialDate(began, locale, words);
  const [first, last] = [datePoints(began), datePoints(ended)];
  if (first.length === 1 && last.length === 1 && first[0] && last[0])
    return showSpan(first[0], last[0], locale, words);
  return between(showPartialDate(began, locale, words), showPartialDate(ended, locale, words), words);
}

function showSpan(from: DatePoint, to: DatePoint, locale: string, words: DateWords): string {
  const isShort = isCalendar(from) && isCalendar(to) && precision(from) === precision(to);
  if (!isShort) return between(showPoint(from, locale, words), showPoint(to, locale, words), words);
  const parts = formatOf(from, locale).formatRangeToParts(instantOf(from), instantOf(to));
  // Between two numbers the dash is set close, as printers do; some versions of Intl put thin spaces round each dash.
  const isClose = parts.filter(({ source }) => source === "startRange").length === 1;
  return parts
    .map(({ value, source }) =>
      source !== "shared" ? value : isClose ? value.replace(/^\s?–\s?$/, "–") : value,
    )
    .join("")
    .replaceAll("\u2009", " ");
}

function between(from: string, to: string, words: DateWords): string {
  return words.between.replace("{from}", () => from).replace("{to}", () => to);
}

/** Whether a point is a day, month or year of which nothing is doubtful. */
function isCalendar(point: DatePoint): boolean {
  return !point.span && !point.season && point.qualifier === "";
}

function precision({ month, day }: DatePoint): number {
  return day ? 3 : month ? 2 : 1;
}

function showPoint(shown: DatePoint, locale: string, words: DateWords): string {
  const { qualifier } = shown;
  const date = showUnqualified(shown, locale, words);
  const about = qualifier === "~" || qualifier === "%" ? words.about.replace("{date}", () => date) : date;
  return qualifier === "?" || qualifier === "%" ? words.uncertain.replace("{date}", () => about) : about;
}

function showUnqualified(shown: DatePoint, locale: string, words: DateWords): string {
  const { year, span, season } = shown;
  const say = (words: string) =>
    words.replaceAll("{year}", String(year)).replaceAll("{last}", String(year + 9));
  if (span === "century") return say(words.century);
  if (span === "decade") return say(year % 100 === 0 ? words.firstDecade : words.decade);
  const named = season && seasons[season - 1];
  return named ? say(words[named]) : formatOf(shown, locale).format(instantOf(shown));
}

function formatOf({ month, day }: DatePoint, locale: string): Intl.DateTimeFormat {
  return dateFormat(locale === "en" ? "en-GB" : locale, {
    timeZone: "UTC",
    year: "numeric",
    ...(month && { month: "long" }),
    ...(day && { day: "numeric" }),
  });
}

function instantOf({ year, month, day }: DatePoint): Date {
  const at = new Date(Date.UTC(2000, (month ?? 1) - 1, day ?? 1));
  at.setUTCFullYear(year);
  return at;
}
