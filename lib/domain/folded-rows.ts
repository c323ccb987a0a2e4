/**
 * Rows that a form has not opened: one input sends many of them, named by their field, instead of an input for each
 * value. What it sends is read as if each had been open.
 */
import type { Typed } from "./fields/typed";
import { pack, unpack } from "./packed";
import { below } from "./paths";
import { isRowId } from "./row-id";
import { TamperedRequest } from "./tampered-request";

/** The value of the input that sends rows, in their order. */
export function foldRows(rows: readonly Typed[]): string {
  return pack(rows);
}

/**
 * The names and values that the inputs of folded rows would have sent.
 * @throws {TamperedRequest} for what `foldRows` does not write.
 */
export function unfoldRows(field: string, folded: string): [name: string, value: string][] {
  return rowsIn(field, folded).flatMap((row) => {
    const { id, ...values } = row;
    if (typeof id !== "string" || !isRowId(id)) throw new TamperedRequest(`${field}: a row without an id`);
    return Object.entries(values).flatMap(([key, value]) =>
      [value].flat().map((text): [string, string] => {
        if (typeof text !== "string") throw new TamperedRequest(`${field}: a value that is no text`);
        return [below(field, id, key), text];
      }),
    );
  });
}

function rowsIn(field: string, folded: string): Record<string, unknown>[] {
  let read: unknown;
  try {
    // Pages that were drawn by an earlier version send JSON.
    read = folded.startsWith("[") ? JSON.parse(folded) : unpack(folded);
  } catch {
    throw new TamperedRequest(`${field}: not what folded rows are sent as`);
  }
  if (!Array.isArray(read) || !read.every(isRow)) throw new TamperedRequest(`${field}: no rows`);
  return read;
}

function isRow(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
