/** What a typed record refers to and how its dates read: what a form's page has to bring along. */
import type { Typed } from "@/lib/domain/fields/field";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { typedLinks } from "@/lib/domain/references";

/** The ids that a typed record refers to, by kind. */
export function referencesIn(kind: KindKey, typed: Typed): Map<KindKey, string[]> {
  return typedLinks(kindOf(kind), typed);
}

/** How each date in typed records reads. */
export function readingsIn(kind: KindKey, ...typed: Typed[]): Record<string, string> {
  const fields = Object.entries(kindOf(kind).fields);
  return Object.fromEntries(
    typed.flatMap((one) => fields.flatMap(([key, field]) => field.readings(one[key] ?? ""))),
  );
}
