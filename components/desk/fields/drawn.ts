/** Which fields of a form, or of a row, have inputs of their own, and what else each is drawn with. */
import type { Typed, TypedValue } from "@/lib/domain/fields/typed";
import type { FieldSpec } from "./specs";

/** All but those that another's input draws as well. */
export function drawnOf(fields: readonly FieldSpec[]): FieldSpec[] {
  return fields.filter(({ drawnWith }) => drawnWith === undefined);
}

/** The values that the input of a field begins with. */
export function beginningOf(
  field: FieldSpec,
  typed: Typed,
): { value: TypedValue | undefined; person?: TypedValue | undefined } {
  const value = typed[field.key];
  return field.kind === "text" && field.person ? { value, person: typed[field.person.key] } : { value };
}
