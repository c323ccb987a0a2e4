/** How fields are stored, said as data: `lib/database` reads and writes by it, and checks the tables against it. */

import type { RowFields } from "./fields";

/** The types of columns, as far as they differ for us: `text` has a limited length as well, as CHAR(2). */
export type ColumnType = "text" | "text[]" | "integer" | "numeric" | "date" | "uuid";

/** One column. Its name is the field's key with a suffix. */
export interface StoredColumn<Suffix extends string = string> {
  readonly suffix: Suffix;
  readonly type: ColumnType;
  /** The value itself, or the first or last day that a partial date can mean. */
  readonly holds: "value" | "earliest" | "latest";
  /** Never NULL: an empty field is an empty list. */
  readonly isList?: true;
  /** The kind to whose table the column is a foreign key. */
  readonly refersTo?: string;
}

/** In columns of the record's own row, or of the row's own where the field is one of a row. */
export interface InColumns<Suffix extends string = string> {
  readonly in: "columns";
  readonly columns: readonly StoredColumn<Suffix>[];
}

/** In a table of its own, one row for each row of the field, ordered by `position`. */
export interface InRows<F extends RowFields = RowFields> {
  readonly in: "rows";
  readonly of: F;
}

/** In a table of its own, one row for each record that is referred to, ordered by `position`. */
export interface InLinks<To extends string = string> {
  readonly in: "links";
  readonly refersTo: To;
}

export type FieldStorage = InColumns | InRows | InLinks;

/** One column that holds the value as it is. */
export function oneColumn(type: ColumnType): InColumns<""> {
  return { in: "columns", columns: [{ suffix: "", type, holds: "value" }] };
}
