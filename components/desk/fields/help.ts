"use client";
/** The help of fields, said once for those that stand together. */
import { createContext, useContext } from "react";
import { useWords } from "../form/form-context";
import { type HelpWord, helpOf } from "./parts";
import type { FieldSpec } from "./specs";

/** What helps with a field: what is shown below it, and the elements elsewhere in which the rest is said. */
export interface Helped {
  shows: readonly string[];
  saidAt: readonly string[];
}

const HelpContext = createContext<ReadonlyMap<string, Helped> | null>(null);

/** Tells fields, by their keys, what of their help is said elsewhere; null: nothing is. */
export const HelpProvider = HelpContext.Provider;

/** What helps with a field where it stands. */
export function useHelp(spec: FieldSpec): Helped {
  const word = useWords();
  return useContext(HelpContext)?.get(spec.key) ?? { shows: helpOf(spec, word), saidAt: [] };
}

/** The id of what is said below the field with this control. */
export const helpId = (control: string) => `${control}-help`;

/** Fields one after another: what the one just before says is not said again. `idOf` gives the id of a field's control. */
export function helpInTurn(
  fields: readonly FieldSpec[],
  word: HelpWord,
  idOf: (field: FieldSpec) => string,
): ReadonlyMap<string, Helped> {
  const found = new Map<string, Helped>();
  let said = new Map<string, string>();
  for (const field of fields) {
    const all = helpOf(field, word);
    const shows = all.filter((text) => !said.has(text));
    const saidAt = [...new Set(all.flatMap((text) => said.get(text) ?? []))];
    found.set(field.key, { shows, saidAt });
    said = new Map(all.map((text) => [text, said.get(text) ?? helpId(idOf(field))]));
  }
  return found;
}

/** A help that fields of each row have, with their labels. */
export interface RowHelp {
  id: string;
  labels: readonly string[];
  text: string;
}

/** The help of a list of rows, to be said once above them, and what that leaves to each of their fields: nothing. */
export function helpOfRows(
  of: readonly FieldSpec[],
  word: HelpWord,
  control: string,
): { above: readonly RowHelp[]; within: ReadonlyMap<string, Helped> } {
  const above: (RowHelp & { labels: string[] })[] = [];
  const within = new Map<string, Helped>();
  for (const field of of) {
    const saidAt = helpOf(field, word).map((text) => {
      const known = above.find((one) => one.text === text);
      if (known) {
        known.labels.push(field.label);
        return known.id;
      }
      const id = `${helpId(control)}-${above.length}`;
      above.push({ id, labels: [field.label], text });
      return id;
    });
    within.set(field.key, { shows: [], saidAt });
  }
  return { above, within };
}
