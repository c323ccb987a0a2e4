/** What can be done with a whole set of fields at once: parse it, type it out, find what is missing. */
import { z } from "zod";
import type { Draft, Fields, ParseContext, Typed } from "./field";

/** The strict schema of a set of fields: a key that is no field fails. */
export function schemaOf<F extends Fields>(fields: F, context: ParseContext): z.ZodType<Draft<F>> {
  const shape = Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, field.schema(context)]),
  );
  return z.strictObject(shape) as unknown as z.ZodType<Draft<F>>;
}

/** What a form shows for stored values: the inverse of `schemaOf`. Empty fields come out as empty strings. */
export function typedFrom(fields: Fields, values: Record<string, unknown>): Typed {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => {
      const value = values[key];
      if (value === undefined || value === null) return [key, holdsMany(field.kind) ? [] : ""];
      return [key, field.type(value as never)];
    }),
  );
}

/** Whether a form sends a field of this kind as a list. */
export function holdsMany(fieldKind: string): boolean {
  return fieldKind === "rows" || fieldKind === "references";
}

/** The paths of the fields that have to be filled before these values can be published, in the form's order. */
export function missingFrom(
  fields: Fields,
  values: Record<string, unknown>,
  at: readonly string[] = [],
): string[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const value = values[key];
    const path = [...at, key];
    const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
    if (isEmpty)
      return field.optional || Array.isArray(value) || holdsMany(field.kind) || field.kind === "lines"
        ? []
        : [path.join(".")];
    const of = "of" in field && field.kind === "rows" ? (field.of as Fields) : null;
    if (!of) return [];
    return (value as Record<string, unknown>[]).flatMap((row, index) =>
      missingFrom(of, row, [...path, String(index)]),
    );
  });
}
