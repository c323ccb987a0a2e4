import type { ExportedRows } from "../export";
import type { RowFields } from "../fields";

/** The fields of the rows have columns of their own, in which the rows keep step. */
export const exported = (of: RowFields): ExportedRows => ({ as: "rows", of });
