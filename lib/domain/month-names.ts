/** What languages call the months, in every case in which dates have them: by Intl, and by endings and lists where Intl has one case alone. */
import { type SmallWords, smallWords } from "./date-small-words";
import { dateFormat } from "./intl-formats";

/** A word as it is looked up: small letters without marks, without the point of an abbreviation. */
export function bare(word: string): string {
  return word
    .normalize("NFD")
    .replace(/[\p{M}.]/gu, "")
    .toLowerCase();
}

/** The names of a month in a language, from 0, long and short and in the cases that Intl or its endings have. */
export function monthNames(locale: string, index: number): string[] {
  const at = new Date(Date.UTC(2000, index, 15));
  const words: SmallWords | undefined = smallWords[locale];
  const ended = words?.monthEndings ? withEndings(nameAlone(locale, at, "long"), words.monthEndings) : [];
  return [...(["long", "short"] as const).flatMap((month) => namesByIntl(locale, at, month)), ...ended];
}

/** A month in the cases that lists have, of all languages. */
export function monthsInCases(index: number): string[] {
  return Object.values(smallWords).flatMap(({ months }: SmallWords) =>
    (months ?? []).flatMap((names) => {
      const name = names.split(" ")[index];
      return name === undefined ? [] : [bare(name)];
    }),
  );
}

const nameAlone = (locale: string, at: Date, month: "long" | "short") =>
  dateFormat(locale, { timeZone: "UTC", month }).format(at);

function namesByIntl(locale: string, at: Date, month: "long" | "short"): string[] {
  // Languages with cases have one form beside a day and another alone.
  const beside = dateFormat(locale, { timeZone: "UTC", month, day: "numeric" }).formatToParts(at);
  const alone = nameAlone(locale, at, month);
  const named = beside.find(({ type }) => type === "month")?.value ?? alone;
  // Hebrew writes "in" and the month as one word.
  const whole = beside.map(({ value }) => value).join("");
  const asOne = whole.split(/\s/u).find((word) => word.endsWith(named)) ?? named;
  const inYear = dateFormat(locale, { timeZone: "UTC", month, year: "numeric" }).formatToParts(at);
  const ofYear = inYear.find(({ type }) => type === "month")?.value ?? alone;
  return [named, alone, asOne, ofYear].map(bare).filter((name) => /\p{L}/u.test(name));
}

/** "январь" is "январы" and "январында": a name with each of these endings, in place of a last letter that gives way to them. */
function withEndings(name: string, endings: string): string[] {
  const stem = bare(name).replace(/[ьი]$/u, "");
  return endings.split(" ").map((ending) => stem + bare(ending));
}
