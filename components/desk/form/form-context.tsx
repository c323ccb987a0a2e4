"use client";
/**
 * What the parts of one form share. What changes while the editor types is not among it: each change would draw every
 * field of the form anew.
 */
import type { Sides } from "@/lib/domain/sides";
import { createContext, useCallback, useContext, useEffect } from "react";
import { isAtOrBelow } from "@/lib/domain/paths";
import type { KindKey } from "@/lib/domain/kinds/registry";
import type { CitationMark } from "./cited-by";
import type { MakeAnswer, NewPerson, NewSource, ShownProblem } from "./answer";
import { fill, wordAt, type Words } from "./fill";
import type { BesideReference } from "./kind-panel";
import type { EntryChoice, FieldSpec, SuggestedSource, Option } from "./form-spec";
import type { TypedNow } from "./use-typed-now";

/** A field of a record that is made on the spot. */
export interface NewRecordField {
  key: string;
  label: string;
  help?: string;
}

export interface FormShared {
  /** The record's own fields. */
  fields: readonly FieldSpec[];
  /** What the form says just now. */
  typedNow: TypedNow;
  countries: readonly Option[];
  /** How dates that the page came with read. */
  readings: Readonly<Record<string, string>>;
  /** By field, how the value reads that follows from the rest of the record as it was last saved. */
  followed: Readonly<Record<string, string>>;
  /** By the path of a value, the citations that support it as it was last saved. */
  cited: Readonly<Record<string, readonly CitationMark[]>>;
  /** By path, how many open comments there are; null where none can be made yet. */
  openComments: Readonly<Record<string, number>> | null;
  kind: KindKey;
  /** Those of the dossier. */
  sides: Sides | null;
  /** Records by id, as far as this form has met them; pickers add what they find. */
  known: Map<string, EntryChoice>;
  /** The record's id, once it is saved. */
  recordId: string | null;
  dossierId: string | null;
  /** By field, the id of the row that a form without scripts has to spare. */
  spareRows: Readonly<Record<string, string>>;
  /** What the kind has beside a reference that is not chosen yet. */
  BesideReference: BesideReference | undefined;
  /** Offered where a year of trade cites nothing yet. */
  suggestedSource: SuggestedSource | null;
  /** Whether long lists of rows begin with every row open. */
  opensRows: boolean;
  /** Tells the form that something changed in a way that no input event tells. */
  touched(): void;
  /** Tells the form that a part of it holds text that no save can keep yet, such as the name of a source not chosen yet. */
  pends(part: string, isPending: boolean): void;
  /** Forgets the problems at a path and below, when rows change places under them. */
  settle(path: string): void;
  makeSource: (typed: NewSource) => Promise<MakeAnswer>;
  makePerson: (typed: NewPerson) => Promise<MakeAnswer>;
  /** What is asked of a source, and of a person, that is made on the spot. */
  sourceFields: readonly NewRecordField[];
  personFields: readonly NewRecordField[];
  /** Asks the editor to sign in again, then goes on. */
  signInAgain(then: () => void): void;
}

const FormContext = createContext<FormShared | null>(null);

export const FormProvider = FormContext.Provider;

const ProblemsContext = createContext<readonly ShownProblem[]>([]);

/** Tells the fields of a form what is wrong with them. */
export const ProblemsProvider = ProblemsContext.Provider;

/** What the form around a field shares. Throws outside a form. */
export function useForm(): FormShared {
  const shared = useContext(FormContext);
  if (!shared) throw new Error("A field stands outside a form");
  return shared;
}

const WordsContext = createContext<Words>({});

/** Gives the parts of a form its words. */
export const WordsProvider = WordsContext.Provider;

/** Words of the form by key, with their places filled. */
export function useWords(): (key: string, params?: Record<string, string | number>) => string {
  const words = useContext(WordsContext);
  return useCallback(
    (key, params) => (params ? fill(wordAt(words, key), params) : wordAt(words, key)),
    [words],
  );
}

/** The problem at exactly this path, if there is one. */
export function useProblem(path: string): string | undefined {
  return useContext(ProblemsContext).find((problem) => problem.path === path)?.message;
}

/** The paths of the problems below this path. */
export function useProblemPaths(base: string): string[] {
  return useContext(ProblemsContext).flatMap(({ path }) => (isAtOrBelow(path, base) ? [path] : []));
}

/** Tells the form while this part of it holds text that no save can keep yet. */
export function usePending(part: string, isPending: boolean): void {
  const { pends } = useForm();
  useEffect(() => {
    if (!isPending) return;
    pends(part, true);
    return () => pends(part, false);
  }, [pends, part, isPending]);
}
