import { type FieldOf, type FieldSettings, type IsOptional, makeField, oneLine, refuse } from "../field";
import { exported } from "./export";
import { storage } from "./storage";

export interface ChoiceSettings<C extends string> extends FieldSettings {
  /** The values, in the order in which they are offered. Their words live in messages under `choices`. */
  of: readonly C[];
}

export interface ChoiceField<C extends string = string, O extends boolean = boolean> extends FieldOf<
  "choice",
  C,
  O,
  typeof storage
> {
  readonly of: readonly C[];
}

/** One of a fixed set of values. */
export function choice<const C extends string, const S extends ChoiceSettings<C>>(
  settings: S & ChoiceSettings<C>,
): ChoiceField<C, IsOptional<S>> {
  const values: readonly C[] = settings.of;
  const field = makeField<"choice", C, IsOptional<S>, typeof storage>("choice", settings, {
    storage,
    exported,
    schema: () =>
      oneLine((typed, context) => values.find((one) => one === typed) ?? refuse(context, "choice.unknown")),
    type: (value) => value,
    show: (value, { word }) => word(value),
    sample: () => values[0],
  });
  return { ...field, of: values };
}
