/** By what readers' lists narrow, group and place a record. */
import type { Held } from "./fields/field";
import type { Kind } from "./kinds/define-kind";
import { sortDay } from "./partial-date";
import { type Sides, todaysOf } from "./sides";

/** A value of a field that lists narrow by, as it is kept with a published record: `rank=minister`. */
export function listFacet(field: string, value: string): string {
  return `${field}=${value}`;
}

/** The value that a record with these facets has in a field that lists narrow by; undefined where it has none. */
export function facetValue(facets: readonly string[], field: string): string | undefined {
  const start = listFacet(field, "");
  return facets.find((one) => one.startsWith(start))?.slice(start.length);
}

/** How it stands among a record's facets that it was not called off, of kinds that can be. */
export const notCalledOff = "no";

/** The facets of all records that were called off, of any kind. */
export function calledOffFacets(kinds: readonly Kind[]): string[] {
  return kinds.flatMap(({ calledOffBy, fields }) => {
    const field = calledOffBy === undefined ? undefined : fields[calledOffBy];
    return calledOffBy !== undefined && field?.kind === "choice"
      ? field.of.map((value) => listFacet(calledOffBy, value))
      : [];
  });
}

/**
 * The facets of a record in a dossier of these sides on an ISO day, in the order of its kind's fields. What names a predecessor has the
 * facet of its side's country of today as well: the record counts for that side, in lists, lanes and figures.
 */
export function listFacets(kind: Kind, stated: Held, sides: Sides | null, day: string): string[] {
  const values = kind.onDay(kind.completed(stated), day);
  return Object.entries(kind.fields).flatMap(([key, field]) => {
    const value = values[key] ?? (key === kind.calledOffBy ? notCalledOff : undefined);
    if (!field.facet || typeof value !== "string") return [];
    const today = field.kind === "country" && sides ? (todaysOf(value, sides) ?? value) : value;
    return [...new Set([today, value])].map((one) => listFacet(key, one));
  });
}

/** The ISO day on which a record ended, null where that is not known or in the year in which it began. */
export function endDay(kind: Kind, stated: Held): string | null {
  if (!kind.endedBy || !kind.sortedBy) return null;
  const values = kind.completed(stated);
  const [first, last] = [kind.sortedBy, kind.endedBy].map((key) =>
    sortDay(values[key] as string | undefined),
  );
  return first && last && last.slice(0, 4) > first.slice(0, 4) ? last : null;
}
