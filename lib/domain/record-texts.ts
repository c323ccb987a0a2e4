/** What a record says in words of its own: what excerpts and summaries are made from. */
import type { Fields } from "./fields/field";
import type { Kind } from "./kinds/define-kind";
import { showMoney } from "./money";

type Values = Record<string, unknown>;

/** Its texts and sums, field by field and row by row, whole paragraphs first; without what its title says already. */
export function textsOf(kind: Kind, title: string, values: Values): string[] {
  const texts = textsIn(kind.fields, values, (values.currency ?? "USD") as string);
  const sorted = [...texts.filter(({ isProse }) => isProse), ...texts.filter(({ isProse }) => !isProse)];
  return sorted.map(({ text }) => text.replace(/\s+/g, " ").trim()).filter((text) => !title.includes(text));
}

function textsIn(fields: Fields, values: Values, currency: string): { text: string; isProse: boolean }[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const value = values[key];
    // Citations speak of the source, not of the record; a dossier's slug is its address.
    if (value === undefined || key === "citations" || key === "slug") return [];
    if (field.kind === "text")
      return [{ text: value as string, isProse: (field as unknown as { prose: boolean }).prose }];
    if (field.kind === "lines") return [{ text: (value as string[]).join("; "), isProse: false }];
    if (field.kind === "decimal" && (field as unknown as { money: boolean }).money)
      return [{ text: showMoney(value as string, currency), isProse: false }];
    if (field.kind !== "rows") return [];
    const { of } = field as unknown as { of: Fields };
    return (value as Values[]).map((row) => ({
      text: textsIn(of, row, currency)
        .map(({ text }) => text)
        .join(", "),
      isProse: false,
    }));
  });
}

/** When it was or happened, as recorded: an EDTF date or a year; null where that is not known. */
export function dateOf(kind: Kind, values: Values): string | null {
  const date = kind.sortedBy && values[kind.sortedBy];
  return date === undefined ? null : String(date);
}
