/**
 * Paths: the one way in which a value of a record is named, by problems, links, forms and comparisons: `visitor`, or
 * `meetings/<row id>/host` within a row. A row keeps its id wherever it stands, so a path means the same for good.
 */

const between = "/";

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

/** Whether a path is this one or leads to something below it. */
export function isAtOrBelow(path: string, base: string): boolean {
  return path === base || path.startsWith(`${base}${between}`);
}
