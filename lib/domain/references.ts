/** Which other records a record refers to. */
import type { Fields } from "./fields/field";
import type { Kind } from "./kinds/define-kind";
import type { KindKey } from "./kinds/registry";

/** One reference from a record to another. */
export interface RecordLink {
  to: string;
  toKind: KindKey;
  /** The field that holds it, as `agreements` or `citations.source`. */
  field: string;
  /** Where in the form it stands, as `citations.0.source`. */
  path: string;
}

/** Every reference in a draft or record, citations included, each target once per field. */
export function linksFrom(kind: Kind, values: Record<string, unknown>): RecordLink[] {
  const links = new Map<string, RecordLink>();
  for (const link of collect(kind.fields, values, "", "")) {
    const key = `${link.field} ${link.to}`;
    if (!links.has(key)) links.set(key, link);
  }
  return [...links.values()];
}

function collect(fields: Fields, values: Record<string, unknown>, field: string, path: string): RecordLink[] {
  return Object.entries(fields).flatMap(([key, one]) => {
    const value = values[key];
    if (value === undefined) return [];
    if (one.kind === "rows") {
      const of = (one as unknown as { of: Fields }).of;
      return (value as Record<string, unknown>[]).flatMap((row, index) =>
        collect(of, row, `${field}${key}.`, `${path}${key}.${index}.`),
      );
    }
    if (one.kind !== "reference" && one.kind !== "references") return [];
    const toKind = (one as unknown as { to: KindKey }).to;
    return [value].flat().map((to) => ({ to: String(to), toKind, field: field + key, path: path + key }));
  });
}
