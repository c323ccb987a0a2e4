/** What the page of a record gives to its form. */
import type { ReactNode } from "react";
import type { Typed } from "@/lib/domain/fields/field";
import type { Sides } from "@/lib/domain/sides";
import type { SignInWords } from "../sign-in-form";
import type { EntryState, MakePerson, MakeSource, ShownProblem, Standing, WriteRecord } from "./answer";
import type { Words } from "./fill";
import type { NewRecordField } from "./form-context";
import type { EntryChoice, FormSpec, SuggestedSource } from "./form-spec";
import type { PreviewTyped } from "./preview/typed-preview";

/** A record as it stands, and the words and actions that its form needs. */
export interface RecordFormProps {
  spec: FormSpec;
  words: Words;
  /** Null for a record that is not saved yet. */
  standing: Standing | null;
  dossierId: string | null;
  /** Those of the dossier. */
  sides: Sides | null;
  /** The words of problems as they are written, for the doubts that are shown while it is typed in. */
  problemWords: Words;
  typed: Typed;
  /** What the draft is warned of as it stands: mistakes that it keeps, other records that are the same. */
  warnings: ShownProblem[];
  /** By field, the id of the row that a form without scripts has to spare. */
  spareRows: Readonly<Record<string, string>>;
  known: EntryChoice[];
  suggestedSource: SuggestedSource | null;
  readings: Record<string, string>;
  followed: Record<string, string>;
  sourceFields: NewRecordField[];
  personFields: NewRecordField[];
  badges: Record<EntryState, ReactNode>;
  /** What taking the record away would break; null where nothing refers to it. */
  breaks?: ReactNode;
  canPublish: boolean;
  /** Whether its dossier asks for a review. */
  asksReview: boolean;
  /** By path, how many open comments there are; null where none can be made yet. */
  openComments: Readonly<Record<string, number>> | null;
  /** What is said on arrival, as after the first save. */
  greeting?: string;
  /** What was done to the record just before this page. */
  did?: string;
  /** Whether long lists of rows begin with every row open. */
  opensRows: boolean;
  /** The path of the field to begin in. */
  focusOn?: string;
  write: WriteRecord;
  makeSource: MakeSource;
  makePerson: MakePerson;
  /** The id of the account that types. */
  account: string;
  preview: PreviewTyped;
  /** For signing in again where the session ended meanwhile. */
  signIn: { words: SignInWords; email: string };
  /** What the page has beside the form: sections, drawn by it. */
  side?: ReactNode;
}

/** The same as pages send it: what it holds and which records it names, packed. */
export interface PackedFormProps extends Omit<RecordFormProps, "typed" | "known"> {
  packed: string;
}
