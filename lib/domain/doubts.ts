/** Doubts: what may be right and seldom is. Pure, so that a form has them while it is typed in. */
import type { DoubtContext, Held } from "./fields/field";
import type { Kind } from "./kinds/define-kind";
import type { KindContext } from "./kinds/rules";
import type { Problem } from "./record";

export interface Doubt extends Problem {
  /** The values that it speaks of: while they stay as they are, its answer holds. */
  about: unknown;
  /** About what is not filled in: not told to those who are still filling it in. */
  isOfUnfinished?: boolean;
}

/** What a record's values leave in doubt by themselves: each field in its own way, then the kind's rules. */
export function doubtsOf(kind: Kind, values: Held, context: KindContext & DoubtContext): Doubt[] {
  const ofFields = Object.entries(kind.fields).flatMap(([key, field]) =>
    field.doubts(values[key], key, context),
  );
  const ofRules = kind.doubtful(values, context).map(({ path, says, params, about, isOfUnfinished }) => ({
    path,
    code: says,
    params,
    about,
    isOfUnfinished,
  }));
  return [...ofFields, ...ofRules];
}
