/** How fields stand in files, said as data: `lib/exchange` makes columns of it. */

import type { RowFields } from "./fields";

/** What a column holds; a partial date is text wherever less than its day is known. */
export type ExportType = "string" | "integer" | "decimal" | "anyURI" | "dateTime" | "partialDate";

/** One column of a file. Its name is the field's key with a suffix. */
export interface ExportedColumn {
  readonly suffix: "" | `.${string}`;
  readonly type: ExportType;
  /** The value itself, the address or title of the record that it refers to, or the address of the file that it names. */
  readonly shows: "value" | "address" | "title" | "file";
}

export interface ExportedColumns {
  readonly as: "columns";
  readonly columns: readonly ExportedColumn[];
  /** Holds several values, which share a cell. */
  readonly many: boolean;
}

/** As the columns of the fields that its rows have. */
export interface ExportedRows {
  readonly as: "rows";
  readonly of: RowFields;
}

export type ExportedField = ExportedColumns | ExportedRows;

/** One column that shows the value as it is. */
export function valueColumn(type: ExportType, { many = false } = {}): ExportedColumns {
  return { as: "columns", many, columns: [{ suffix: "", type, shows: "value" }] };
}
