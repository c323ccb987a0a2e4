/** What a template of a kind holds, and what a new record begins with by it, whatever has become of the kind's fields since. */
import { repeatedFrom } from "./begun-like";
import { type Held, isEmpty } from "./fields/field";
import type { Field } from "./fields/fields";
import { typedFrom, withRowIds } from "./fields/set";
import type { Typed } from "./fields/typed";
import { keptCopy } from "./kept-copy";
import type { Kind, KindContext } from "./kinds/define-kind";
import { readableIn } from "./record";

/** How much of a record a template holds: all that it says, or what repeats from one record to the next. */
export const templateHolds = ["all", "repeats"] as const;
export type TemplateHolds = (typeof templateHolds)[number];

/** The values of a template that is made of what a form shows, as working copies hold them: only what its parsers read. */
export function templateOf(kind: Kind, typed: Typed, holds: TemplateHolds, context: KindContext): Held {
  const held = holds === "all" ? typed : repeatedFrom(kind, typedFrom(kind.fields, {}), typed);
  return filled(readableIn(kind, held, context));
}

/**
 * What a form begins with by a template, and the keys of what the template says besides that no form can show any more: fields
 * that are gone, and values that they do not take.
 */
export function begunByTemplate(
  kind: Kind,
  kept: unknown,
  context: KindContext,
): { typed: Typed; unread: string[] } {
  const values = filled(keptCopy(kind.key, typeof kept === "object" && !Array.isArray(kept) ? kept : {}));
  const unread = Object.keys(values).filter((key) => !Object.hasOwn(kind.fields, key));
  const read: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(kind.fields)) {
    if (!Object.hasOwn(values, key)) continue;
    const data = isKeptBy(field, values[key]) ? readAgain(key, field, values[key], context) : undefined;
    if (isEmpty(data)) unread.push(key);
    else read[key] = data;
  }
  return { typed: typedFrom(kind.fields, read), unread };
}

/** A value as the field's own parser takes it of what a form shows for it; undefined where it does not. */
function readAgain(key: string, field: Field, value: unknown, context: KindContext): unknown {
  const typed = withRowIds({ [key]: field }, { [key]: field.type(value) });
  return field.schema(context).safeParse(typed[key]).data;
}

/** In what each kind of field keeps its values. */
const keptAs = {
  ...{ text: "string", choice: "string", country: "string", decimal: "string", file: "string" },
  ...{ partialDate: "string", reference: "string", webAddress: "string", wholeNumber: "number" },
  ...{ lines: "strings", paths: "strings", references: "strings", rows: "rows" },
} as const satisfies Record<Field["kind"], "string" | "number" | "strings" | "rows">;

/** Whether a value has the shape in which a field keeps its own, which need not be that of a field of the same name before. */
function isKeptBy(field: Field, value: unknown): boolean {
  const as = keptAs[field.kind];
  if (as === "string" || as === "number") return typeof value === as;
  if (!Array.isArray(value)) return false;
  if (field.kind !== "rows") return value.every((item) => typeof item === "string");
  const cells = Object.entries(field.of);
  return value.every(
    (row: unknown) =>
      typeof row === "object" &&
      row !== null &&
      cells.every(([key, cell]) => {
        const held = (row as Held)[key];
        return isEmpty(held) || isKeptBy(cell, held);
      }),
  );
}

function filled(values: Held): Held {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
}
