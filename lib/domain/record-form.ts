/** The way of a record through an HTML form: field names like `meetings.0.host`, read back into a tree. */
import type { Typed } from "./fields/field";
import type { Fields } from "./fields/fields";
import { TamperedRequest } from "./record";

const mostIndex = 500;

/**
 * Reads what a record's form sent. `entries` are the form's names and values without the hidden inputs of the
 * form itself. Wholly empty rows are left out, so that problems are numbered like the rows that come back.
 * @throws {TamperedRequest} for unknown, duplicate or misshapen fields and for files.
 */
export function readRecordForm(fields: Fields, entries: Iterable<[string, FormDataEntryValue]>): Typed {
  const byName = new Map<string, string[]>();
  for (const [name, value] of entries) {
    if (typeof value !== "string") throw new TamperedRequest(`${name}: a file where text belongs`);
    byName.set(name, [...(byName.get(name) ?? []), value]);
  }
  const typed = take(fields, byName, "");
  const [unknown] = byName.keys();
  if (unknown !== undefined) throw new TamperedRequest(`${unknown}: no such field`);
  return typed;
}

function take(fields: Fields, byName: Map<string, string[]>, prefix: string): Typed {
  const typed: Typed = {};
  for (const [key, field] of Object.entries(fields)) {
    const name = prefix + key;
    if (field.kind === "rows") typed[key] = takeRows(field.of, byName, name);
    else {
      const values = byName.get(name);
      byName.delete(name);
      if (field.sends === "list") typed[key] = (values ?? []).filter(Boolean);
      else if (values && values.length > 1) throw new TamperedRequest(`${name}: sent ${values.length} times`);
      else typed[key] = values?.[0] ?? "";
    }
  }
  return typed;
}

function takeRows(of: Fields, byName: Map<string, string[]>, name: string): Typed[] {
  const indexes = new Set<number>();
  for (const sent of byName.keys()) {
    if (!sent.startsWith(`${name}.`)) continue;
    const index = Number(sent.slice(name.length + 1).split(".")[0]);
    if (!Number.isInteger(index) || index < 0 || index > mostIndex)
      throw new TamperedRequest(`${sent}: no such row`);
    indexes.add(index);
  }
  return [...indexes]
    .sort((a, b) => a - b)
    .map((index) => take(of, byName, `${name}.${index}.`))
    .filter((row) =>
      Object.values(row).some((value) => value !== "" && !(Array.isArray(value) && value.length === 0)),
    );
}
