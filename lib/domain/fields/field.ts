/** What every field kind has in common, and the types that a set of fields implies. */
import { z } from "zod";

/** What a field needs to know of the record around it to judge what was typed. */
export interface ParseContext {
  /** The dossier's two countries (ISO 3166-1 alpha-2), null where the record belongs to no dossier. */
  readonly parties: readonly [string, string] | null;
}

/** The setting that lists and exports share: how to put a value in words. */
export interface ShowContext {
  /** BCP 47 language tag. */
  readonly locale: string;
  /** The word for a choice's value, as the interface says it. */
  readonly word: (choice: string) => string;
}

export interface FieldSettings {
  /** May be left empty even when the record is published. */
  optional?: boolean;
  /** Stands as a column in the desk's list. */
  inList?: boolean;
  /** Can be filtered by at the desk. Choice and country fields only. */
  facet?: boolean;
}

/** What a form sends for one field: a string, several strings, or rows of further fields. */
export type Typed = { [field: string]: string | string[] | Typed[] };

/**
 * One field of a record kind. `V` is the value it holds; an empty field holds undefined
 * (or an empty array, for the kinds that hold several).
 */
export interface Field<K extends string = string, V = unknown, O extends boolean = boolean> {
  readonly kind: K;
  readonly optional: O;
  readonly inList: boolean;
  readonly facet: boolean;
  /** Parses what was typed; issues carry a problem code as message and its parameters in `params`. */
  schema(context: ParseContext): z.ZodType<V | undefined>;
  /** What a form shows for a stored value: the inverse of `schema`. */
  type(value: V): string | string[] | Typed[];
  /** The value in plain words, for lists, comparisons and CSV. */
  show(value: V, context: ShowContext): string;
  readonly __value?: V;
}

export type AnyField = Field<string, never, boolean> | Field<string, any, boolean>; // eslint-disable-line @typescript-eslint/no-explicit-any -- a field of whatever value
export type Fields = Readonly<Record<string, AnyField>>;

type ValueOf<F> = F extends Field<string, infer V, boolean> ? V : never;
type Many = readonly unknown[];
type RequiredKeys<F extends Fields> = {
  [K in keyof F]: ValueOf<F[K]> extends Many ? K : F[K] extends Field<string, unknown, false> ? K : never;
}[keyof F];

/** A complete record: what a published record of these fields holds. */
export type Values<F extends Fields> = {
  [K in RequiredKeys<F>]: ValueOf<F[K]>;
} & {
  [K in Exclude<keyof F, RequiredKeys<F>>]?: ValueOf<F[K]>;
};

/** A draft: every field may still be empty. */
export type Draft<F extends Fields> = { [K in keyof F]?: ValueOf<F[K]> };

/** Adds a problem code to a zod refinement; the words for it live in messages under `problems`. */
export function refuse(
  context: z.RefinementCtx,
  code: string,
  params: Record<string, string | number> = {},
): never {
  context.addIssue({ code: "custom", message: code, params });
  return z.NEVER;
}

/** The schema of a field that is typed as one line: trims, and reads an empty line as undefined. */
export function oneLine<V>(read: (typed: string, context: z.RefinementCtx) => V): z.ZodType<V | undefined> {
  return z
    .string()
    .max(200_000)
    .optional()
    .transform((raw, context) => {
      const typed = (raw ?? "").trim();
      return typed === "" ? undefined : read(typed, context);
    });
}

/** Settings with their defaults, so that field kinds need not repeat them. */
export function settled<O extends boolean>(settings: FieldSettings) {
  return {
    optional: (settings.optional ?? false) as O,
    inList: settings.inList ?? false,
    facet: settings.facet ?? false,
  };
}

/** The `optional` of a field as its settings literally say it, for the types above. */
export type IsOptional<S> = S extends { optional: true } ? true : false;
