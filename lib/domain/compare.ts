/** Comparing two versions of what was typed, and putting a third together from them. */
import type { Typed } from "./fields/field";

export type TypedValue = Typed[string];
export type Side = "mine" | "theirs";

/** One field in which two versions differ. */
export interface Difference {
  field: string;
  mine: TypedValue;
  theirs: TypedValue;
  /** Who moved away from what both began with. */
  changedBy: "me" | "them" | "both";
}

/**
 * The fields in which `mine` and `theirs` differ, in `mine`'s order. `base` is what both began with; without
 * it every difference counts as made by both. Rows are compared as wholes: half of a row means nothing.
 */
export function differences(mine: Typed, theirs: Typed, base?: Typed): Difference[] {
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  return keys.flatMap((field) => {
    const [m, t] = [mine[field] ?? "", theirs[field] ?? ""];
    if (sameTyped(m, t)) return [];
    return [{ field, mine: m, theirs: t, changedBy: base ? changedBy(m, t, base[field] ?? "") : "both" }];
  });
}

function changedBy(mine: TypedValue, theirs: TypedValue, base: TypedValue): Difference["changedBy"] {
  if (sameTyped(mine, base)) return "them";
  return sameTyped(theirs, base) ? "me" : "both";
}

/** The sides to keep unless somebody chooses otherwise: whoever alone changed a field. Between two nobody decides. */
export function likelySides(differing: readonly Difference[]): Record<string, Side> {
  const sides = { me: "mine", them: "theirs", both: null } as const;
  return Object.fromEntries(
    differing.flatMap(({ field, changedBy }) => {
      const side = sides[changedBy];
      return side ? [[field, side] as const] : [];
    }),
  );
}

/** `mine` with the fields taken from `theirs` for which that side was chosen. */
export function mergeTyped(mine: Typed, theirs: Typed, keep: Readonly<Record<string, Side>>): Typed {
  const merged: Typed = { ...mine };
  for (const [field, side] of Object.entries(keep)) {
    const value = theirs[field];
    if (side === "theirs" && value !== undefined) merged[field] = value;
  }
  return merged;
}

/** Whether two typed values mean the same: spaces around, line endings and empty rows do not count. */
export function sameTyped(one: TypedValue, other: TypedValue): boolean {
  return JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));
}

function canonical(value: TypedValue): unknown {
  if (typeof value === "string") return value.replace(/\r\n?/g, "\n").trim() || null;
  const items = value.map((item) => (typeof item === "string" ? item.trim() || null : canonicalRow(item)));
  const filled = items.filter((item) => item !== null);
  return filled.length > 0 ? filled : null;
}

function canonicalRow(row: Typed): unknown {
  const filled = Object.entries(row)
    .map(([key, value]) => [key, canonical(value)] as const)
    .filter(([, value]) => value !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return filled.length > 0 ? filled : null;
}
