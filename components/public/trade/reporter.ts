import { countryName, isCountry } from "@/lib/domain/countries";

/** Who reports a year of trade, in words: a country, "a third source", or "not stated". */
export function reporterName(
  reporter: string | undefined,
  locale: string,
  word: (choice: string) => string,
): string {
  if (reporter === undefined) return word("not-stated");
  return isCountry(reporter) ? countryName(reporter, locale) : word(reporter);
}
