/** As what a record names a person: by which of its fields, in which office and under which name. */
import type { Held } from "./fields/field";
import type { Fields } from "./fields/fields";
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
