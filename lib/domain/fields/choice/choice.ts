import { type FieldOf, type FieldSettings, type IsOptional, makeField, oneLine, refuse } from "../field";
import { choiceSign } from "../../code-signs";
import { exported } from "./export";
import { storage } from "./storage";

export interface ChoiceSettings<C extends string> extends FieldSettings {
  /** The values, in the order in which they are offered. Their words live in messages under `choices`. */
  of: readonly C[];
  /** Takes keys besides these, which the desk keeps in a list of its own: a save asks whether they are there. */
  kept?: KeptList;
  /** Values of a list kept elsewhere, such as currencies, in words; without it their words live in messages. */
  named?: (value: string, locale: string) => string;
  /** What columns of tables hold under the same name that says none of the values; in small letters. */
  notSaidBy?: readonly string[];
}

/** The lists of choices that the desk keeps. */
export type KeptList = "subjects";

/** What every key of a kept choice looks like. */
const keptKey = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const longestKey = 60;

export interface ChoiceField<C extends string = string, O extends boolean = boolean> extends FieldOf<
  "choice",
  C,
  O,
  typeof storage
> {
  readonly of: readonly C[];
  readonly kept: KeptList | undefined;
  readonly named: ((value: string, locale: string) => string) | undefined;
  readonly notSaidBy: readonly string[];
}

/** One of a fixed set of values. */
export function choice<const C extends string, const S extends ChoiceSettings<C>>(
  settings: S & ChoiceSettings<C>,
): ChoiceField<C, IsOptional<S>> {
  const values: readonly C[] = settings.of;
  const { kept, notSaidBy = [] }: ChoiceSettings<C> = settings;
  const isKept = (typed: string): typed is C =>
    kept !== undefined && typed.length <= longestKey && keptKey.test(typed);
  const field = makeField<"choice", C, IsOptional<S>, typeof storage>("choice", settings, {
    storage,
    exported,
    schema: () =>
      oneLine(
        (typed, context) =>
          values.find((one) => one === typed) ?? (isKept(typed) ? typed : refuse(context, "choice.unknown")),
      ),
    type: (value) => value,
    show: (value, { word, locale }) => settings.named?.(value, locale) ?? word(value),
    // What the choice is called, a search asks for by its sign.
    otherWords: (value) => [choiceSign(value)],
    sample: () => values[0],
  });
  return { ...field, of: values, kept, named: settings.named, notSaidBy };
}
