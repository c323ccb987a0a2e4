import { z } from "zod";
import {
  type Field,
  type Fields,
  type FieldSettings,
  refuse,
  settled,
  type Typed,
  type Values,
} from "../field";
import { schemaOf, typedFrom } from "../set";

export interface RowsSettings<F extends Fields> extends FieldSettings {
  of: F;
}

export type RowsField<F extends Fields = Fields> = Field<"rows", Values<F>[], boolean> & { readonly of: F };

const mostRows = 200;

/** Repeatable rows of further fields, in order, such as a visit's meetings. Rows left wholly empty are dropped. */
export function rows<F extends Fields>(settings: RowsSettings<F>): RowsField<F> {
  return {
    kind: "rows",
    ...settled<boolean>(settings),
    of: settings.of,
    schema: (context) =>
      z
        .array(schemaOf(settings.of, context))
        .optional()
        .transform((typed, refinement) => {
          const filled = (typed ?? []).filter((row) => Object.values(row).some(isFilled));
          if (filled.length > mostRows) return refuse(refinement, "rows.tooMany", { max: mostRows });
          return filled as Values<F>[];
        }),
    type: (value) => value.map((row) => typedFrom(settings.of, row as Record<string, unknown>)) as Typed[],
    show: (value, context) =>
      value
        .map((row) =>
          Object.entries(settings.of)
            .map(([key, field]) => {
              const held = (row as Record<string, unknown>)[key];
              return isFilled(held) ? field.show(held as never, context) : "";
            })
            .filter(Boolean)
            .join(", "),
        )
        .join("; "),
  };
}

function isFilled(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}
