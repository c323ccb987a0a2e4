/** Values that files give as they are on the day, where the record comes to others later: they are not stated, they turn. */
import type { Held } from "../fields/field";
import type { Typed } from "../fields/typed";
import type { Kind } from "../kinds/define-kind";

/**
 * What was typed without the values that are those of the ISO day: a file says of what enters into force later that it is not in force, and
 * stated it would stay so. What a record states already (`stood`, as typed) was stated on purpose.
 */
export function withoutValuesOfDay(
  kind: Pick<Kind, "following" | "completed" | "onDay">,
  typed: Typed,
  values: Held,
  { day, stood }: { day: string; stood: Typed },
): Typed {
  const dropped = kind.following.filter((key) => {
    const { [key]: stated, ...others } = values;
    const completed = kind.completed(others);
    const ofDay = kind.onDay(completed, day)[key];
    return stated === ofDay && ofDay !== completed[key] && !stood[key];
  });
  if (dropped.length === 0) return typed;
  return Object.fromEntries(Object.entries(typed).filter(([key]) => !dropped.includes(key)));
}
