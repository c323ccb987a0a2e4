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

/** The same as it stands in running words: "the United States". */
export function reporterInText(reported: Reported, locale: string, word: (choice: string) => string): string {
  const { reporter, sourceName } = reported;
  return reporter !== undefined && sourceName === undefined && isCountry(reporter)
    ? countryInText(reporter, locale)
    : reporterName(reported, locale, word);
}
