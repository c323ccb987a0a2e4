/** Reads a form's names and values back into what was typed, in the browser. */
import type { Typed } from "@/lib/domain/fields/field";
import type { FieldSpec } from "./form-spec";

type Entries = readonly (readonly [string, unknown])[];

/** What stands in the form now. Wholly empty rows are left out, as the desk leaves them out. */
export function readTyped(fields: readonly FieldSpec[], entries: Entries, prefix = ""): Typed {
  return Object.fromEntries(
    fields.map((field) => {
      const name = prefix + field.key;
      const sent = entries.filter(([key]) => key === name).map(([, value]) => String(value));
      if (field.kind === "rows") return [field.key, readRows(field.of, entries, name)];
      return [field.key, field.kind === "references" ? sent : (sent[0] ?? "")];
    }),
  );
}

function readRows(of: readonly FieldSpec[], entries: Entries, name: string): Typed[] {
  const indexes = entries
    .filter(([key]) => key.startsWith(`${name}.`))
    .map(([key]) => Number(key.slice(name.length + 1).split(".")[0]));
  return [...new Set(indexes)]
    .sort((a, b) => a - b)
    .map((index) => readTyped(of, entries, `${name}.${index}.`))
    .filter((row) => Object.values(row).some((value) => value.length > 0));
}
