/**
 * What a record's citations support: the values to which their paths lead, while these are there; and of which one value some
 * of them state something else.
 */
import { type Held, isEmpty } from "./fields/field";
import type { Fields } from "./fields/fields";
import { type Typed, typedRows } from "./fields/typed";
import type { Kind } from "./kinds/define-kind";
import { below, partsOf } from "./paths";
import type { Problem } from "./record";

/** Whether a path leads to a field of the kind, to a row of one that has rows, or to a field of such a row. */
export function leadsSomewhere({ fields }: { fields: Fields }, path: string): boolean {
  const [key = "", row, inner] = partsOf(path);
  const field = key !== "citations" && Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (row === undefined) return field !== undefined;
  return field?.kind === "rows" && (inner === undefined || Object.hasOwn(field.of, inner));
}

/** Whether a citation, held or typed, states something else than the record: it supports nothing. */
export function statesOtherwise({ states }: { states?: unknown }): boolean {
  return typeof states === "string" && states.trim() !== "";
}

/** What a citation that states something else than the record speaks of: the path of one value; undefined for all others. */
export function disputedPath(citation: {
  states?: unknown;
  supports?: readonly string[];
}): string | undefined {
  return statesOtherwise(citation) ? citation.supports?.[0] : undefined;
}

/** The problems of citations that state something else, but not of one value that the record has. */
export function misplacedClaims(kind: Kind, stated: Held): Problem[] {
  const values = kind.completed(stated);
  return heldCitations(stated).flatMap((citation, index) => {
    const { id, supports = [] } = citation;
    const [path, ...others] = supports;
    if (!statesOtherwise(citation)) return [];
    if (path !== undefined && others.length === 0 && !isEmpty(valueAt(values, path))) return [];
    return [{ path: below("citations", id ?? String(index), "supports"), code: "citations.ofOneValue" }];
  });
}

/** What a record's citations say in words: where in its source each stands, what it quotes, and what it states otherwise and why. */
export function saidInCitations(values: Held): string[] {
  return heldCitations(values).flatMap(({ place, quotation, states, reason }) =>
    [place, quotation, states, reason].filter((said) => said !== undefined),
  );
}

/** Whether a record's citations support anything of it. */
export function isSupported(values: Held): boolean {
  return heldCitations(values).some((citation) => !statesOtherwise(citation));
}

function valueAt(values: Held, path: string): unknown {
  const [key = "", row, inner] = partsOf(path);
  const value = values[key];
  if (row === undefined) return value;
  const rows = Array.isArray(value) ? (value as Held[]) : [];
  const found = rows.find(({ id }) => id === row);
  return inner === undefined ? found : found?.[inner];
}

/** The problems of citations for values that the kind does not have. */
export function misplacedSupports(kind: Kind, values: Held): Problem[] {
  return heldCitations(values).flatMap(({ id, supports = [] }, index) =>
    supports.every((path) => leadsSomewhere(kind, path))
      ? []
      : [{ path: below("citations", id ?? String(index), "supports"), code: "paths.unknown" }],
  );
}

/**
 * The values without what their citations say of rows that were taken out, and a notice for each such citation. Which
 * rows there are, `typed` says: a row that cannot be read is there all the same.
 */
export function withoutGoneRows(
  kind: Kind,
  typed: Typed,
  values: Held,
): {
  values: Record<string, unknown>;
  notices: Problem[];
} {
  const isThere = (path: string) => {
    const [field = "", row] = partsOf(path);
    if (row === undefined || !leadsSomewhere(kind, path)) return true;
    return typedRows(typed[field]).some((one) => one.id === row && isFilled(one));
  };
  const notices: Problem[] = [];
  const citations = heldCitations(values).map((citation, index) => {
    const { id, supports = [] } = citation;
    const kept = supports.filter(isThere);
    if (kept.length === supports.length) return citation;
    const path = below("citations", id ?? String(index), "supports");
    notices.push({ path, code: kept.length > 0 ? "paths.rowGone" : "paths.allGone" });
    return { ...citation, supports: kept.length > 0 ? kept : undefined };
  });
  return { values: notices.length > 0 ? { ...values, citations } : { ...values }, notices };
}

interface HeldCitation {
  id?: string;
  supports?: string[];
  place?: string;
  quotation?: string;
  states?: string;
  reason?: string;
}

function heldCitations({ citations }: Held): HeldCitation[] {
  return (citations ?? []) as HeldCitation[];
}

function isFilled(row: Typed): boolean {
  return Object.entries(row).some(
    ([key, value]) => key !== "id" && (typeof value === "string" ? value.trim() : value).length > 0,
  );
}
