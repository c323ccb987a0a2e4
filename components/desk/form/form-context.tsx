"use client";
/** What the parts of one form share. */
import { createContext, useContext } from "react";
import type { MakeSource, ShownProblem } from "./answer";
import { fill, wordAt, type Words } from "./fill";
import type { BesideReference } from "./kind-panel";
import type { EntryChoice, SuggestedSource, Option } from "./form-spec";

export interface FormShared {
  words: Words;
  countries: readonly Option[];
  /** How dates that the page came with read. */
  readings: Readonly<Record<string, string>>;
  /** Records by id, as far as this form has met them; pickers add what they find. */
  known: Map<string, EntryChoice>;
  dossierId: string | null;
  /** By field, the id of the row that a form without scripts has to spare. */
  spareRows: Readonly<Record<string, string>>;
  /** What the kind has beside a reference that is not chosen yet. */
  BesideReference: BesideReference | undefined;
  /** Offered where a year of trade cites nothing yet. */
  suggestedSource: SuggestedSource | null;
  problems: readonly ShownProblem[];
  /** Tells the form that something changed in a way that no input event tells. */
  touched(): void;
  /** Forgets the problems at a path and below, when rows change places under them. */
  settle(path: string): void;
  makeSource: MakeSource;
  /** The labels of a source's fields, for making one on the spot. */
  sourceFields: readonly { key: string; label: string }[];
  /** Asks the editor to sign in again, then goes on. */
  signInAgain(then: () => void): void;
}

const FormContext = createContext<FormShared | null>(null);

export const FormProvider = FormContext.Provider;

/** What the form around a field shares. Throws outside a form. */
export function useForm(): FormShared {
  const shared = useContext(FormContext);
  if (!shared) throw new Error("A field stands outside a form");
  return shared;
}

/** Words of the form by key, with their places filled. */
export function useWords(): (key: string, params?: Record<string, string | number>) => string {
  const { words } = useForm();
  return (key, params) => (params ? fill(wordAt(words, key), params) : wordAt(words, key));
}

/** The problem at exactly this path, if there is one. */
export function useProblem(path: string): string | undefined {
  return useForm().problems.find((problem) => problem.path === path)?.message;
}
