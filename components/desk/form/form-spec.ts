/** What a record's form is made of: a kind's definition with its words, as plain data that a page can send. */
import type { Sends } from "@/lib/domain/fields/typed";
import type { KindKey } from "@/lib/domain/kinds/registry";
import type { FieldSpec } from "../fields/specs";

export type { FieldSpec } from "../fields/specs";

export interface Option {
  value: string;
  label: string;
}

/** What the specs of all field kinds share. */
export interface CommonSpec {
  key: string;
  label: string;
  help?: string;
  /** May stay empty in a published record. */
  optional: boolean;
  sends: Sends;
  /** The key of the text field beside it whose input draws this one as well. */
  drawnWith?: string;
  /** Its value follows from other fields unless it is stated otherwise. */
  follows?: true;
}

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
  /** Of a person: what they have been. */
  offices?: readonly OfficeChoice[];
}

/** An office that a person has held, with dates as EDTF. */
export interface OfficeChoice {
  office: string;
  rank?: string;
  from?: string;
  to?: string;
}

/** What the newest other year of trade in the dossier cites. */
export interface SuggestedSource {
  choice: EntryChoice;
  /** The title of that year. */
  citedBy: string;
}
