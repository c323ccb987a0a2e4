/** What every field kind has in common: what a field can be asked, and how a kind answers for its values. */
import { z } from "zod";
import { fold } from "../folding";
import type { Predecessor } from "../sides";
import { byContext } from "./by-context";
import type { ExportedField } from "./export";
import type { FieldStorage } from "./storage";
import type { Sends, TypedValue } from "./typed";

export type { Typed, TypedValue } from "./typed";

/** What a field needs to know of the record around it to judge what was typed. */
export interface ParseContext {
  /** The dossier's two countries (ISO 3166-1 alpha-2), null where the record belongs to no dossier. */
  readonly parties: readonly [string, string] | null;
  /** Those that stood in their place before, as the dossier names them. */
  readonly predecessors?: readonly Predecessor[] | undefined;
}

/** What a field needs to know to say what is doubtful about a value. */
export interface DoubtContext {
  /** The day it is, as an ISO day. */
  readonly today: string;
}

/** Something doubtful about one value: its code under `problems`, and the value that it speaks of. */
export interface FieldDoubt {
  path: string;
  code: string;
  params?: Record<string, string | number>;
  about: unknown;
}

/** The setting that lists and exports share: how to put a value in words. */
export interface ShowContext {
  /** BCP 47 language tag. */
  readonly locale: string;
  /** The word for a choice's value, as the interface says it. */
  readonly word: (choice: string) => string;
}

/** What a made-up value is made from. */
export interface SampleContext {
  key: string;
  /** Another for each record. */
  number: number;
  /** Countries not used yet, taken from the front. */
  countries: string[];
}

export interface FieldSettings {
  /** May be left empty even when the record is published. */
  optional?: boolean;
  /** Stands as a column in the desk's list. */
  inList?: boolean;
  /** Can be filtered by at the desk. Choice and country fields only. */
  facet?: boolean;
}

/** The values of a record or of a row by field, seen without their types. */
export type Held = Readonly<Record<string, unknown>>;

/** A text that a record holds, for excerpts. */
export interface HeldText {
  text: string;
  /** Paragraphs rather than a name or a number. */
  isProse: boolean;
}

/** A reference that a value holds. */
export interface HeldLink {
  to: string;
  /** The key of the kind referred to. */
  toKind: string;
  /** The field that holds it, as `agreements` or `citations.source`. */
  field: string;
  path: string;
  /** What else the row says that holds it. */
  beside?: string;
}

/** Where a value stands. */
export interface Place {
  /** As links name fields: `citations.source`, without rows. */
  field: string;
  path: string;
}

/** What a field can be asked, whatever its kind. Values come as the field's own `schema` made them. */
export interface FieldOf<
  K extends string,
  V,
  O extends boolean = boolean,
  S extends FieldStorage = FieldStorage,
> {
  readonly kind: K;
  readonly optional: O;
  readonly inList: boolean;
  readonly facet: boolean;
  /** Holds free text rather than a code or a number: a title that contains it leaves nothing of it unsaid. */
  readonly isFreeText: boolean;
  readonly sends: Sends;
  readonly storage: S;
  readonly exported: ExportedField;
  /** Parses what was typed; issues carry a problem code as message and its parameters in `params`. */
  schema(context: ParseContext): z.ZodType;
  /** What a form shows for a stored value: the inverse of `schema`. */
  type(value: unknown): TypedValue;
  /** The value in plain words, for lists, comparisons and searches. */
  show(value: unknown, context: ShowContext): string;
  /** What searches look for, before folding. */
  searchWords(value: unknown): string[];
  /** What it may be looked for by besides its own words: a sum by its magnitude, an organisation by its initials. */
  otherWords(value: unknown): string[];
  /** What it says in words of its own. `currency` is the record's, for sums. */
  texts(value: unknown, currency: string): HeldText[];
  links(value: unknown, at: Place): HeldLink[];
  /** The value as files have it. */
  plain(value: unknown): unknown;
  /** The paths that have to be filled before this can be published. */
  missing(value: unknown, path: string): string[];
  /** Equal for values that are the same but for how they are written. */
  likeness(value: unknown): string;
  /** What may be right about a value and seldom is. */
  doubts(value: unknown, path: string, context: DoubtContext): FieldDoubt[];
  /** The records that a typed value refers to, by kind. */
  typedLinks(typed: TypedValue): { toKind: string; to: string }[];
  /** How typed dates read, by what was typed. */
  readings(typed: TypedValue): [string, string][];
  /** A made-up value as typed; undefined where an empty one will do. */
  sample(context: SampleContext): TypedValue | undefined;
  /** Only for the types below: what a value is. */
  readonly __value?: V;
}

/** What a field kind says of its values, with their type. What most kinds share may be left out. */
export interface FieldParts<V, S extends FieldStorage> {
  sends?: Sends;
  storage: S;
  exported: ExportedField;
  schema(context: ParseContext): z.ZodType<V | undefined>;
  type(value: V): TypedValue;
  show(value: V, context: ShowContext): string;
  isFreeText?: true;
  /** False for what no search looks for as it stands: ids and addresses. */
  isSearched?: boolean;
  otherWords?(value: V): string[];
  texts?(value: V, currency: string): HeldText[];
  links?(value: V, at: Place): HeldLink[];
  plain?(value: V): unknown;
  /** For a kind that may always be empty, or that holds further fields. */
  missing?(value: V | undefined, path: string): string[];
  /** Where that is more than the same words whatever their case and accents. */
  likeness?(value: V): string;
  /** Asked of values that are there. */
  doubts?(value: V, path: string, context: DoubtContext): FieldDoubt[];
  typedLinks?(typed: TypedValue): { toKind: string; to: string }[];
  readings?(typed: TypedValue): [string, string][];
  sample?(context: SampleContext): TypedValue | undefined;
}

const plainWords: ShowContext = { locale: "en", word: (choice) => choice };

/**
 * Makes a field of a kind from what the kind says of its values. Here, and only here, a value is taken to be of the
 * type that the kind's own schema gives: all who ask a field have its values from that schema or from its columns.
 * `Said` is the value's type as others see it, where the kind itself treats all such values alike.
 */
export function makeField<K extends string, V, O extends boolean, S extends FieldStorage, Said = V>(
  kind: K,
  settings: FieldSettings,
  parts: FieldParts<V, S>,
): FieldOf<K, Said, O, S> {
  const own = (value: unknown) => value as V;
  const optional = (settings.optional ?? false) as O;
  const show = (value: unknown, context: ShowContext) => parts.show(own(value), context);
  const otherWords = (value: unknown) => parts.otherWords?.(own(value)) ?? [];
  return {
    kind,
    optional,
    inList: settings.inList ?? false,
    facet: settings.facet ?? false,
    isFreeText: parts.isFreeText ?? false,
    sends: parts.sends ?? "text",
    storage: parts.storage,
    exported: parts.exported,
    schema: byContext((context) => parts.schema(context)),
    type: (value) => parts.type(own(value)),
    show,
    searchWords: (value) => [
      ...(parts.isSearched === false ? [] : [show(value, plainWords)]),
      ...otherWords(value),
    ],
    otherWords,
    texts: (value, currency) => parts.texts?.(own(value), currency) ?? [],
    links: (value, at) => parts.links?.(own(value), at) ?? [],
    plain: (value) => (parts.plain ? parts.plain(own(value)) : value),
    missing: (value, path) => {
      if (parts.missing) return parts.missing(own(value), path);
      return optional || !isEmpty(value) ? [] : [path];
    },
    likeness: (value) => parts.likeness?.(own(value)) ?? fold(show(value, plainWords)),
    doubts: (value, path, context) =>
      isEmpty(value) ? [] : (parts.doubts?.(own(value), path, context) ?? []),
    typedLinks: (typed) => parts.typedLinks?.(typed) ?? [],
    readings: (typed) => parts.readings?.(typed) ?? [],
    sample: (context) => parts.sample?.(context),
  };
}

/** Whether a field is not filled in. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/** Adds a problem code to a zod refinement; the words for it live in messages under `problems`. */
export function refuse(
  context: z.RefinementCtx,
  code: string,
  params: Record<string, string | number> = {},
): never {
  context.addIssue({ code: "custom", message: code, params });
  return z.NEVER;
}

/** The longest text that is looked at, in UTF-16 code units. A paste may be longer: that is said like any mistake. */
export const longestTyped = 200_000;

/**
 * The schema of a field that is typed as one line: trims, and reads an empty line as undefined. `max` is the longest
 * text that the field takes, as it is said where one is too long to be looked at.
 */
export function oneLine<V>(
  read: (typed: string, context: z.RefinementCtx) => V,
  { max = longestTyped }: { max?: number } = {},
): z.ZodType<V | undefined> {
  return z
    .string()
    .optional()
    .transform((raw = "", context) => {
      if (raw.length > longestTyped) return refuse(context, "text.tooLong", { max, length: raw.length });
      const typed = raw.trim();
      return typed === "" ? undefined : read(typed, context);
    });
}

/** The `optional` of a field as its settings literally say it, for the types of values. */
export type IsOptional<S> = S extends { optional: true } ? true : false;
