/** The words of dates in a language, and the orders in which it writes day and month: from Intl, as far as Intl has them. */
import { dateFormat } from "./intl-formats";

export type Order = "dayFirst" | "monthFirst";

export interface DateVocabulary {
  /** The number of a month by its name, written short or long. */
  month(word: string): number | null;
  season(word: string): number | null;
  weekdays: ReadonlySet<string>;
  /** What may stand in a date without meaning: "of", "the", the endings of ordinals. */
  fillers: ReadonlySet<string>;
  about: ReadonlySet<string>;
  since: ReadonlySet<string>;
  until: ReadonlySet<string>;
  to: ReadonlySet<string>;
  now: ReadonlySet<string>;
  centuries: ReadonlySet<string>;
}

// What Intl has no words for. Another language of the interface adds its own.
const small = {
  en: {
    seasons: [["spring"], ["summer"], ["autumn", "fall"], ["winter"]],
    fillers: ["of", "the", "st", "nd", "rd", "th", "in", "on"],
    about: ["about", "circa", "ca", "c", "around", "approximately", "approx"],
    since: ["since", "from"],
    until: ["until", "till", "before"],
    to: ["to", "until", "till", "through", "and"],
    now: ["", "present", "now", "today", "ongoing"],
    centuries: ["century"],
  },
};

const roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
const vocabularies = new Map<string, DateVocabulary>();

/** The words of dates in a language, together with the English ones, which sources in any language use. */
export function vocabularyOf(locale: string): DateVocabulary {
  const known = vocabularies.get(locale);
  if (known) return known;
  const made = makeVocabulary(locale);
  vocabularies.set(locale, made);
  return made;
}

function makeVocabulary(locale: string): DateVocabulary {
  const { seasons, ...sets } = small.en;
  const months = Array.from({ length: 12 }, (_, index) => [
    ...monthNames(locale, index),
    ...monthNames("en", index),
  ]);
  const numbered = new Map(months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
  roman.forEach((name, index) => numbered.set(name, index + 1));
  const bySeason = new Map(
    seasons.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
  );
  const setOf = (words: readonly string[]) => new Set(words);
  return {
    month: (word) => numbered.get(word) ?? begun(word, months),
    season: (word) => bySeason.get(word) ?? null,
    weekdays: setOf([...weekdayNames(locale), ...weekdayNames("en")]),
    fillers: setOf([...sets.fillers, ...wordsBetween(locale)]),
    about: setOf(sets.about),
    since: setOf(sets.since),
    until: setOf(sets.until),
    to: setOf(sets.to),
    now: setOf(sets.now),
    centuries: setOf(sets.centuries),
  };
}

/** The month whose name alone begins so: "sept", "janv". */
function begun(word: string, months: readonly string[][]): number | null {
  if (word.length < 3) return null;
  const found = months.flatMap((names, index) =>
    names.some((name) => name.startsWith(word)) ? [index + 1] : [],
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

function monthNames(locale: string, index: number): string[] {
  const at = new Date(Date.UTC(2000, index, 15));
  return (["long", "short"] as const).flatMap((month) => {
    // Languages with cases have one form beside a day and another alone.
    const beside = dateFormat(locale, { timeZone: "UTC", month, day: "numeric" }).formatToParts(at);
    const alone = dateFormat(locale, { timeZone: "UTC", month }).format(at);
    return [beside.find(({ type }) => type === "month")?.value ?? alone, alone].map(bare);
  });
}

/** What a language sets between the parts of a date: "de", "г." */
function wordsBetween(locale: string): string[] {
  const whole = { timeZone: "UTC", year: "numeric", month: "long", day: "numeric" } as const;
  const literals = dateFormat(locale, whole)
    .formatToParts(0)
    .filter(({ type }) => type === "literal");
  return literals.flatMap(({ value }) => value.split(/\s/).map(bare)).filter(Boolean);
}

function weekdayNames(locale: string): string[] {
  return Array.from({ length: 7 }, (_, index) => new Date(Date.UTC(2000, 0, 2 + index))).flatMap((at) =>
    (["long", "short"] as const).map((weekday) =>
      bare(dateFormat(locale, { timeZone: "UTC", weekday }).format(at)),
    ),
  );
}

/** A word as it is looked up: small letters, without the point of an abbreviation. */
export function bare(word: string): string {
  return word.toLowerCase().replaceAll(".", "");
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
