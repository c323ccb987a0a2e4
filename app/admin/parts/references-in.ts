/** What a typed record refers to and how its dates read: what a form's page has to bring along. */
import type { Fields, Typed } from "@/lib/domain/fields/field";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { parsePartialDate, showPartialDate } from "@/lib/domain/partial-date";

type Visit = (field: { kind: string; to?: KindKey }, value: string) => void;

function walk(fields: Fields, typed: Typed, visit: Visit): void {
  for (const [key, field] of Object.entries(fields)) {
    const value = typed[key] ?? "";
    const seen = field as unknown as { kind: string; to?: KindKey; of: Fields };
    if (typeof value === "string") visit(seen, value);
    else
      for (const item of value)
        if (typeof item === "string") visit(seen, item);
        else walk(seen.of, item, visit);
  }
}

/** The ids that a typed record refers to, by kind. */
export function referencesIn(kind: KindKey, typed: Typed): Map<KindKey, string[]> {
  const found = new Map<KindKey, string[]>();
  walk(kindOf(kind).fields, typed, (field, value) => {
    if (field.to && value) found.set(field.to, [...(found.get(field.to) ?? []), value]);
  });
  return found;
}

/** How each date in typed records reads. */
export function readingsIn(kind: KindKey, ...typed: Typed[]): Record<string, string> {
  const readings: Record<string, string> = {};
  for (const one of typed)
    walk(kindOf(kind).fields, one, (field, value) => {
      if (field.kind === "partialDate" && parsePartialDate(value).ok)
        readings[value] = showPartialDate(value);
    });
  return readings;
}
