import { parsePartialDate, showPartialDate } from "../../partial-date";
import { type FieldOf, type FieldSettings, type IsOptional, makeField, oneLine, refuse } from "../field";
import { exported } from "./export";
import { storage } from "./storage";

export type PartialDateField<O extends boolean = boolean> = FieldOf<"partialDate", string, O, typeof storage>;

/** A date as precise as it is known, kept as EDTF (ISO 8601-2): 2014, 2014-09, 2014-09-12, 1984?, 2004/2005. */
export function partialDate<const S extends FieldSettings>(settings: S): PartialDateField<IsOptional<S>> {
  return makeField("partialDate", settings, {
    storage,
    exported,
    schema: () =>
      oneLine((typed, context) => {
        const read = parsePartialDate(typed);
        return read.ok ? read.date.edtf : refuse(context, read.problem);
      }),
    type: (value: string) => value,
    show: (value, { locale }) => showPartialDate(value, locale),
    readings: (typed) =>
      typeof typed === "string" && parsePartialDate(typed).ok ? [[typed, showPartialDate(typed)]] : [],
    sample: ({ number }) => `${1993 + (number % 30)}-0${1 + (number % 9)}`,
  });
}
