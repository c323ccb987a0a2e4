/** Columns without a meaning of their own, put to those beside which they stand: flags of figures, and years of days. */
import type { Kind } from "../kinds/define-kind";
import { withoutFlags } from "./flags-beside";
import { yearsJoined } from "./years-beside";

/** A table with such columns joined, and what was: null for none. */
export interface JoinedColumns {
  rows: string[][];
  joined: { what: "flags"; leftOut: string[] } | { what: "years" } | null;
}

/** A pasted table as its kind reads it: flags belong to figures that may be marked, and beside dates of treaties letters say what was done. */
export function joinedColumns(kind: Pick<Kind, "fields" | "marked">, rows: string[][]): JoinedColumns {
  const flagless = kind.marked ? withoutFlags(rows) : null;
  if (flagless) return { rows: flagless.rows, joined: { what: "flags", leftOut: flagless.leftOut } };
  const whole = yearsJoined(kind, rows);
  return whole ? { rows: whole, joined: { what: "years" } } : { rows, joined: null };
}
