/** What the desk's actions answer to a form. */
import type { BlockedCode } from "@/lib/domain/blocked";
import type { Typed } from "@/lib/domain/fields/field";
import type { EntryState, Intent, RecordAction } from "@/lib/domain/lifecycle";
import type { EntryChoice } from "./form-spec";

export type { EntryState, Intent };

/** A problem in words. */
export interface ShownProblem {
  path: string;
  message: string;
}

/** A doubt in words. */
export interface ShownDoubt extends ShownProblem {
  /** Another record that it is about. */
  other?: NamedRecord;
}

export interface NamedRecord {
  /** Null where the reader may not open it at the desk. */
  href: string | null;
  title: string;
  kind: string;
}

export interface Standing {
  id: string;
  version: number;
  state: EntryState;
  publicPath: string | null;
}

export interface WriteSuccess extends Standing {
  ok: true;
  intent: Intent;
  warnings: ShownProblem[];
  /** It stood so already. */
  isUnchanged?: true;
  /** Where to go on, when not here. */
  next?: string;
}

/**
 * `sentVersion`: the version that what was typed was typed upon. `made`: the draft that was made although what was
 * asked beyond it was refused. `cleaned`: what was made plain in what was sent, by field.
 */
export type WriteRefusal = {
  ok: false;
  typed: Typed;
  sentVersion: number;
  made?: Standing;
  cleaned?: ShownProblem[];
} & (
  | { reason: "invalid"; problems: ShownProblem[] }
  /** To be confirmed by their keys, or corrected. */
  | { reason: "doubtful"; doubts: (ShownDoubt & { key: string })[] }
  | {
      reason: "stale";
      by: string;
      /** When they saved, in words. */
      at: string;
      version: number;
      theirs: Typed;
      /** Where the record stands by then, and what was done to it last. */
      state: EntryState;
      did: RecordAction;
      /** One's own account did it, from another tab or browser. */
      isOwn: boolean;
      /** The records that theirs refers to. */
      known: EntryChoice[];
    }
  | {
      reason: "blocked";
      code: BlockedCode;
      records: NamedRecord[];
    }
  | { reason: "missing" | "signedOut" | "forbidden" | "unavailable" | "network" | "failed" }
);

export type WriteAnswer = WriteSuccess | WriteRefusal;

/** What is answered to an autosave: kept, taken back since nothing is left of it, or why not. */
export type AutosaveAnswer =
  | ({ ok: true; isGone?: undefined } & Standing)
  | { ok: true; isGone: true }
  | { ok: false; reason: "signedOut" | "forbidden" | "unavailable" | "network" | "failed" }
  | WriteRefusal;

export type WriteRecord = (last: WriteAnswer | null, form: FormData) => Promise<WriteAnswer>;

/** A record that was made on the spot, as pickers show it, or why it was not. */
export type MakeAnswer =
  | { ok: true; choice: EntryChoice }
  | { ok: false; reason: "invalid"; problems: ShownProblem[] }
  | { ok: false; reason: "signedOut" | "forbidden" | "unavailable" };

export type NewPerson = { name: string; otherName: string; wikidata: string; country: string };
/** `account`: for whose account the form was drawn, which it is made for. */
export type MakePerson = (typed: NewPerson, account: string) => Promise<MakeAnswer>;

export type NewSource = { title: string; publisher: string; date: string; address: string };
export type MakeSource = (typed: NewSource, account: string) => Promise<MakeAnswer>;
