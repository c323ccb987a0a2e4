/** Rows as tests send them: with ids of their own, which may be the same from record to record. */

/** The id of the nth row of a field. */
export function rowId(number = 0): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

/** The name of the input of a row's field. */
export function inRow(field: string, number: number, key: string): string {
  return `${field}/${rowId(number)}/${key}`;
}

/** The input that holds the first source that a record cites. */
export const firstSource = inRow("citations", 0, "source");
