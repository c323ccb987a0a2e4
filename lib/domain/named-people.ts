/** As what a record names a person: by which of its fields, in which office and under which name. */
import type { Held } from "./fields/field";
import type { Fields } from "./fields/fields";
import type { BesideName } from "./fields/reference/reference";
import { fold } from "./folding";
import type { Kind } from "./kinds/define-kind";

/** One place of a record that names a person. */
export interface NamedAs {
  /** The record's own field: `visitorPerson`, `meetings`. */
  field: string;
  /** The name that stands there, as its source has it. */
  name: string | null;
  /** The office that is said there. */
  office: string | null;
}

/** The places of a record at which it names a person, in the order of its fields. */
export function namedAs(kind: Kind, values: Held, personId: string): NamedAs[] {
  return Object.entries(kind.fields).flatMap(([key, field]) => {
    const rows = field.kind === "rows" ? ((values[key] ?? []) as Held[]) : [];
    return field.kind === "rows"
      ? rows.flatMap((row) => namesIn(field.of, row, personId).map((one) => ({ ...one, field: key })))
      : namesIn({ [key]: field }, values, personId);
  });
}

function namesIn(fields: Fields, values: Held, personId: string): NamedAs[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    if (field.kind !== "reference" || !field.beside || values[key] !== personId) return [];
    const { name, office } = field.beside;
    return { field: key, name: textAt(values, name), office: office ? textAt(values, office) : null };
  });
}

function textAt(values: Held, key: string): string | null {
  const value = values[key];
  return typeof value === "string" ? value : null;
}

/** A person as records without a reference may name them. */
export interface KnownAs {
  id: string;
  names: readonly string[];
  /** ISO 3166-1 alpha-2: the same name of another country is another person. */
  country: string;
}

/**
 * A record's values with a person referred to wherever one of their names stands alone, for the same country; null where
 * none does. Places that name a person already stay as they are.
 */
export function withPerson(kind: Kind, values: Held, person: KnownAs): Held | null {
  let found = 0;
  const own = referencesIn(kind.fields);
  const named = (fields: ReturnType<typeof referencesIn>, row: Held): Held =>
    fields.reduce((said, [key, beside]) => {
      if (!isMeant(beside, said, values, person) || said[key] !== undefined) return said;
      found += 1;
      return { ...said, [key]: person.id };
    }, row);
  const changed = Object.entries(kind.fields).reduce(
    (said, [key, field]) => {
      if (field.kind !== "rows" || !Array.isArray(said[key])) return said;
      const inRows = referencesIn(field.of);
      if (inRows.length === 0) return said;
      return { ...said, [key]: (said[key] as Held[]).map((row) => named(inRows, row)) };
    },
    named(own, values),
  );
  return found > 0 ? changed : null;
}

/** Whether the records of a kind can name people. */
export function namesPeople({ fields }: Kind): boolean {
  return (
    referencesIn(fields).length > 0 ||
    Object.values(fields).some((field) => field.kind === "rows" && referencesIn(field.of).length > 0)
  );
}

function referencesIn(fields: Fields): [string, BesideName][] {
  return Object.entries(fields).flatMap(([key, field]): [string, BesideName][] =>
    field.kind === "reference" && field.to === "person" && field.beside ? [[key, field.beside]] : [],
  );
}

/** Whether the name that stands beside a reference is one of the person's, and their country the person's own. */
function isMeant({ name, country }: BesideName, row: Held, record: Held, person: KnownAs): boolean {
  const typed = textAt(row, name);
  const theirs = (country ?? [])
    .map((key) => textAt(row, key) ?? textAt(record, key))
    .find((one) => one !== null);
  return (
    typed !== null && (theirs ?? null) === person.country && person.names.some((one) => isSame(one, typed))
  );
}

const isSame = (one: string, other: string) => plain(one) === plain(other);
const plain = (name: string) => fold(name).replace(/\s+/g, " ").trim();
