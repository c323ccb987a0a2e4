/** Every kind of field, and the types that a set of fields implies. */
import type { ChoiceField } from "./choice/choice";
import type { CountryField } from "./country/country";
import type { DecimalField } from "./decimal/decimal";
import type { FileField } from "./file/file";
import type { LinesField } from "./lines/lines";
import type { PathsField } from "./paths/paths";
import type { PartialDateField } from "./partial-date/partial-date";
import type { ReferenceField, ReferencesField } from "./reference/reference";
import type { RowsField } from "./rows/rows";
import type { TextField } from "./text/text";
import type { WebAddressField } from "./web-address/web-address";
import type { WholeNumberField } from "./whole-number/whole-number";

/** The kinds that hold one value, or lines of one text: those that a row can have. */
export interface RowFieldByKind {
  text: TextField;
  lines: LinesField;
  choice: ChoiceField;
  country: CountryField;
  decimal: DecimalField;
  partialDate: PartialDateField;
  wholeNumber: WholeNumberField;
  webAddress: WebAddressField;
  reference: ReferenceField;
  paths: PathsField;
  file: FileField;
}

export interface FieldByKind extends RowFieldByKind {
  references: ReferencesField;
  rows: RowsField;
}

export type FieldKindName = keyof FieldByKind;
export type Field = FieldByKind[FieldKindName];
export type Fields = Readonly<Record<string, Field>>;
/** The fields of a row: rows within rows, and several references in one, would need tables of tables. */
export type RowFields = Readonly<Record<string, RowFieldByKind[keyof RowFieldByKind]>>;

type ValueOf<F> = F extends { readonly __value?: infer V } ? Exclude<V, undefined> : never;
type Many = readonly unknown[];
type RequiredKeys<F extends Fields> = {
  [K in keyof F]: F[K] extends { readonly optional: true }
    ? never
    : ValueOf<F[K]> extends Many
      ? K
      : F[K] extends { readonly optional: false }
        ? K
        : never;
}[keyof F];

/** A complete record: what a published record of these fields holds. */
export type Values<F extends Fields> = {
  [K in RequiredKeys<F>]: ValueOf<F[K]>;
} & {
  [K in Exclude<keyof F, RequiredKeys<F>>]?: ValueOf<F[K]>;
};

/** A draft: every field may still be empty. */
export type Draft<F extends Fields> = { [K in keyof F]?: ValueOf<F[K]> };
