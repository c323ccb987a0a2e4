import type { RowFields } from "../fields";
import type { InRows } from "../storage";

/** A table of its own, whose rows have the fields of a row. */
export const childTable = <F extends RowFields>(of: F): InRows<F> => ({ in: "rows", of });
