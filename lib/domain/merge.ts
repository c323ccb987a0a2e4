/** Two people's changes of one record put together: what only one of them changed stands, and only real clashes are left. */
import { diff3Merge } from "node-diff3";
import { type Difference, differences, mergeTyped, type Side } from "./compare";
import { sameTyped } from "./compare-rows";
import { type Typed, type TypedValue, typedRows } from "./fields/typed";
import { below, fieldOf, partsOf } from "./paths";

export interface Merged {
  /** With `mine` where there is a clash. */
  typed: Typed;
  /** What both changed, each in another way. */
  clashes: Difference[];
  /** The fields in which `typed` is not `mine`. */
  taken: string[];
}

/** Whether the text at a path, with keys in place of rows' ids (`text`, `meetings/note`), is long: then it is merged by words. */
export type IsLong = (path: string) => boolean;

/** More words than any field takes are not compared one by one. */
const mostWords = 8000;

/**
 * Puts together what two people made of `base`. Rows are known by their ids, and a row by its values; long texts are put
 * together by words. Without `base` whatever differs is a clash.
 */
export function mergeRecords(
  base: Typed | undefined,
  mine: Typed,
  theirs: Typed,
  isLong: IsLong = () => false,
): Merged {
  const keep: Record<string, Side> = {};
  const clashes: Difference[] = [];
  let both = mine;
  for (const one of differences(mine, theirs, base)) {
    const settled = one.changedBy === "both" ? base && mergedAt(one, base, isLong) : undefined;
    if (one.changedBy === "them") keep[one.path] = "theirs";
    else if (one.changedBy === "me") keep[one.path] = "mine";
    else if (settled === undefined) clashes.push(one);
    else both = withAt(both, one, settled);
  }
  const typed = mergeTyped(both, theirs, keep);
  const taken = Object.keys(typed).filter((key) => !sameTyped(typed[key] ?? "", mine[key] ?? ""));
  return { typed, clashes, taken };
}

/** What both have changed, as one; undefined where that is a clash. */
function mergedAt(
  { path, what, mine, theirs }: Difference,
  base: Typed,
  isLong: IsLong,
): TypedValue | undefined {
  if (what === "order") return undefined;
  if (what === "value") return mergedValues(base[path] ?? "", mine, theirs, isLong(path));
  const [field = "", id] = partsOf(path);
  const [begun] = typedRows(base[field]).filter((row) => row.id === id);
  const [[own], [other]] = [typedRows(mine), typedRows(theirs)];
  // One has changed what the other has taken out, or both have added it.
  if (!begun || !own || !other) return undefined;
  const row: Typed = { ...own };
  for (const key of new Set([...Object.keys(own), ...Object.keys(other)])) {
    const cell = mergedValues(begun[key] ?? "", own[key] ?? "", other[key] ?? "", isLong(below(field, key)));
    if (cell === undefined) return undefined;
    row[key] = key === "id" ? (own.id ?? "") : cell;
  }
  return [row];
}

function mergedValues(
  base: TypedValue,
  mine: TypedValue,
  theirs: TypedValue,
  isLong: boolean,
): TypedValue | undefined {
  if (sameTyped(mine, theirs) || sameTyped(theirs, base)) return mine;
  if (sameTyped(mine, base)) return theirs;
  if (isTexts(base) && isTexts(mine) && isTexts(theirs)) return mergedParts(base, mine, theirs);
  if (!isLong || typeof mine !== "string" || typeof theirs !== "string" || typeof base !== "string")
    return undefined;
  return mergedParts(wordsOf(base), wordsOf(mine), wordsOf(theirs))?.join("");
}

function isTexts(value: TypedValue): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

/** Words and what stands between them, each by itself. */
function wordsOf(text: string): string[] {
  return text.replace(/\r\n?/g, "\n").split(/(\s+)/);
}

function mergedParts(base: string[], mine: string[], theirs: string[]): string[] | undefined {
  if (Math.max(base.length, mine.length, theirs.length) > mostWords) return undefined;
  const parts = diff3Merge(mine, base, theirs, { excludeFalseConflicts: true });
  const merged: string[] = [];
  for (const { ok } of parts) {
    if (!ok) return undefined;
    for (const one of ok) merged.push(one);
  }
  return merged;
}

function withAt(typed: Typed, { path, what }: Difference, value: TypedValue): Typed {
  if (what === "value") return { ...typed, [path]: value };
  const field = fieldOf(path);
  const [row] = typedRows(value);
  return {
    ...typed,
    [field]: typedRows(typed[field]).map((one) => (row && one.id === row.id ? row : one)),
  };
}
