import type { ReferenceField, ReferencesField } from "@/lib/domain/fields/reference/reference";
import { kindKeyOf, kinds, type KindKey } from "@/lib/domain/kinds/registry";
import type { Making } from "../making";

export interface ReferenceSpec {
  kind: "reference";
  to: KindKey;
  /** The segment of its list at the desk. */
  toPath: string;
}

export interface ReferencesSpec {
  kind: "references";
  to: KindKey;
  toPath: string;
  /** Names a single one: "agreement". */
  one: string;
  /** How many records it takes. */
  max: number;
}

/** A field of one record as its picker needs it. */
export function referenceSpec(field: ReferenceField): ReferenceSpec {
  const to = kindKeyOf(field.to);
  return { kind: "reference", to, toPath: kinds[to].path };
}

/** A field of several records as its picker needs it. */
export function referencesSpec(field: ReferencesField, { words, at }: Making): ReferencesSpec {
  const to = kindKeyOf(field.to);
  return { kind: "references", to, toPath: kinds[to].path, one: words.say(`${at}.one`), max: field.max };
}
