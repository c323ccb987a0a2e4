import type { RowsField } from "@/lib/domain/fields/rows/rows";
import type { Making } from "../making";
import type { FieldSpec } from "../specs";

export interface RowsSpec {
  kind: "rows";
  /** Names a single row: "meeting". */
  one: string;
  of: FieldSpec[];
  /** How many rows it takes. */
  max: number;
}

export const rowsSpec = ({ of, max }: RowsField, { words, at, specsOf }: Making): RowsSpec => ({
  kind: "rows",
  one: words.say(`${at}.one`),
  of: specsOf(of, `${at}.of`),
  max,
});
