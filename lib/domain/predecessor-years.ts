/** When the predecessors of a dossier's sides stood for them. */
import { countryName } from "./countries";
import { formerCountries } from "./former-countries";
import { datePoints, isBefore } from "./partial-date";
import { type Predecessor, predecessorsOf, type Sides } from "./sides";

/** When a predecessor stood for its side, EDTF: as the dossier says it, else the years in which it was; where known. */
export function yearsOf({ country, from, to }: Predecessor): {
  from: string | undefined;
  to: string | undefined;
} {
  const was = Object.hasOwn(formerCountries, country) ? formerCountries[country] : undefined;
  return { from: from ?? yearText(was?.from), to: to ?? yearText(was?.to) };
}

const yearText = (year: number | null | undefined) =>
  year === null || year === undefined ? undefined : String(year).padStart(4, "0");

/** The first and last year of a predecessor, as "1922–1991"; empty where neither is known. */
export function shownYears(predecessor: Predecessor): string {
  const { from, to } = yearsOf(predecessor);
  const [first, last] = [from, to].map(
    (date) => date && datePoints(date).find((point) => point !== null)?.year,
  );
  return first === undefined && last === undefined ? "" : `${first ?? ""}–${last ?? ""}`;
}

/** A predecessor's name with its years, as lists offer it. */
export function predecessorLabel(predecessor: Predecessor, locale: string): string {
  const [name, years] = [countryName(predecessor.country, locale), shownYears(predecessor)];
  return years ? `${name} (${years})` : name;
}

/** Whether a date may lie within the years of a predecessor; also where the country is none, or there is no date. */
export function isInYears(country: string | undefined, date: string | undefined, sides: Sides): boolean {
  const named = predecessorsOf(sides).find((one) => one.country === country);
  if (!named || !date) return true;
  const { from, to } = yearsOf(named);
  return !(from && isBefore(date, from)) && !(to && isBefore(to, date));
}
