/** In which order the dates of a column stand: `03/04/1963` is read as the other cells of its column are. */
import { readTypedDate, type TypedDate } from "../typed-date";
import type { Order } from "../date-vocabulary";

/** What is known of the order in a column of dates. */
export interface ColumnOrder {
  /** In which its dates are read; null while it is open. */
  order: Order | null;
  /** Whether it was told, or the cells show it: one that is read in one order alone. */
  by: "told" | "cells" | null;
  /** Whether cells contradict each other: some can only be read with the day first, some only with the month. */
  isMixed: boolean;
}

const orders = ["dayFirst", "monthFirst"] as const satisfies readonly Order[];

/** What a text means with its parts in this order; null where it is no date then. */
function meaning(read: TypedDate): string | null {
  if (read.ok) return read.edtf;
  return read.problem === "date.twoDates" ? read.choices.join() : null;
}

function meanings(cell: string): (string | null)[] {
  return orders.map((order) => meaning(readTypedDate(cell, "en", [order])));
}

/**
 * The order in a column of these cells, `told` where a person has chosen it; null for a column in which no date could be read
 * in two orders: there it says nothing.
 */
export function orderOfColumn(cells: readonly string[], told: Order | null): ColumnOrder | null {
  const shown = new Set<Order>();
  let isOpen = false;
  for (const cell of cells) {
    if (cell === "") continue;
    const [dayFirst, monthFirst] = meanings(cell);
    if (dayFirst !== null && monthFirst !== null) isOpen ||= dayFirst !== monthFirst;
    else if (dayFirst !== null) shown.add("dayFirst");
    else if (monthFirst !== null) shown.add("monthFirst");
  }
  if (!isOpen) return null;
  const isMixed = shown.size > 1;
  const [only] = isMixed ? [] : shown;
  if (told !== null) return { order: told, by: "told", isMixed };
  return { order: only ?? null, by: only ? "cells" : null, isMixed };
}

/**
 * What a form's input would hold for a cell of such a column: of one that can be read in two orders the date, or the first and
 * the last day, that it is in this one; any other cell as it stands.
 */
export function dateInOrder(cell: string, order: Order | null): string {
  if (order === null) return cell;
  const [dayFirst, monthFirst] = meanings(cell);
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) return cell;
  const read = readTypedDate(cell, "en", [order]);
  if (read.ok) return read.edtf;
  return read.problem === "date.twoDates" ? `${read.first} – ${read.last}` : cell;
}
