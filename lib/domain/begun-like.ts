/** What a new record's form begins with after another: all of it, for a duplicate, or what repeats from one to the next. */
import { citation } from "./kinds/define-kind";
import type { Kind } from "./kinds/define-kind";
import { type Typed, type TypedValue, typedRows } from "./fields/typed";
import { below, partsOf } from "./paths";
import { newRowId } from "./row-id";

/**
 * Everything that a record says, for another one: its rows, citations among them, are new rows with ids of their own, and
 * what the citations support leads to these.
 */
export function duplicateOf({ fields }: Kind, typed: Typed): Typed {
  const ids = new Map<string, string>();
  const copied = Object.entries(typed).map(([key, value]): [string, TypedValue] => {
    if (fields[key]?.sends !== "rows") return [key, value];
    return [key, typedRows(value).map((row) => withNewId(row, ids))];
  });
  const { citations, ...rest } = Object.fromEntries(copied);
  if (citations === undefined) return rest;
  return {
    ...rest,
    citations: typedRows(citations).map((row) => ({ ...row, supports: led(row.supports, ids) })),
  };
}

function withNewId(row: Typed, ids: Map<string, string>): Typed {
  const id = newRowId();
  if (typeof row.id === "string") ids.set(row.id, id);
  return { ...row, id };
}

/** Paths with the ids that the rows have now. */
function led(paths: TypedValue | undefined, ids: ReadonlyMap<string, string>): string[] {
  if (!Array.isArray(paths)) return [];
  return paths.flatMap((path) => {
    if (typeof path !== "string") return [];
    const [field = "", row, ...rest] = partsOf(path);
    return row === undefined ? [path] : [below(field, ids.get(row) ?? row, ...rest)];
  });
}

/** Fields that repeat from one record to the next besides countries, choices, and names that several records share. */
const alsoRepeats: ReadonlySet<string> = new Set(["currency"]);

/**
 * What repeats from one record to the next: countries, choices, names that several records share, and the sources, of which
 * each record cites its own place.
 */
export function repeatedFrom(kind: Kind, empty: Typed, last: Typed): Typed {
  const stays = Object.entries(kind.fields).flatMap(([key, field]) => {
    const repeats =
      field.kind === "country" ||
      field.kind === "choice" ||
      (field.kind === "text" && field.joins) ||
      alsoRepeats.has(key);
    const isOwn = kind.following.includes(key) || key === kind.calledOffBy;
    return repeats && !isOwn && last[key] !== undefined ? [[key, last[key]] as const] : [];
  });
  const sources = [
    ...new Set(
      typedRows(last.citations).flatMap(({ source }) =>
        typeof source === "string" && source ? [source] : [],
      ),
    ),
  ];
  const cited = sources.map((source): Typed => ({ ...emptyCitation(), source }));
  return { ...empty, ...Object.fromEntries(stays), ...(cited.length > 0 && { citations: cited }) };
}

const emptyCitation = (): Typed => ({
  id: newRowId(),
  ...Object.fromEntries(
    Object.entries(citation).map(([key, { sends }]) => [key, sends === "text" ? "" : []]),
  ),
});

/** The first field of a record that does not repeat: where one goes on. */
export function firstThatDiffers(kind: Kind, begun: Typed): string | undefined {
  return Object.keys(kind.fields).find((key) => (begun[key] ?? "").length === 0);
}
