/** What several records, in whichever dossiers, are part of together, by name: a trip, a summit. */
import type { Held } from "./fields/field";
import type { Kind } from "./kinds/define-kind";
import { fold } from "./folding";

/** The fields of a kind whose texts join records, by their keys. */
export function joiningFields(kind: Kind): string[] {
  return Object.entries(kind.fields).flatMap(([key, field]) =>
    field.kind === "text" && field.joins ? [key] : [],
  );
}

/**
 * The letters of a name as far as they tell it from others: without case, accents, spaces and signs. Two names in which
 * the database finds the same words (`entente_words`) are the same here.
 */
export function lettersOf(name: string): string {
  return fold(name).replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}

/** What a record joins, each as cache tags name it: by the field and the letters of the name. */
export function joinedWords(kind: Kind, values: Held): string[] {
  return joiningFields(kind).flatMap((key) => {
    const name = values[key];
    return typeof name === "string" ? [joinOf(kind.key, key, name)] : [];
  });
}

/** A name that joins records by a field, as cache tags have it. */
export function joinOf(kind: string, field: string, name: string): string {
  return `${kind}:${field}:${lettersOf(name)}`;
}
