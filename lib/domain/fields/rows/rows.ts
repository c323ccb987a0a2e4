import { z } from "zod";
import { below } from "../../paths";
import { type FieldOf, type FieldSettings, type Held, isEmpty, makeField, refuse } from "../field";
import type { RowFields, Values } from "../fields";
import { typedRows } from "../typed";
import { missingFrom, schemaOf, typedFrom } from "../set";
import type { InRows } from "../storage";
import { exported } from "./export";
import { childTable } from "./storage";

export interface RowsSettings<F extends RowFields> extends FieldSettings {
  of: F;
  /** Fields of a row of which one at least has to be filled: the first is asked for where none is. */
  oneOf?: readonly (keyof F & string)[];
}

export interface RowsField<F extends RowFields = RowFields> extends FieldOf<
  "rows",
  RowValues<F>[],
  boolean,
  InRows<F>
> {
  readonly of: F;
  /** How many rows it takes. */
  readonly max: number;
}

/** A row's values with its id, which rows of before there were ids lack. */
export type RowValues<F extends RowFields> = Values<F> & { id?: string };

const maxRows = 200;

/** Repeatable rows of further fields, in order, such as a visit's meetings. Rows left wholly empty are dropped. */
export function rows<F extends RowFields>(settings: RowsSettings<F>): RowsField<F> {
  const { of, oneOf = [] } = settings;
  const each = Object.entries(of);
  const filledIn = (row: Held) => each.filter(([key]) => !isEmpty(row[key]));
  const field = makeField<"rows", Held[], boolean, InRows<F>, RowValues<F>[]>("rows", settings, {
    sends: "rows",
    storage: childTable(of),
    exported: exported(of),
    schema: (context) =>
      z
        .array(schemaOf(of, context, { id: z.uuid().optional() }))
        .optional()
        .transform((typed, refinement) => {
          const filled = (typed ?? []).filter((row) => filledIn(row).length > 0);
          return filled.length > maxRows ? refuse(refinement, "rows.tooMany", { max: maxRows }) : filled;
        }),
    type: (value) => value.map((row) => ({ ...idOf(row), ...typedFrom(of, row) })),
    plain: (value) =>
      value.map((row) => ({
        ...idOf(row),
        ...Object.fromEntries(filledIn(row).map(([key, one]) => [key, one.plain(row[key])])),
      })),
    show: (value, context) =>
      value
        .map((row) =>
          filledIn(row)
            .map(([key, one]) => one.show(row[key], context))
            .filter(Boolean)
            .join(", "),
        )
        .join("; "),
    otherWords: (value) =>
      value.flatMap((row) => filledIn(row).flatMap(([key, one]) => one.otherWords(row[key]))),
    texts: (value, currency) =>
      value.map((row) => ({
        text: filledIn(row)
          .flatMap(([key, one]) => one.texts(row[key], currency))
          .map(({ text }) => text)
          .join(", "),
        isProse: false,
      })),
    links: (value, at) =>
      value.flatMap((row, index) =>
        filledIn(row).flatMap(([key, one]) =>
          one
            .links(row[key], { field: `${at.field}.${key}`, path: below(at.path, nameOf(row, index), key) })
            .map((link) => ({ ...link, beside: besides(row, key) })),
        ),
      ),
    missing: (value, path) =>
      (value ?? []).flatMap((row, index) =>
        missingFrom(of, row, { at: below(path, nameOf(row, index)), oneOf }),
      ),
    doubts: (value, path, context) =>
      value.flatMap((row, index) =>
        each.flatMap(([key, one]) => one.doubts(row[key], below(path, nameOf(row, index), key), context)),
      ),
    typedLinks: (typed) =>
      typedRows(typed).flatMap((row) => each.flatMap(([key, one]) => one.typedLinks(row[key] ?? ""))),
    readings: (typed) =>
      typedRows(typed).flatMap((row) => each.flatMap(([key, one]) => one.readings(row[key] ?? ""))),
  });
  return { ...field, of, max: maxRows };
}

/** What a row says besides one of its fields, as one text, in whichever order its fields are written. */
function besides(row: Held, key: string): string {
  const others = Object.entries(row).filter(
    ([other, value]) => other !== "id" && other !== key && !isEmpty(value),
  );
  return JSON.stringify(others.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function idOf({ id }: Held): { id?: string } {
  return typeof id === "string" ? { id } : {};
}

/** How paths name a row: by its id, or by its place where it has none yet. */
function nameOf(row: Held, index: number): string {
  return idOf(row).id ?? String(index);
}
