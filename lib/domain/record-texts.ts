/** What a record says in words of its own: what excerpts and summaries are made from. */
import type { Held } from "./fields/field";
import type { Kind } from "./kinds/define-kind";

/** Its texts and sums, field by field and row by row, whole paragraphs first; without what its title says already. */
export function textsOf(kind: Kind, title: string, values: Held): string[] {
  const currency = typeof values.currency === "string" ? values.currency : "USD";
  const texts = Object.entries(kind.fields).flatMap(([key, field]) =>
    // Citations speak of the source, not of the record; a dossier's slug is its address.
    values[key] === undefined || key === "citations" || key === "slug"
      ? []
      : field.texts(values[key], currency),
  );
  const sorted = [...texts.filter(({ isProse }) => isProse), ...texts.filter(({ isProse }) => !isProse)];
  return sorted.map(({ text }) => text.replace(/\s+/g, " ").trim()).filter((text) => !title.includes(text));
}

/** When it was or happened, as recorded: an EDTF date or a year; null where that is not known. */
export function dateOf(kind: Kind, values: Held): string | null {
  const date = kind.sortedBy && values[kind.sortedBy];
  return typeof date === "string" || typeof date === "number" ? String(date) : null;
}
