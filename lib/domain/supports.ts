/** What a record's citations support: the values to which their paths lead, while these are there. */
import type { Held } from "./fields/field";
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
}

function heldCitations({ citations }: Held): HeldCitation[] {
  return (citations ?? []) as HeldCitation[];
}

function isFilled(row: Typed): boolean {
  return Object.entries(row).some(
    ([key, value]) => key !== "id" && (typeof value === "string" ? value.trim() : value).length > 0,
  );
}
