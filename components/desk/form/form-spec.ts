/** What a record's form is made of: a kind's definition with its words, as plain data that a page can send. */
import type { KindKey } from "@/lib/domain/kinds/registry";

export interface Option {
  value: string;
  label: string;
}

interface Common {
  key: string;
  label: string;
  help?: string;
  /** May stay empty in a published record. */
  optional: boolean;
}

export type TextSpec = Common & { kind: "text"; max: number; prose: boolean };
export type LinesSpec = Common & { kind: "lines"; max: number };
export type ChoiceSpec = Common & { kind: "choice"; options: Option[] };
/** Without options of its own, any country of the form's list. */
export type CountrySpec = Common & { kind: "country"; options?: Option[] };
export type PartialDateSpec = Common & { kind: "partialDate" };
/** `money`: a sum in whole units of a currency, whose digits may be grouped. */
export type NumberSpec = Common & { kind: "decimal" | "wholeNumber"; money?: boolean };
export type WebAddressSpec = Common & { kind: "webAddress" };
export type ReferenceSpec = Common & { kind: "reference"; to: KindKey; toPath: string };
export type ReferencesSpec = Common & { kind: "references"; to: KindKey; toPath: string; one: string };
/** `one` names a single row: "meeting". */
export type RowsSpec = Common & { kind: "rows"; one: string; of: FieldSpec[] };

export type FieldSpec =
  | TextSpec
  | LinesSpec
  | ChoiceSpec
  | CountrySpec
  | PartialDateSpec
  | NumberSpec
  | WebAddressSpec
  | ReferenceSpec
  | ReferencesSpec
  | RowsSpec;

export interface FormSpec {
  kind: KindKey;
  /** The segment of the kind's list at the desk. */
  path: string;
  one: string;
  many: string;
  fields: FieldSpec[];
  /** Every country, where some field offers them all. */
  countries: Option[];
  /** Two fields that hold the dossier's two countries: choosing one settles the other. */
  pair: [string, string] | null;
}

/** A record that can be referred to, as pickers show it. */
export interface EntryChoice {
  id: string;
  title: string;
  /** Its state in words. */
  state: string;
  detail?: string;
}

/** What the newest other year of trade in the dossier cites. */
export interface LastSource {
  choice: EntryChoice;
  /** The title of that year. */
  citedBy: string;
}
