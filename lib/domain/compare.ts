/** Comparing two versions of what was typed, and putting a third together from them. */
import { type MatchedRows, matchRows, sameTyped } from "./compare-rows";
import { type Typed, type TypedValue, typedRows } from "./fields/typed";
import { below, fieldOf } from "./paths";

export type Side = "mine" | "theirs";

/** One place in which two versions differ. */
export interface Difference {
  /** A field, or one row of it. */
  path: string;
  /** What differs: a field's value, one row of a field (added, changed or taken out), or the order of its rows. */
  what: "value" | "row" | "order";
  mine: TypedValue;
  theirs: TypedValue;
  /** Who moved away from what both began with. */
  changedBy: "me" | "them" | "both";
}

/**
 * The places in which `mine` and `theirs` differ, in `mine`'s order. `base` is what both began with; without it every
 * difference counts as made by both. Rows are known by their ids; half of a row means nothing, so each is one place.
 */
export function differences(mine: Typed, theirs: Typed, base?: Typed): Difference[] {
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  return keys.flatMap((key): Difference[] => {
    const [m, t, b] = [mine[key] ?? "", theirs[key] ?? "", base && (base[key] ?? "")];
    if (sameTyped(m, t)) return [];
    if (!holdsRows(m, t))
      return [{ path: key, what: "value", mine: m, theirs: t, changedBy: changedBy(m, t, b) }];
    return rowDifferences(
      key,
      matchRows(typedRows(m), typedRows(t), b === undefined ? undefined : typedRows(b)),
    );
  });
}

function holdsRows(...values: TypedValue[]): boolean {
  return values.some((value) => typedRows(value).length > 0);
}

function rowDifferences(key: string, { mine, theirs, base }: MatchedRows): Difference[] {
  const at = (rows: ReadonlyMap<string, Typed>, id: string) => [rows.get(id) ?? []].flat();
  const ids = [...new Set([...mine.keys(), ...theirs.keys()])];
  const changed = ids.flatMap((id): Difference[] => {
    const [m, t] = [at(mine, id), at(theirs, id)];
    if (sameTyped(m, t)) return [];
    return [
      {
        path: below(key, id),
        what: "row",
        mine: m,
        theirs: t,
        changedBy: changedBy(m, t, base && at(base, id)),
      },
    ];
  });
  return [...changed, ...orderDifference(key, { mine, theirs, base })];
}

/** Where the rows that both sides have stand in another order. */
function orderDifference(key: string, { mine, theirs, base }: MatchedRows): Difference[] {
  const isShared = (id: string) => mine.has(id) && theirs.has(id);
  const order = (rows: ReadonlyMap<string, Typed>) => [...rows.keys()].filter(isShared);
  const [m, t] = [order(mine), order(theirs)];
  if (sameTyped(m, t)) return [];
  // Who moved them shows in the rows that both began with.
  const begun = base && order(base);
  const known = (ids: string[]) => (begun ? ids.filter((id) => begun.includes(id)) : ids);
  const sides = { mine: [...mine.values()], theirs: [...theirs.values()] };
  return [{ path: key, what: "order", ...sides, changedBy: changedBy(known(m), known(t), begun) }];
}

function changedBy(mine: TypedValue, theirs: TypedValue, base?: TypedValue): Difference["changedBy"] {
  if (base === undefined) return "both";
  if (sameTyped(mine, base)) return "them";
  return sameTyped(theirs, base) ? "me" : "both";
}

/** The sides to keep unless others are chosen: of what one person changed, that change. What both did stays open. */
export function likelySides(differing: readonly Difference[]): Record<string, Side> {
  const sides = { me: "mine", them: "theirs", both: null } as const;
  return Object.fromEntries(
    differing.flatMap(({ path, changedBy }) => {
      const side = sides[changedBy];
      return side ? [[path, side] as const] : [];
    }),
  );
}

/** Keeps the rows that only one side has, as sides by their paths. */
export function rowsOnlyOf(side: Side, differing: readonly Difference[]): Record<string, Side> {
  const other = side === "mine" ? "theirs" : "mine";
  const only = differing.filter((one) => one.what === "row" && one[other].length === 0);
  return Object.fromEntries(only.map(({ path }) => [path, side]));
}

/** `mine` with what was chosen from `theirs`, by the paths of their differences. */
export function mergeTyped(mine: Typed, theirs: Typed, keep: Readonly<Record<string, Side>>): Typed {
  const merged: Typed = { ...mine };
  for (const [key, value] of Object.entries(theirs)) {
    const isChosen = Object.keys(keep).some((path) => fieldOf(path) === key);
    if (!isChosen) continue;
    if (holdsRows(mine[key] ?? "", value)) merged[key] = mergeRows(key, mine[key] ?? [], value, keep);
    else if (keep[key] === "theirs") merged[key] = value;
  }
  return merged;
}

function mergeRows(
  key: string,
  mine: TypedValue,
  theirs: TypedValue,
  keep: Readonly<Record<string, Side>>,
): Typed[] {
  const matched = matchRows(typedRows(mine), typedRows(theirs));
  const rowAt = (id: string) => matched[keep[below(key, id)] ?? "mine"].get(id);
  const [first, second] =
    keep[key] === "theirs" ? [matched.theirs, matched.mine] : [matched.mine, matched.theirs];
  const ids = [...first.keys()];
  // A row that only the other side has comes after the row that it follows there.
  let before = -1;
  for (const id of second.keys()) {
    const at = ids.indexOf(id);
    if (at < 0) ids.splice(before + 1, 0, id);
    before = at < 0 ? before + 1 : at;
  }
  return ids.map(rowAt).filter((row) => row !== undefined);
}
