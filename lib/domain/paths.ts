/**
 * Paths: the one way in which a value of a record is named, by problems, links, forms and comparisons: `visitor`, or
 * `meetings/<row id>/host` within a row. A row keeps its id wherever it stands, so a path means the same for good.
 */

import { isRowId } from "./row-id";

const between = "/";

/** The longest path that is looked at, in UTF-16 code units. */
export const longestPath = 200;

const fieldName = /^[a-zA-Z]{1,60}$/;

/** The path of a value below another: of a row in its field, of a field in its row. */
export function below(path: string, ...parts: readonly string[]): string {
  return path === "" ? parts.join(between) : [path, ...parts].join(between);
}

/** The parts of a path: a field, then a row's id and a field of the row. */
export function partsOf(path: string): string[] {
  return path.split(between);
}

/** The record's own field to which a path leads. */
export function fieldOf(path: string): string {
  return path.split(between, 1)[0] ?? path;
}

/** Whether a path leads to a field of the record itself. */
export function isField(path: string): boolean {
  return path !== "" && !path.includes(between);
}

/** A path and those of what holds its value, the nearest first: of a field in a row, its row and the row's field. */
export function pathsUpFrom(path: string): string[] {
  const parts = partsOf(path);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join(between));
}

/** Whether a path is this one or leads to something below it. */
export function isAtOrBelow(path: string, base: string): boolean {
  return path === base || path.startsWith(`${base}${between}`);
}

/** Whether a text has the shape of the path of a value: a field, a row by its id, or a field of such a row. */
export function isValuePath(text: string): boolean {
  if (text.length > longestPath) return false;
  const [field = "", row, inner, ...rest] = partsOf(text);
  return (
    rest.length === 0 &&
    fieldName.test(field) &&
    (row === undefined || isRowId(row)) &&
    (inner === undefined || fieldName.test(inner))
  );
}
