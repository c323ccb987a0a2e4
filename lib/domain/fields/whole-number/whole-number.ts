import { type Field, type FieldSettings, type IsOptional, oneLine, refuse, settled } from "../field";

export interface WholeNumberSettings extends FieldSettings {
  min: number;
  max: number;
}

export type WholeNumberField<O extends boolean = boolean> = Field<"wholeNumber", number, O> & {
  readonly min: number;
  readonly max: number;
};

/** A whole number between two bounds, such as a year. Shown without grouping. */
export function wholeNumber<const S extends WholeNumberSettings>(
  settings: S,
): WholeNumberField<IsOptional<S>> {
  return {
    kind: "wholeNumber",
    ...settled<IsOptional<S>>(settings),
    min: settings.min,
    max: settings.max,
    schema: () =>
      oneLine((typed, context) => {
        if (!/^-?\d{1,9}$/.test(typed)) return refuse(context, "number.notWhole");
        const number = Number(typed);
        return number >= settings.min && number <= settings.max
          ? number
          : refuse(context, "number.outside", { min: String(settings.min), max: String(settings.max) });
      }),
    type: (value) => String(value),
    show: (value) => String(value),
  };
}
