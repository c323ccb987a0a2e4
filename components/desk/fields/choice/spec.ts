import type { ChoiceField } from "@/lib/domain/fields/choice/choice";
import type { Option } from "../../form/form-spec";
import { choiceOption, type Making } from "../making";

export interface ChoiceSpec {
  kind: "choice";
  options: Option[];
}

export const choiceSpec = ({ of }: ChoiceField, { words }: Making): ChoiceSpec => ({
  kind: "choice",
  options: of.map((value) => choiceOption(value, words)),
});
