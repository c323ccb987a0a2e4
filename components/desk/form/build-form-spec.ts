/** Makes a form out of a kind's definition and the interface's words. */
import { countryCodes, countryName } from "@/lib/domain/countries";
import type { Fields } from "@/lib/domain/fields/field";
import { kindOf, kinds, type KindKey } from "@/lib/domain/kinds/registry";
import type { FieldSpec, FormSpec, Option } from "./form-spec";

/** The interface's words, by their whole key. */
export interface SpecWords {
  say(key: string, params?: Record<string, string>): string;
  has(key: string): boolean;
}

interface Making {
  words: SpecWords;
  locale: string;
  parties: readonly [string, string] | null;
}

/** The form of a kind, for a record in a dossier of these two countries (null: of no dossier). */
export function buildFormSpec(
  kind: KindKey,
  parties: readonly [string, string] | null,
  words: SpecWords,
  locale = "en",
): FormSpec {
  const definition = kindOf(kind);
  const making = { words, locale, parties };
  const fields = fieldSpecs(definition.fields, `kinds.${kind}.fields`, making);
  const citations = fields.find((field) => field.key === "citations");
  if (citations?.kind === "rows") citations.of = citations.of.map((field) => citedField(field, fields));
  return {
    kind,
    path: definition.path,
    one: words.say(`kinds.${kind}.one`),
    many: words.say(`kinds.${kind}.many`),
    fields,
    countries: fields.some(offersAllCountries) ? countryOptions(countryCodes, locale) : [],
    pair: pairOf(definition.fields),
  };
}

function fieldSpecs(fields: Fields, at: string, making: Making): FieldSpec[] {
  return Object.entries(fields).map(([key, field]) => {
    const { words, locale, parties } = making;
    const [a, b] = (parties ?? ["", ""]).map((code) => code && countryName(code, locale));
    const own = wordsOf(at, key);
    return {
      key,
      label: words.say(`${own}.label`, { a: a || "A", b: b || "B" }),
      ...(words.has(`${own}.help`) && { help: words.say(`${own}.help`) }),
      optional: field.optional,
      ...ownPart(field as unknown as AnyDefinition, own, making),
    } as FieldSpec;
  });
}

/** Where the words of a field stand. Citations are the same for every kind, so theirs stand once. */
export function wordsOf(at: string, key: string): string {
  return key === "citations" ? "desk.citations" : `${at}.${key}`;
}

/** A field's definition as far as forms read it. */
type AnyDefinition =
  | { kind: "text"; max: number; prose: boolean }
  | { kind: "lines"; max: number }
  | { kind: "choice"; of: readonly string[] }
  | { kind: "country"; within: "world" | "dossier"; also: readonly string[] }
  | { kind: "decimal"; money: boolean }
  | { kind: "partialDate" | "wholeNumber" | "webAddress" }
  | { kind: "reference" | "references"; to: KindKey }
  | { kind: "rows"; of: Fields };

function ownPart(field: AnyDefinition, at: string, { words, ...making }: Making): object {
  switch (field.kind) {
    case "text":
      return { kind: field.kind, max: field.max, prose: field.prose };
    case "lines":
      return { kind: field.kind, max: field.max };
    case "decimal":
      return { kind: field.kind, money: field.money };
    case "choice":
      return { kind: field.kind, options: field.of.map((value) => choiceOption(value, words)) };
    case "country": {
      const also = field.also.map((value) => choiceOption(value, words));
      if (field.within === "world" || !making.parties) return { kind: field.kind };
      return {
        kind: field.kind,
        options: [...countryOptions(making.parties, making.locale, false), ...also],
      };
    }
    case "reference":
      return { kind: field.kind, to: field.to, toPath: kinds[field.to].path };
    case "references":
      return { kind: field.kind, to: field.to, toPath: kinds[field.to].path, one: words.say(`${at}.one`) };
    case "rows":
      return {
        kind: field.kind,
        one: words.say(`${at}.one`),
        of: fieldSpecs(field.of, `${at}.of`, { words, ...making }),
      };
    default:
      return { kind: field.kind };
  }
}

/** The word for a choice; codes such as USD or FOB stand for themselves. */
function choiceOption(value: string, words: SpecWords): Option {
  const key = `choices.${value}`;
  return { value, label: words.has(key) ? words.say(key) : value };
}

function countryOptions(codes: readonly string[], locale: string, sorted = true): Option[] {
  const options = codes.map((value) => ({ value, label: countryName(value, locale) }));
  return sorted ? options.sort((a, b) => a.label.localeCompare(b.label, locale)) : options;
}

function offersAllCountries(field: FieldSpec): boolean {
  if (field.kind === "rows") return field.of.some(offersAllCountries);
  return field.kind === "country" && !field.options;
}

/** What a citation supports is chosen among the record's own fields rather than typed. */
function citedField(field: FieldSpec, fields: readonly FieldSpec[]): FieldSpec {
  if (field.key !== "field") return field;
  const { key, label, help, optional } = field;
  const options = fields
    .filter((one) => one.key !== "citations")
    .map((one) => ({ value: one.key, label: one.label }));
  return { key, label, help, optional, kind: "choice", options };
}

/** The two country fields of the dossier's sides, where there are exactly two. */
function pairOf(fields: Fields): [string, string] | null {
  const sides = Object.entries(fields).filter(([, field]) => {
    const one = field as unknown as AnyDefinition;
    return one.kind === "country" && one.within === "dossier" && one.also.length === 0;
  });
  const [first, second] = sides.map(([key]) => key);
  return sides.length === 2 && first && second ? [first, second] : null;
}
