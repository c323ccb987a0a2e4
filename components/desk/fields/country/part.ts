import type { FieldPart } from "../parts";
import { labelOf, oneText } from "../words";

export const countryPart: FieldPart<"country"> = {
  describe: ({ options }, typed, { countries }) =>
    oneText(typed, (value) => labelOf(options ?? countries, value)),
  isShort: () => true,
  options: ({ options }, countries) => options ?? countries,
  asksAnyCountry: ({ options }) => options === undefined,
};
