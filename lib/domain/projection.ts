/** What lists and searches need of a record, projected from its definition at each save. */
import { dottedIn } from "./dotted";
import { longestSearchText } from "./files";
import { isSupported, saidInCitations } from "./supports";
import { yearOf, sortDay } from "./partial-date";
import { type Held, isEmpty } from "./fields/field";
import { likenessFacet, likenessKey } from "./kinds/among-others";
import type { Kind } from "./kinds/define-kind";

export interface Projection {
  title: string;
  /** The ISO day by which lists are sorted, null where no date is known. */
  sortDate: string | null;
  /** Everything searchable: the title, and what the fields say. The database folds it. */
  searchText: string;
  /** Values that lists filter by and show: choices, countries, the year, and `sourced`. */
  facets: Record<string, string | number | boolean>;
  /** What look-alikes are found by, kept among the facets at the desk; no page shows it. */
  alike: Record<string, string>;
  /** Equal for two records that may not both be published; null until the fields it needs are filled. */
  uniqueKey: string | null;
}

/**
 * Which way of projecting this is. What another one has projected is projected anew in the background: one more with
 * each change of what searches find.
 */
export const projectedBy = 7;

/** Projects a draft or a complete record. */
export function project(kind: Kind, stated: Held): Projection {
  const values = kind.completed(stated);
  const sortedByValue = kind.sortedBy ? values[kind.sortedBy] : undefined;
  const sortDate = sortDateOf(kind, values);
  const facets: Projection["facets"] = {};
  const alike: Projection["alike"] = {};
  for (const [key, field] of Object.entries(kind.fields)) {
    const value = values[key];
    if ((field.facet || field.inList) && (typeof value === "string" || typeof value === "number"))
      facets[key] = value;
  }
  for (const likeness of kind.alike) {
    const key = "same" in likeness ? likenessKey(kind.fields, likeness.same, values) : null;
    if (key !== null) alike[likenessFacet(likeness)] = key;
  }
  const year = typeof sortedByValue === "number" ? sortedByValue : yearOf(sortedByValue as string);
  if (year !== null) facets.year = year;
  if (kind.cited) facets.sourced = isSupported(values);
  const title = kind.titledBy(values).slice(0, 500);
  const written = words(kind, values).join(" ");
  const said = [written, ...new Set(dottedIn(`${title} ${written}`).map(({ letters }) => letters))].join(" ");
  return {
    title,
    sortDate,
    searchText: (said.includes(title) ? said : `${title} ${said}`).slice(0, longestSearchText).toWellFormed(),
    facets,
    alike,
    uniqueKey: uniqueKeyOf(kind, values),
  };
}

/** The ISO day by which lists sort a record with these completed values; null where no date is known. */
export function sortDateOf({ sortedBy }: Kind, completed: Held): string | null {
  const value = sortedBy ? completed[sortedBy] : undefined;
  return typeof value === "number" ? `${String(value).padStart(4, "0")}-01-01` : sortDay(value as string);
}

/** A projection in which searches find these words as well: what the record's files say. */
export function withWords(projection: Projection, words: readonly string[]): Projection {
  const searchText = [projection.searchText, ...words.filter(Boolean)]
    .join(" ")
    .slice(0, longestSearchText)
    .toWellFormed();
  return { ...projection, searchText };
}

function words({ fields }: Kind, values: Held): string[] {
  return Object.entries(fields).flatMap(([key, field]) =>
    values[key] === undefined
      ? []
      : key === "citations"
        ? saidInCitations(values)
        : field.searchWords(values[key]),
  );
}

/** What may stand only once in a dossier, as one text; null where the kind has no such rule, or some of it is not known. */
export function uniqueKeyOf(kind: Kind, values: Held): string | null {
  if (!kind.uniqueBy) return null;
  const parts = kind.uniqueBy.map((key) => values[key]);
  const isOptional = kind.uniqueBy.map((key) => kind.fields[key]?.optional);
  if (parts.some((part, index) => part === undefined && !isOptional[index])) return null;
  // What need not be filled stands with its key, so that keys of before it could be stay the same.
  const further = (kind.uniqueWith ?? []).flatMap((key) =>
    isEmpty(values[key]) ? [] : [`${key}=${String(values[key])}`],
  );
  // A dossier's pair is unordered: both orders have to meet in one key.
  const texts = parts.map((part) => String(part ?? ""));
  return [...(kind.key === "dossier" ? texts.sort() : texts), ...further].join("|");
}
