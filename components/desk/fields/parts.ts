/** What the desk makes of a field besides its input, kind by kind: its words, its room in forms, its filter. */
import type { TypedValue } from "@/lib/domain/fields/field";
import type { FieldKindName } from "@/lib/domain/fields/fields";
import type { Option } from "../form/form-spec";
import { choicePart } from "./choice/part";
import { countryPart } from "./country/part";
import { decimalPart } from "./decimal/part";
import { filePart } from "./file/part";
import { linesPart } from "./lines/part";
import { pathsPart } from "./paths/part";
import { partialDatePart } from "./partial-date/part";
import { referencePart, referencesPart } from "./reference/part";
import { rowsPart } from "./rows/part";
import type { FieldSpec, SpecOf } from "./specs";
import { textPart } from "./text/part";
import { webAddressPart } from "./web-address/part";
import { wholeNumberPart } from "./whole-number/part";

/** What it takes to put typed values in words, whatever record they are of. */
export interface Wording {
  countries: readonly Option[];
  /** The title of a record by its id. */
  titleOf(id: string): string;
  /** A stored date as it reads; as typed where that is not known. */
  readingOf(date: string): string;
  /** Stands for a row that is not there. */
  goneRow: string;
}

/** What it takes to put the values of one version of a record in words. */
export interface Describing extends Wording {
  /** What the value at a path is called. */
  nameOf(path: string): string;
}

/** A word of the form by its key, with its places filled. */
export type HelpWord = (key: string, params?: Record<string, string | number>) => string;

export interface FieldPart<K extends FieldKindName> {
  /** What was typed, as lines of plain words; never asked of an empty field. */
  describe(spec: SpecOf<K>, typed: TypedValue, describing: Describing): string[];
  /** Whether its input is short enough to share a line with another. */
  isShort(spec: SpecOf<K>): boolean;
  /** How values of its kind are put in, whatever the field is. */
  help?(spec: SpecOf<K>, word: HelpWord): string;
  /** Stands in lists as a figure, with its digits below one another. */
  isFigure?: true;
  /** What a list can be filtered by, of a kind that has such values. */
  options?(spec: SpecOf<K>, countries: readonly Option[]): readonly Option[];
  /** What stands below it is called, where something does: its rows and their fields. */
  labelWithin?(spec: SpecOf<K>, within: readonly string[], typed: TypedValue | undefined): string;
  /** Whether its input offers every country there is. */
  asksAnyCountry?(spec: SpecOf<K>): boolean;
}

const parts: { [K in FieldKindName]: FieldPart<K> } = {
  text: textPart,
  lines: linesPart,
  choice: choicePart,
  country: countryPart,
  decimal: decimalPart,
  partialDate: partialDatePart,
  wholeNumber: wholeNumberPart,
  webAddress: webAddressPart,
  reference: referencePart,
  references: referencesPart,
  paths: pathsPart,
  file: filePart,
  rows: rowsPart,
};

function describeOne<K extends FieldKindName>(
  kind: K,
  spec: SpecOf<K>,
  typed: TypedValue,
  describing: Describing,
): string[] {
  return parts[kind].describe(spec, typed, describing);
}

/** The value of a field as lines of plain words; none where it is empty. */
export function describeTyped(
  spec: FieldSpec,
  typed: TypedValue | undefined,
  describing: Describing,
): string[] {
  return typed === undefined || typed.length === 0 ? [] : describeOne(spec.kind, spec, typed, describing);
}

/** What stands at the parts of a path below a field is called; the field's own label where nothing is below it. */
export function labelWithin(
  spec: FieldSpec,
  within: readonly string[],
  typed: TypedValue | undefined,
): string {
  const ask = <K extends FieldKindName>(kind: K, one: SpecOf<K>) =>
    parts[kind].labelWithin?.(one, within, typed);
  return ask(spec.kind, spec) ?? spec.label;
}

/** Whether a field shares a line with another in forms. */
export function isShort(spec: FieldSpec): boolean {
  const ask = <K extends FieldKindName>(kind: K, one: SpecOf<K>) => parts[kind].isShort(one);
  return ask(spec.kind, spec);
}

/** What helps with a field: its own words, and how values of its kind are put in. */
export function helpOf(spec: FieldSpec, word: HelpWord): string[] {
  const ask = <K extends FieldKindName>(kind: K, one: SpecOf<K>) => parts[kind].help?.(one, word);
  return [spec.help, ask(spec.kind, spec)].flatMap((text) => text || []);
}

/** Whether sums of money are typed into a field, or into its rows. */
export function holdsSums(spec: FieldSpec): boolean {
  if (spec.kind === "rows") return spec.of.some(holdsSums);
  return spec.kind === "decimal" && spec.money;
}

/** Whether a kind of field stands in lists as a figure. */
export function isFigure(kind: FieldKindName): boolean {
  return parts[kind].isFigure ?? false;
}

/** What a list can be filtered by a field; undefined for a field that has no values to choose from. */
export function optionsOf(spec: FieldSpec, countries: readonly Option[]): readonly Option[] | undefined {
  const ask = <K extends FieldKindName>(kind: K, one: SpecOf<K>) => parts[kind].options?.(one, countries);
  return ask(spec.kind, spec);
}

/** Whether a field offers every country there is. */
export function asksAnyCountry(spec: FieldSpec): boolean {
  const ask = <K extends FieldKindName>(kind: K, one: SpecOf<K>) => parts[kind].asksAnyCountry?.(one);
  return ask(spec.kind, spec) ?? false;
}
