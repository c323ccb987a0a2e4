/** What was typed, in words: for comparisons, history and whoever may only read. */
import type { Typed } from "@/lib/domain/fields/field";
import type { FieldSpec, Option } from "./form-spec";

export interface Describing {
  countries: readonly Option[];
  /** The title of a record by its id. */
  titleOf(id: string): string;
  /** A stored date as it reads; as typed where that is not known. */
  readingOf(date: string): string;
}

/** The value of a field as lines of plain words; none where it is empty. */
export function describeTyped(
  spec: FieldSpec,
  value: Typed[string] | undefined,
  describing: Describing,
): string[] {
  if (value === undefined || value.length === 0) return [];
  if (spec.kind === "rows")
    return (value as Typed[]).map((row) => describeRow(spec.of, row, describing)).filter(Boolean);
  if (spec.kind === "references") return (value as string[]).map((id) => describing.titleOf(id));
  if (typeof value !== "string") return [];
  switch (spec.kind) {
    case "reference":
      return [describing.titleOf(value)];
    case "choice":
      return [labelOf(spec.options, value)];
    case "country":
      return [labelOf(spec.options ?? describing.countries, value)];
    case "partialDate":
      return [describing.readingOf(value)];
    case "text":
    case "lines":
      return value.split("\n");
    default:
      return [value];
  }
}

function describeRow(of: readonly FieldSpec[], row: Typed, describing: Describing): string {
  return of
    .map((field) => describeTyped(field, row[field.key], describing).join(" "))
    .filter(Boolean)
    .join(" · ");
}

function labelOf(options: readonly Option[], value: string): string {
  return options.find((option) => option.value === value)?.label ?? value;
}
