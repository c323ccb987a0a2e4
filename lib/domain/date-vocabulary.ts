/** The words of dates, and the orders in which a language writes day and month: from Intl, as far as Intl has them. */
import { type SmallWords, smallWords } from "./date-small-words";
import { dateFormat } from "./intl-formats";
import { bare, monthNames, monthsInCases } from "./month-names";
import { otherDateLanguages, sourceLanguages } from "./source-languages";

export type Order = "dayFirst" | "monthFirst";

export interface DateVocabulary {
  /**
   * The numbers of the months that are called so, written short or long: several where languages call different ones so, as
   * "listopad" is October to some and November to others, none for other words.
   */
  months(word: string): readonly number[];
  season(word: string): number | null;
  /** The number of a day of the week, Sunday being 0; "unknown" where languages call different days so, null for other words. */
  weekday(word: string): number | "unknown" | null;
  /** What may stand in a date without meaning: "of", "the", the endings of ordinals. */
  fillers: ReadonlySet<string>;
  about: ReadonlySet<string>;
  /** What stands before a day from which something goes on, or before the first of two. */
  since: ReadonlySet<string>;
  until: ReadonlySet<string>;
  /** What stands before two dates alone. */
  between: ReadonlySet<string>;
  to: ReadonlySet<string>;
  now: ReadonlySet<string>;
  /** What stands behind a year that means its ten years, and what before it. */
  decades: ReadonlySet<string>;
  decadesBefore: ReadonlySet<string>;
  centuries: ReadonlySet<string>;
}

const roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
const vocabularies = new Map<string, DateVocabulary>();

/** The words of dates in a language, together with those of the languages in which sources are commonly written. */
export function vocabularyOf(locale: string): DateVocabulary {
  const known = vocabularies.get(locale);
  if (known) return known;
  const made = makeVocabulary(locale);
  vocabularies.set(locale, made);
  return made;
}

function makeVocabulary(locale: string): DateVocabulary {
  const languages = [...new Set<string>([locale, ...sourceLanguages, ...otherDateLanguages])];
  const months = Array.from({ length: 12 }, (_, index) => [
    ...new Set([...languages.flatMap((language) => monthNames(language, index)), ...monthsInCases(index)]),
  ]);
  const weekdays = Array.from({ length: 7 }, (_, index) => [
    ...languages.flatMap((language) => weekdayNames(language, index)),
    ...Object.values(smallWords).flatMap(({ weekdays }: SmallWords) => weekdays?.[index]?.split(" ") ?? []),
  ]);
  const exact = new Map<string, number[]>();
  months.forEach((names, index) => {
    for (const name of names) exact.set(name, [...(exact.get(name) ?? []), index + 1]);
  });
  roman.forEach((name, index) => exact.set(name, [index + 1]));
  const to = said("to");
  return {
    months: lookedUpOnce((word) => {
      const begun = onlyPlace(exact.has(word) ? [] : places(word, months), 1);
      return exact.get(word) ?? (begun === null ? [] : [begun]);
    }),
    season: lookedUpOnce((word) => onlyPlace(places(word, allSeasons, "whole"), 1)),
    weekday: lookedUpOnce((word) => {
      // "to" is Thursday in Finnish.
      if (to.has(word)) return null;
      const found = places(word, weekdays, "whole");
      const days = found.length > 0 ? found : places(word, weekdays);
      return days.length > 1 ? "unknown" : onlyPlace(days, 0);
    }),
    fillers: new Set([...said("fillers"), ...languages.flatMap(wordsBetween)]),
    about: said("about"),
    since: said("since"),
    until: said("until"),
    between: said("between"),
    to,
    now: new Set(["", ...said("now")]),
    decades: said("decades"),
    decadesBefore: said("decadesBefore"),
    centuries: said("centuries"),
  };
}

/** The words of dates are few, and a table has them in every line. */
function lookedUpOnce<T>(look: (word: string) => T): (word: string) => T {
  const found = new Map<string, T>();
  return (word) => {
    const known = found.get(word);
    if (known !== undefined) return known;
    if (found.size >= 2000) found.clear();
    const answer = look(word);
    found.set(word, answer);
    return answer;
  };
}

/** The small words of one sense in all languages. */
function said(
  key: Exclude<keyof SmallWords, "seasons" | "months" | "monthEndings" | "weekdays">,
): ReadonlySet<string> {
  const lists = Object.values(smallWords).flatMap((words: SmallWords) => words[key] ?? []);
  return new Set(lists.flatMap((list) => list.split(key === "now" ? "; " : " ").map(bare)));
}

const allSeasons = [0, 1, 2, 3].map((at) =>
  Object.values(smallWords).flatMap(({ seasons }: SmallWords) => seasons?.[at]?.split(" ").map(bare) ?? []),
);

/** Which of these lists of names hold a word, or one that begins so: "sept", "janv", "Tues". */
function places(word: string, lists: readonly string[][], as: "whole" | "beginning" = "beginning"): number[] {
  if (as === "beginning" && word.length < 3) return [];
  return lists.flatMap((names, index) =>
    names.some((name) => (as === "whole" ? name === word : name.startsWith(word))) ? [index] : [],
  );
}

function onlyPlace([place, ...others]: readonly number[], first: number): number | null {
  return place === undefined || others.length > 0 ? null : place + first;
}

/** What a language sets between the parts of a date: "de", "г." */
function wordsBetween(locale: string): string[] {
  const whole = { timeZone: "UTC", year: "numeric", month: "long", day: "numeric" } as const;
  const literals = dateFormat(locale, whole)
    .formatToParts(0)
    .filter(({ type }) => type === "literal");
  // A single Latin letter means other things elsewhere: the "d." of Lithuanian is that of "Washington, D.C.".
  return literals
    .flatMap(({ value }) => value.split(/[^\p{L}\p{M}]+/u).map(bare))
    .filter((word) => word !== "" && !/^[a-z]$/.test(word));
}

/** What a language calls a day of the week, Sunday being 0. */
function weekdayNames(locale: string, index: number): string[] {
  const at = new Date(Date.UTC(2000, 0, 2 + index));
  return (["long", "short"] as const).map((weekday) =>
    bare(dateFormat(locale, { timeZone: "UTC", weekday }).format(at)),
  );
}

/**
 * The orders in which a language writes day and month in figures. A bare "en" is written both ways, by Americans and by all
 * others; what is typed in it can only be asked.
 */
export function ordersOf(locale: string): Order[] {
  const regions = locale === "en" ? ["en-GB", "en-US"] : [locale];
  return regions.map((region) => {
    const parts = dateFormat(region, { timeZone: "UTC", day: "numeric", month: "numeric" }).formatToParts(0);
    const types = parts.map(({ type }) => type);
    return types.indexOf("day") < types.indexOf("month") ? "dayFirst" : "monthFirst";
  });
}
