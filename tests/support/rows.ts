/** Rows as tests send them: with ids of their own, which may be the same from record to record. */
import type { Typed } from "@/lib/domain/fields/typed";
import { below } from "@/lib/domain/paths";

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

/** A typed record as the names and values that its form would send. */
export function entriesOf(typed: Typed, path = ""): [string, string][] {
  return Object.entries(typed).flatMap(([key, value]): [string, string][] => {
    if (typeof value === "string") return key === "id" ? [] : [[below(path, key), value]];
    return value.flatMap((one) =>
      typeof one === "string"
        ? [[below(path, key), one] as [string, string]]
        : entriesOf(one, below(path, key, String(one.id))),
    );
  });
}
