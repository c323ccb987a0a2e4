import type { Typed } from "@/lib/domain/fields/field";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";

/**
 * What a form begins with, with a first row to cite a source in where there is none: nothing is published without
 * one. Left empty, it is no row.
 */
export function withFirstCitation(kind: KindKey, typed: Typed): Typed {
  const isBare = kindOf(kind).cited && (typed.citations ?? []).length === 0;
  return isBare ? { ...typed, citations: [{}] } : typed;
}
