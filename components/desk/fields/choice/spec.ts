import type { ChoiceField } from "@/lib/domain/fields/choice/choice";
import type { Option } from "../../form/form-spec";
import { choiceOption, type Making } from "../making";

export interface ChoiceSpec {
  kind: "choice";
  options: Option[];
}

/** A choice with all values that can be chosen, those among them that the desk keeps. */
export const choiceSpec = ({ of, kept, named }: ChoiceField, { words, locale }: Making): ChoiceSpec => ({
  kind: "choice",
  options: ((kept && words.kept?.(kept)) ?? of).map((value) =>
    named ? { value, label: named(value, locale) } : choiceOption(value, words),
  ),
});
