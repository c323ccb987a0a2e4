/** Which other records a record refers to. */
import type { Held, Typed } from "./fields/field";
import type { Kind } from "./kinds/define-kind";
import { kindKeyOf, type KindKey } from "./kinds/registry";

/** One reference from a record to another. */
export interface RecordLink {
  to: string;
  toKind: KindKey;
  /** The field that holds it, as `agreements` or `citations.source`. */
  field: string;
  /** Where in the form it stands. */
  path: string;
}

/** Every reference in a draft or record, citations included, each target once per field. */
export function linksFrom(kind: Kind, values: Held): RecordLink[] {
  const links = new Map<string, RecordLink>();
  for (const [key, field] of Object.entries(kind.fields)) {
    if (values[key] === undefined) continue;
    for (const link of field.links(values[key], { field: key, path: key })) {
      const once = `${link.field} ${link.to}`;
      if (!links.has(once)) links.set(once, { ...link, toKind: kindKeyOf(link.toKind) });
    }
  }
  return [...links.values()];
}

/** The ids that a typed record refers to, by kind. */
export function typedLinks(kind: Kind, typed: Typed): Map<KindKey, string[]> {
  const found = new Map<KindKey, string[]>();
  for (const [key, field] of Object.entries(kind.fields))
    for (const { toKind, to } of field.typedLinks(typed[key] ?? "")) {
      const of = kindKeyOf(toKind);
      found.set(of, [...(found.get(of) ?? []), to]);
    }
  return found;
}
