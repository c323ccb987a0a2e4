/** What a template of a kind holds, and what a new record begins with by it, whatever has become of the kind's fields since. */
import { repeatedFrom } from "./begun-like";
import { type Held, isEmpty } from "./fields/field";
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
    const one = withRowIds({ [key]: field }, { [key]: field.type(values[key]) });
    const { data } = field.schema(context).safeParse(one[key]);
    if (isEmpty(data)) unread.push(key);
    else read[key] = data;
  }
  return { typed: typedFrom(kind.fields, read), unread };
}

function filled(values: Held): Held {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
}
