import { countryInText, countryName, isCountry } from "@/lib/domain/countries";

interface Reported {
  reporter?: string | undefined;
  sourceName?: string | undefined;
}

/** Who reports a year of trade, in words: a country, a third source by its name if it has one, or "not stated". */
export function reporterName(
  { reporter, sourceName }: Reported,
  locale: string,
  word: (choice: string) => string,
): string {
  if (reporter === undefined) return word("not-stated");
  if (sourceName !== undefined) return sourceName;
  return isCountry(reporter) ? countryName(reporter, locale) : word(reporter);
}

/** Who reports a year of trade, as messages say it in a sentence: `name` is in running words, as "the United States". */
export function reportedAs(
  reported: Reported,
  locale: string,
  word: (choice: string) => string,
): { reporter: "unstated" | "third" | "named"; name: string } {
  const { reporter, sourceName } = reported;
  const name =
    reporter !== undefined && sourceName === undefined && isCountry(reporter)
      ? countryInText(reporter, locale)
      : reporterName(reported, locale, word);
  if (reporter === undefined || reporter === "not-stated") return { reporter: "unstated", name };
  return { reporter: reporter === "third-source" && sourceName === undefined ? "third" : "named", name };
}
