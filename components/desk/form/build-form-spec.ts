/** Makes a form out of a kind's definition and the interface's words. */
import { countryCodes, countryInText, formerCodes } from "@/lib/domain/countries";
import type { Fields } from "@/lib/domain/fields/fields";
import type { Kind } from "@/lib/domain/kinds/define-kind";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { predecessorsOf, type Sides } from "@/lib/domain/sides";
import { countryOptions, type Making, type SpecWords } from "../fields/making";
import { asksAnyCountry } from "../fields/parts";
import { ownSpec } from "../fields/spec-makers";
import type { FieldSpec, FormSpec } from "./form-spec";

export type { SpecWords } from "../fields/making";

/** The form of a kind, for a record in a dossier of these sides (null: of no dossier). */
export function buildFormSpec(kind: KindKey, sides: Sides | null, words: SpecWords, locale = "en"): FormSpec {
  const definition = kindOf(kind);
  const specsOf = (fields: Fields, at: string): FieldSpec[] =>
    withPeople(
      fields,
      Object.entries(fields)
        .filter(([, field]) => isOffered(field, sides))
        .map(([key, field]) => {
          const own = wordsOf(at, key);
          return fieldSpec(key, field, { words, locale, sides, at: own, specsOf });
        }),
    );
  const fields = specsOf(definition.fields, `kinds.${kind}.fields`);
  const sideKeys = fields.filter((field) => field.kind === "country" && field.isSide).map(({ key }) => key);
  const [first, second] = sideKeys;
  return {
    kind,
    path: definition.path,
    one: words.say(`kinds.${kind}.one`),
    many: words.say(`kinds.${kind}.many`),
    fields: fields.map(withMarks(definition)).map((field) =>
      // Left empty, it has what follows: that is no omission.
      definition.following.includes(field.key) ? { ...field, optional: false, follows: true } : field,
    ),
    countries: fields.some(asksAnyCountry)
      ? byLabel(countryOptions([...countryCodes, ...formerCodes], locale), locale)
      : [],
    pair: sideKeys.length === 2 && first && second ? [first, second] : null,
  };
}

/** A figure whose standing is kept beside it. */
const withMarks =
  ({ marked = {} }: Kind) =>
  (spec: FieldSpec): FieldSpec => {
    const marks = marked[spec.key];
    return spec.kind === "decimal" && marks ? { ...spec, marks } : spec;
  };

/** A field for a side's predecessors is there where the dossier names any. */
function isOffered(field: Fields[string], sides: Sides | null): boolean {
  if (field.kind !== "country" || (field.within !== "a" && field.within !== "b")) return true;
  return sides === null || predecessorsOf(sides, field.within).length > 0;
}

/** Names that a reference stands beside: one input draws both. */
function withPeople(fields: Fields, specs: FieldSpec[]): FieldSpec[] {
  const people = Object.entries(fields).flatMap(([key, field]) =>
    field.kind === "reference" && field.beside ? { key, ...field.beside } : [],
  );
  return specs.map((spec) => {
    const own = people.find(({ key }) => key === spec.key);
    if (own) return { ...spec, drawnWith: own.name };
    const beside = people.find(({ name }) => name === spec.key);
    const label = specs.find(({ key }) => key === beside?.key)?.label ?? "";
    return beside && spec.kind === "text" ? { ...spec, person: { ...beside, label } } : spec;
  });
}

function fieldSpec(key: string, field: Fields[string], making: Making): FieldSpec {
  const { words, locale, sides, at } = making;
  const [a, b] = (sides?.parties ?? ["", ""]).map((code) => code && countryInText(code, locale));
  return {
    key,
    label: words.say(`${at}.label`, { a: a || "A", b: b || "B" }),
    ...(words.has(`${at}.help`) && { help: words.say(`${at}.help`) }),
    optional: mayStayEmpty(key, field),
    sends: field.sends,
    ...ownSpec(field.kind, field, making),
  };
}

/** Whether a record can be published without it: a list always can, but for the citations. */
function mayStayEmpty(key: string, field: Fields[string]): boolean {
  return field.optional || (key !== "citations" && field.missing([], key).length === 0);
}

/** Where the words of a field stand. Citations are the same for every kind, so theirs stand once. */
export function wordsOf(at: string, key: string): string {
  return key === "citations" ? "desk.citations" : `${at}.${key}`;
}

function byLabel<T extends { label: string }>(options: T[], locale: string): T[] {
  return options.sort((a, b) => a.label.localeCompare(b.label, locale));
}
