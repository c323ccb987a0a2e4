import { z } from "zod";
import { type FieldOf, type FieldSettings, type IsOptional, makeField, oneLine, refuse } from "../field";
import type { InColumns, InLinks } from "../storage";
import { exported } from "./export";
import { manyLinks, oneLink } from "./storage";

export interface ReferenceSettings extends FieldSettings {
  /** The key of the kind referred to. */
  to: string;
}

/**
 * A reference beside a text of the same record or row that names the same person: the text stands for itself, as its
 * source has it, and the reference says who that is. Each is the key of a field: of the text, of what a person's office
 * fills in, and of the day on which they held it; `country` are those of the country that they come from, the first of
 * which that is filled says it. A row's own field comes first, then the record's.
 */
export interface BesideName {
  name: string;
  office?: string;
  rank?: string;
  country?: readonly string[];
  day?: string;
}

export interface OneReferenceSettings extends ReferenceSettings {
  beside?: BesideName;
}

export interface ReferenceField<O extends boolean = boolean> extends FieldOf<
  "reference",
  string,
  O,
  InColumns<"Id">
> {
  readonly to: string;
  readonly beside: BesideName | null;
}

export interface ReferencesField<To extends string = string> extends FieldOf<
  "references",
  string[],
  boolean,
  InLinks<To>
> {
  readonly to: To;
  /** How many records it takes. */
  readonly max: number;
}

const maxReferences = 100;
const id = z.uuid();

/** Another record, by its id. That it exists is checked where it is saved. */
export function reference<const S extends OneReferenceSettings>(settings: S): ReferenceField<IsOptional<S>> {
  const { to, beside = null } = settings;
  const field = makeField<"reference", string, IsOptional<S>, InColumns<"Id">>("reference", settings, {
    storage: oneLink(to),
    exported: exported(false),
    schema: () =>
      oneLine((typed, context) =>
        id.safeParse(typed).success ? typed : refuse(context, "reference.unknown"),
      ),
    type: (value) => value,
    show: (value) => value,
    isSearched: false,
    // A person who is found by another name is found in what names them.
    otherWords: (value) => (beside ? [signOf(value)] : []),
    links: (value, at) => [{ to: value, toKind: to, ...at }],
    typedLinks: (typed) => (typeof typed === "string" && typed ? [{ toKind: to, to: typed }] : []),
  });
  return { ...field, to, beside };
}

/** The word by which searches find what names a person: an id that is one word. */
export function signOf(id: string): string {
  return id.replaceAll("-", "");
}

/** Several other records of one kind, by their ids, in order. */
export function references<const To extends string>(
  settings: ReferenceSettings & { to: To },
): ReferencesField<To> {
  const { to } = settings;
  const field = makeField<"references", string[], boolean, InLinks<To>>("references", settings, {
    sends: "list",
    storage: manyLinks(to),
    exported: exported(true),
    schema: () =>
      z
        .array(z.string())
        .optional()
        .transform((typed, context) => {
          const ids = [...new Set((typed ?? []).filter(Boolean))];
          if (ids.length > maxReferences)
            return refuse(context, "references.tooMany", { max: maxReferences });
          return ids.every((one) => id.safeParse(one).success) ? ids : refuse(context, "reference.unknown");
        }),
    type: (value) => value,
    show: (value) => value.join("; "),
    isSearched: false,
    links: (value, at) => value.map((one) => ({ to: one, toKind: to, ...at })),
    missing: () => [],
    typedLinks: (typed) =>
      Array.isArray(typed)
        ? typed.flatMap((one) => (typeof one === "string" && one ? [{ toKind: to, to: one }] : []))
        : [],
  });
  return { ...field, to, max: maxReferences };
}
