/** Which rows of two versions are the same row, and which values mean the same. */
import { type Typed, type TypedValue, typedRows } from "./fields/typed";

/** The rows of two versions, and of what both began with, each by its id and in its own order. */
export interface MatchedRows {
  mine: ReadonlyMap<string, Typed>;
  theirs: ReadonlyMap<string, Typed>;
  base?: ReadonlyMap<string, Typed>;
}

/**
 * Matches rows by their ids. A row without one (kept before rows had ids) is taken to be the other version's row in
 * the same place. Rows in which nothing is filled in are left out.
 */
export function matchRows(
  mine: readonly Typed[],
  theirs: readonly Typed[],
  base?: readonly Typed[],
): MatchedRows {
  const own = byId(mine, theirs);
  const other = byId(theirs, [...own.values()]);
  return { mine: own, theirs: other, base: base && byId(base, [...other.values()]) };
}

/**
 * `typed` with the ids of `like`'s rows for those of its own rows that have none (kept before rows had ids), matched as
 * `matchRows` does. A row that matches none stays without an id.
 */
export function withIdsOf(typed: Typed, like: Typed): Typed {
  return Object.fromEntries(
    Object.entries(typed).map(([key, value]): [string, TypedValue] => {
      const rows = typedRows(value);
      if (rows.length === 0) return [key, value];
      const others = typedRows(like[key]);
      const ids = new Set([...rows, ...others].map(({ id }) => id));
      const matched = [...matchRows(rows, others).mine.values()];
      return [key, matched.map(({ id = "", ...row }) => (ids.has(id) && id !== "" ? { ...row, id } : row))];
    }),
  );
}

function byId(rows: readonly Typed[], like: readonly Typed[]): Map<string, Typed> {
  const filled = rows.filter((row) => canonicalRow(row) !== null);
  const used = new Set(filled.map(({ id }) => id));
  return new Map(
    filled.map((row, index): [string, Typed] => {
      const same = like[index]?.id;
      const isFree = typeof same === "string" && same !== "" && !used.has(same);
      const id = typeof row.id === "string" && row.id !== "" ? row.id : isFree ? same : String(index);
      return [id, { ...row, id }];
    }),
  );
}

/** Whether two typed values mean the same: spaces around, line endings, empty rows and rows' ids do not count. */
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
    .filter(([key]) => key !== "id")
    .map(([key, value]) => [key, canonical(value)] as const)
    .filter(([, value]) => value !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return filled.length > 0 ? filled : null;
}
