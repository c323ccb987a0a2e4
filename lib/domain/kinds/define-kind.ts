/** How a record kind is defined: its fields, the rules between them, and what lists and addresses make of it. */
import { type Draft, type Fields, type Values } from "../fields/field";
import { reference } from "../fields/reference/reference";
import { rows } from "../fields/rows/rows";
import { text } from "../fields/text/text";

/** A rule between several fields. It holds vacuously for a draft that has not got that far. */
export interface Rule<F extends Fields> {
  /** The field beside which the problem is shown. */
  on: Extract<keyof F, string>;
  /** The problem's code; its words live in messages under `problems`. */
  says: string;
  holds(values: Draft<F>, context: KindContext): boolean;
  /** What the problem's words need to name. */
  params?(values: Draft<F>): Record<string, string | number>;
}

export interface KindContext {
  /** The dossier's two countries, null where the record belongs to none. */
  readonly parties: readonly [string, string] | null;
}

export interface KindSettings<K extends string, F extends Fields> {
  key: K;
  /** The segment of its list's address, for readers and at the desk. */
  path: string;
  /** Belongs to a dossier; dossiers themselves and sources do not. */
  inDossier: boolean;
  /** Needs at least one citation before it can be published. */
  cited: boolean;
  /** Has a public page of its own at `/{dossier}/{path}/{slug}`. */
  ownPage: boolean;
  fields: F;
  rules?: readonly Rule<F>[];
  titledBy(values: Draft<F>): string;
  /** The last part of its address, made at first publication. */
  sluggedBy(values: Draft<F>): string;
  /** The date field by which lists are sorted, newest first. */
  sortedBy?: Extract<keyof F, string>;
  /** Fields whose values together may stand only once in a dossier (of a kind outside dossiers: once at all). */
  uniqueBy?: readonly Extract<keyof F, string>[];
}

/** The citations that every kind but the source carries: which source, where in it, for which field. */
export const citation = {
  source: reference({ to: "source" }),
  field: text({ max: 60, optional: true, pattern: { matches: /^[a-zA-Z]+$/, otherwise: "citation.field" } }),
  place: text({ max: 200, optional: true }),
  quotation: text({ max: 2000, optional: true, prose: true }),
};
export type CitationFields = typeof citation;

export interface Kind<K extends string = string, F extends Fields = Fields> extends KindSettings<K, F> {
  readonly rules: readonly Rule<F>[];
}

type WithCitations<F extends Fields> = F & { citations: ReturnType<typeof rows<CitationFields>> };

/** Defines a record kind. Everything else (form, checks, list, citations, CSV, JSON) reads the definition. */
export function defineKind<const K extends string, F extends Fields, const C extends boolean>(
  settings: KindSettings<K, F> & { cited: C },
): Kind<K, C extends true ? WithCitations<F> : F> {
  const fields = settings.cited ? { ...settings.fields, citations: rows({ of: citation }) } : settings.fields;
  return { ...settings, fields, rules: settings.rules ?? [] } as unknown as ReturnType<
    typeof defineKind<K, F, C>
  >;
}

/** What a published record of a kind holds. */
export type RecordOf<T extends { fields: Fields }> = Values<T["fields"]>;
export type DraftOf<T extends { fields: Fields }> = Draft<T["fields"]>;
