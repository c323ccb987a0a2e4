import { parsePartialDate, showPartialDate } from "../../partial-date";
import { type Field, type FieldSettings, type IsOptional, oneLine, refuse, settled } from "../field";

export type PartialDateField<O extends boolean = boolean> = Field<"partialDate", string, O>;

/** A date as precise as it is known, kept as EDTF (ISO 8601-2): 2014, 2014-09, 2014-09-12, 1984?, 2004/2005. */
export function partialDate<const S extends FieldSettings>(settings: S): PartialDateField<IsOptional<S>> {
  return {
    kind: "partialDate",
    ...settled<IsOptional<S>>(settings),
    schema: () =>
      oneLine((typed, context) => {
        const read = parsePartialDate(typed);
        return read.ok ? read.date.edtf : refuse(context, read.problem);
      }),
    type: (value) => value,
    show: (value, { locale }) => showPartialDate(value, locale),
  };
}
