import { doubtfulDay } from "../../doubtful-days";
import { fiscalYearsNamed } from "../../trade-period";
import { type FieldOf, type FieldSettings, type IsOptional, makeField, oneLine, refuse } from "../field";
import { exported } from "./export";
import { storage } from "./storage";

export interface WholeNumberSettings extends FieldSettings {
  min: number;
  max: number;
  /** It is a year: one far ahead is asked about. */
  isYear?: true;
  /** It may be typed as a fiscal year, which its kind reads: "2013-14". */
  mayBeFiscal?: true;
}

export interface WholeNumberField<O extends boolean = boolean> extends FieldOf<
  "wholeNumber",
  number,
  O,
  typeof storage
> {
  readonly min: number;
  readonly max: number;
  readonly mayBeFiscal: boolean;
}

/** A whole number between two bounds, such as a year. Shown without grouping. */
export function wholeNumber<const S extends WholeNumberSettings>(
  settings: S,
): WholeNumberField<IsOptional<S>> {
  const { min, max, isYear, mayBeFiscal }: WholeNumberSettings = settings;
  const notWhole = mayBeFiscal ? "number.notYear" : isYear ? "number.notCalendarYear" : "number.notWhole";
  const field = makeField<"wholeNumber", number, IsOptional<S>, typeof storage>("wholeNumber", settings, {
    storage,
    exported,
    schema: () =>
      oneLine((typed, context) => {
        const fiscal = mayBeFiscal ? fiscalYearsNamed(typed) : null;
        if (fiscal) return refuse(context, "number.whichFiscal", { choices: fiscal.join(", ") });
        if (!/^-?\d{1,9}$/.test(typed)) return refuse(context, notWhole);
        const number = Number(typed);
        return number >= min && number <= max
          ? number
          : refuse(context, "number.outside", { min: String(min), max: String(max) });
      }),
    type: (value) => String(value),
    show: (value) => String(value),
    doubts: (value, path, { today }) => {
      const doubt = isYear ? doubtfulDay({ year: value }, today) : null;
      return doubt ? [{ path, code: doubt.code, params: { year: String(value) }, about: value }] : [];
    },
    sample: ({ number }) => String(1850 + (number % 170)),
  });
  return { ...field, min, max, mayBeFiscal: mayBeFiscal ?? false };
}
