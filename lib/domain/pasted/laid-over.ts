/** A pasted record laid over the one that stands already. */
import type { Field, RowFields } from "../fields/fields";
import { type Typed, typedRows } from "../fields/typed";
import { fold } from "../folding";
import type { Kind, KindContext } from "../kinds/define-kind";
import { below, partsOf } from "../paths";
import { statesOtherwise } from "../supports";
import { citationsField } from "./columns";
import type { PastedRecord } from "./records";

/**
 * A record that stands, with what a pasted one says in place of its own: what is empty there stays, and its source is cited
 * besides. A pasted row is laid over the row that it agrees with in all that both say, sums apart, and is added where
 * there is none; no row that stands is dropped.
 */
export function laidOver(
  kind: Kind,
  standing: Typed,
  pasted: PastedRecord,
  context: KindContext,
): PastedRecord {
  const { [citationsField]: citations, ...values } = pasted.typed;
  const ids = new Map<string, string>();
  const own = Object.entries(values).map(([key, value]) => {
    const field = kind.fields[key];
    if (pasted.adds.has(key)) return [key, added(standing[key], value)] as const;
    if (field?.kind !== "rows") return [key, value] as const;
    const sameRow = (one: Typed, other: Typed) => agreement(field.of, one, other, context);
    return [key, rowsOver(typedRows(standing[key]), typedRows(value), sameRow, ids)] as const;
  });
  const cited = typedRows(standing[citationsField]);
  const [source] = typedRows(citations);
  const isCited = !source || cited.some((one) => one.source === source.source && !statesOtherwise(one));
  const typed = {
    ...standing,
    ...Object.fromEntries(own),
    ...(source && { [citationsField]: isCited ? cited : [...cited, source] }),
  };
  const cells = [...pasted.cells].map(([path, place]) => {
    const [field = "", row = "", inner] = partsOf(path);
    return [inner === undefined ? path : below(field, ids.get(row) ?? row, inner), place] as const;
  });
  return { ...pasted, typed, cells: new Map(cells) };
}

/** A text with another below it, which it may hold already. */
function added(text: Typed[string] | undefined, other: Typed[string]): Typed[string] {
  if (typeof text !== "string" || typeof other !== "string" || text === "") return other;
  return text.includes(other) ? text : `${text}\n${other}`;
}

/** The rows that stand, with the pasted ones in them or after them; `ids` keeps the ids of those laid over others. */
function rowsOver(
  standing: readonly Typed[],
  pasted: readonly Typed[],
  agreed: (one: Typed, other: Typed) => number,
  ids: Map<string, string>,
): Typed[] {
  const rows = [...standing];
  const taken = new Set<number>();
  for (const row of pasted) {
    let best = { at: -1, agrees: 0 };
    for (const [at, before] of standing.entries()) {
      if (taken.has(at) || typeof before.id !== "string") continue;
      const agrees = agreed(before, row);
      if (agrees > best.agrees) best = { at, agrees };
    }
    const before = standing[best.at];
    if (typeof before?.id !== "string" || typeof row.id !== "string") {
      rows.push(row);
      continue;
    }
    taken.add(best.at);
    ids.set(row.id, before.id);
    rows[best.at] = { ...before, ...filledOf(row), id: before.id };
  }
  return rows;
}

/** In how many values two rows agree, sums apart; 0 where they differ in one that both say. */
function agreement(of: RowFields, one: Typed, other: Typed, context: KindContext): number {
  let agrees = 0;
  for (const [key, field] of Object.entries(of)) {
    if (field.kind === "decimal" || !one[key] || !other[key]) continue;
    if (meaning(field, one[key], context) !== meaning(field, other[key], context)) return 0;
    agrees += 1;
  }
  return agrees;
}

/** What a value means, however it is written; as it is written where it cannot be read. */
function meaning(field: Field, typed: unknown, context: KindContext): string {
  const read = field.schema(context).safeParse(typed);
  return fold(JSON.stringify(read.success ? read.data : typed));
}

const filledOf = (row: Typed): Typed =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ""));
