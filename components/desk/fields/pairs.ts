/** Which fields of a form stand side by side. */
import { isShort } from "./parts";
import type { FieldSpec } from "./specs";

/** A field and its room: a whole line, half of one, or the first half of one that the next field goes on with. */
export interface Placed {
  field: FieldSpec;
  room: "whole" | "half" | "first";
}

/** From and to, the one country and the other, a sum and its currency. */
function belongTogether(one: FieldSpec, next: FieldSpec): boolean {
  const kinds = `${one.kind} ${next.kind}`;
  if (kinds === "decimal choice") return next.key === "currency";
  return ["partialDate partialDate", "country country", "decimal decimal"].includes(kinds);
}

/** Fields in their order with their room: two that belong together begin a line, so that they stand side by side. */
export function placed(
  fields: readonly FieldSpec[],
  isHalf: (field: FieldSpec) => boolean = isShort,
): Placed[] {
  let isSecond = false;
  return fields.map((field, index) => {
    if (!isHalf(field)) {
      isSecond = false;
      return { field, room: "whole" };
    }
    const next = fields[index + 1];
    const isFirst = !isSecond && next !== undefined && isHalf(next) && belongTogether(field, next);
    isSecond = isFirst;
    return { field, room: isFirst ? "first" : "half" };
  });
}
