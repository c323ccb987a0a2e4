/** What can be done with a whole set of fields at once: parse it, type it out, find what is missing. */
import { z } from "zod";
import { below } from "../paths";
import type { Held, ParseContext, Typed } from "./field";
import type { Fields } from "./fields";

/** The strict schema of a set of fields: a key that is no field fails. */
export function schemaOf(fields: Fields, context: ParseContext): z.ZodType<Record<string, unknown>> {
  const shape = Object.entries(fields).map(([key, field]) => [key, field.schema(context)] as const);
  return z.strictObject(Object.fromEntries(shape));
}

/** What a form shows for stored values: the inverse of `schemaOf`. Empty fields come out as empty strings or lists. */
export function typedFrom(fields: Fields, values: Held): Typed {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => {
      const value = values[key];
      if (value === undefined || value === null) return [key, field.sends === "text" ? "" : []];
      return [key, field.type(value)];
    }),
  );
}

/** The paths of the fields that have to be filled before these values can be published, in the form's order. */
export function missingFrom(fields: Fields, values: Held, at = ""): string[] {
  return Object.entries(fields).flatMap(([key, field]) => field.missing(values[key], below(at, key)));
}
