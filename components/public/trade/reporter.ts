import { countryName, isCountry } from "@/lib/domain/countries";

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
