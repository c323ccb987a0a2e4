/** What can be done with a whole set of fields at once: parse it, type it out, find what is missing. */
import { z } from "zod";
import { below } from "../paths";
import type { FormField } from "../record-form";
import { newRowId } from "../row-id";
import { byContext } from "./by-context";
import { type Held, isEmpty, type ParseContext } from "./field";
import type { Fields } from "./fields";
import type { Typed, TypedValue } from "./typed";

type Shape = Record<string, z.ZodType>;

/** The strict schema of a set of fields: a key that is no field fails. `besides` are keys that are taken as well. */
export function schemaOf(
  fields: Fields,
  context: ParseContext,
  besides: Shape = {},
): z.ZodType<Record<string, unknown>> {
  const shape = Object.entries(fields).map(([key, field]) => [key, field.schema(context)] as const);
  return z.strictObject({ ...besides, ...Object.fromEntries(shape) });
}

/** The same for the fields of a kind, which are parsed again and again. */
export function kindSchemaOf(fields: Fields): (context: ParseContext) => z.ZodType<Record<string, unknown>> {
  const known = kindSchemas.get(fields);
  if (known) return known;
  const made = byContext((context) => schemaOf(fields, context));
  kindSchemas.set(fields, made);
  return made;
}

const kindSchemas = new WeakMap<Fields, ReturnType<typeof kindSchemaOf>>();

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

/** What was typed, with an id for each row that has none: what no form of ours sent, or was kept before rows had ids. */
export function withRowIds(fields: Fields, typed: Typed): Typed {
  return Object.fromEntries(
    Object.entries(typed).map(([key, value]) => [
      key,
      Object.hasOwn(fields, key) && fields[key]?.sends === "rows" ? identified(value) : value,
    ]),
  );
}

function identified(rows: TypedValue): TypedValue {
  if (typeof rows === "string" || rows.some((row) => typeof row === "string")) return rows;
  const used = new Set<TypedValue>();
  return rows.flatMap((row) => {
    if (typeof row === "string") return [];
    const id = row.id === undefined || row.id === "" || used.has(row.id) ? newRowId() : row.id;
    used.add(id);
    return [{ ...row, id }];
  });
}

/** The fields as a form's reader knows them. */
export function formFieldsOf(fields: Fields): FormField[] {
  return Object.entries(fields).map(([key, field]) => ({
    key,
    sends: field.sends,
    ...(field.kind === "rows" && { of: formFieldsOf(field.of) }),
  }));
}

/**
 * The paths of the fields that have to be filled before these values can be published, in the form's order. Of those named
 * by `oneOf` one at least has to be: the first is missing where none is.
 */
export function missingFrom(
  fields: Fields,
  values: Held,
  { at = "", oneOf = [] }: { at?: string; oneOf?: readonly string[] } = {},
): string[] {
  const asked = oneOf.every((key) => isEmpty(values[key])) ? oneOf[0] : undefined;
  return Object.entries(fields).flatMap(([key, field]) => {
    const path = below(at, key);
    return [...(key === asked ? [path] : []), ...field.missing(values[key], path)];
  });
}
