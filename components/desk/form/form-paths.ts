/** Paths into a form, as problems name them (`meetings.0.host`), and what stands there. */
import type { FieldSpec } from "./form-spec";

/** The id of the control at a path, which labels and summaries point to. */
export function controlId(path: string): string {
  return `f-${path.replaceAll(".", "-")}`;
}

/** What a path is called: "Meeting 1: Met with". */
export function labelAt(fields: readonly FieldSpec[], path: string): string {
  const [key = "", index, ...rest] = path.split(".");
  const field = fields.find((one) => one.key === key);
  if (!field) return key;
  if (field.kind !== "rows" || index === undefined) return field.label;
  const row = `${capital(field.one)} ${Number(index) + 1}`;
  return rest.length > 0 ? `${row}: ${labelAt(field.of, rest.join("."))}` : row;
}

/** The text with a capital letter at its beginning. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * The path in the form for a path in what the desk read from it: the desk leaves wholly empty rows out and numbers
 * the others anew. `entries` are the names and values that were sent.
 */
export function pathInForm(path: string, entries: Iterable<readonly [string, unknown]>): string {
  const [field, index, ...rest] = path.split(".");
  if (index === undefined || !/^\d+$/.test(index)) return path;
  const filled = new Set<number>();
  for (const [name, value] of entries) {
    const [of, at, sub] = name.split(".");
    if (of === field && sub !== undefined && value !== "") filled.add(Number(at));
  }
  const sent = [...filled].sort((a, b) => a - b)[Number(index)];
  return [field, sent ?? index, ...rest].join(".");
}

/** What stands at a path or below it: a problem of a row belongs to the row's field where it is not shown itself. */
export function isAtOrBelow(path: string, base: string): boolean {
  return path === base || path.startsWith(`${base}.`);
}
