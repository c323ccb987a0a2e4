/** What it takes to make the specs of fields: the interface's words and the record's setting. */
import { countryLabel } from "@/lib/domain/countries";
import type { KeptList } from "@/lib/domain/fields/choice/choice";
import type { Fields } from "@/lib/domain/fields/fields";
import type { Sides } from "@/lib/domain/sides";
import type { Option } from "../form/form-spec";
import type { FieldSpec } from "./specs";

/** The interface's words, by their whole key. */
export interface SpecWords {
  say(key: string, params?: Record<string, string>): string;
  has(key: string): boolean;
  /** All keys of a list of choices that the desk keeps, in its order; only the default ones where this is missing. */
  kept?(list: KeptList): readonly string[];
}

export interface Making {
  words: SpecWords;
  locale: string;
  /** The dossier's sides, null where the record belongs to none. */
  sides: Sides | null;
  /** Where the words of the field itself stand. */
  at: string;
  /** The specs of the fields that a field holds, whose words stand at `at`. */
  specsOf(fields: Fields, at: string): FieldSpec[];
}

/** The word for a choice; codes such as USD or FOB stand for themselves. */
export function choiceOption(value: string, words: SpecWords): Option {
  const key = `choices.${value}`;
  return { value, label: words.has(key) ? words.say(key) : value };
}

/** Countries by name, in the order given. */
export function countryOptions(codes: readonly string[], locale: string): Option[] {
  return codes.map((value) => ({ value, label: countryLabel(value, locale) }));
}
