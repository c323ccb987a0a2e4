import type { Option } from "../../form/form-spec";
import type { FieldPart } from "../parts";
import { labelOf, oneText } from "../words";
import type { CountrySpec } from "./spec";

/** What a field of countries offers, each value once: those before the form's list in their own order. */
export function countryChoices(
  { options, first = [] }: Pick<CountrySpec, "options" | "first">,
  countries: readonly Option[],
): readonly Option[] {
  if (options) return options;
  if (first.length === 0) return countries;
  const before = new Set(first.map(({ value }) => value));
  return [...first, ...countries.filter(({ value }) => !before.has(value))];
}

export const countryPart: FieldPart<"country"> = {
  describe: (spec, typed, { countries }) =>
    oneText(typed, (value) => labelOf(countryChoices(spec, countries), value)),
  isShort: () => true,
  options: countryChoices,
  asksAnyCountry: ({ options }) => options === undefined,
};
