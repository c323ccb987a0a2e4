import { type Field, type FieldSettings, type IsOptional, oneLine, refuse, settled } from "../field";

export interface ChoiceSettings<C extends string> extends FieldSettings {
  /** The values, in the order in which they are offered. Their words live in messages under `choices`. */
  of: readonly C[];
}

export type ChoiceField<C extends string = string, O extends boolean = boolean> = Field<"choice", C, O> & {
  readonly of: readonly C[];
};

/** One of a fixed set of values. */
export function choice<const C extends string, const S extends ChoiceSettings<C>>(
  settings: S & ChoiceSettings<C>,
): ChoiceField<C, IsOptional<S>> {
  return {
    kind: "choice",
    ...settled<IsOptional<S>>(settings),
    of: settings.of,
    schema: () =>
      oneLine((typed, context) =>
        (settings.of as readonly string[]).includes(typed) ? (typed as C) : refuse(context, "choice.unknown"),
      ),
    type: (value) => value,
    show: (value, { word }) => word(value),
  };
}
