/**
 * The rules between a kind's fields, in two severities. A *mistake* cannot be published: a draft keeps it, with its
 * message. A *doubt* may well be right: it is shown while it is typed, asked once before publication, and the answer is kept.
 */
import type { Draft, Fields } from "../fields/fields";
import type { RowsField } from "../fields/rows/rows";
import type { Held } from "../fields/field";
import { below } from "../paths";
import type { Predecessor } from "../sides";

export type Severity = "mistake" | "doubt";

/** What rules know of the record around the values. */
export interface KindContext {
  /** The dossier's two countries, null where the record belongs to none. */
  readonly parties: readonly [string, string] | null;
  /** Those that stood in their place before. */
  readonly predecessors?: readonly Predecessor[] | undefined;
  /** The day it is, as an ISO day, where doubts are asked: mistakes are the same on any day. */
  readonly today?: string | undefined;
}

interface Saying<V> {
  severity: Severity;
  /** The code of its words, which live in messages under `problems`; a doubt's begins with `doubt.`. */
  says: string;
  /** What the words need to name. */
  params?(values: V, context: KindContext): Record<string, string | number>;
  /** A doubt about what is not filled in, which is not told to those who are still filling it in. */
  isOfUnfinished?: true;
}

/** A rule about the whole record. It holds vacuously for a draft that has not got that far. */
export interface RecordRule<F extends Fields> extends Saying<Draft<F>> {
  /** The field beside which it is shown. */
  on: Extract<keyof F, string>;
  within?: undefined;
  holds(values: Draft<F>, context: KindContext): boolean;
}

/** A rule about each row of a field, shown beside a field of the row. */
type RowRuleOf<F extends Fields, K extends keyof F> =
  F[K] extends RowsField<infer R>
    ? Saying<Draft<R>> & {
        on: K;
        within: Extract<keyof R, string>;
        holds(row: Draft<R>, context: KindContext): boolean;
      }
    : never;

export type Rule<F extends Fields> =
  RecordRule<F> | { [K in Extract<keyof F, string>]: RowRuleOf<F, K> }[Extract<keyof F, string>];

/** A rule that values break: where, and what is said. */
export interface BrokenRule {
  path: string;
  says: string;
  params?: Record<string, string | number>;
  /** The values that the rule has read: while they stay, an answer to a doubt holds. */
  about: Held;
  isOfUnfinished: boolean;
}

/** A rule without the types of its kind's fields. */
interface AnyRule {
  severity: Severity;
  on: string;
  within?: string | undefined;
  says: string;
  holds(values: Held, context: KindContext): boolean;
  params?(values: Held, context: KindContext): Record<string, string | number>;
  isOfUnfinished?: true;
}

/** A kind's rules of one severity as a function of values: those that they break, in the order of the definition. */
export function checkerOf<F extends Fields>(
  rules: readonly Rule<F>[],
  severity: Severity,
): (values: Held, context: KindContext) => BrokenRule[] {
  // The values are those of the kind's own fields: its schema and columns made them.
  const own = (rules as readonly AnyRule[]).filter((rule) => rule.severity === severity);
  return (values, context) => own.flatMap((rule) => brokenBy(rule, values, context));
}

function brokenBy(rule: AnyRule, values: Held, context: KindContext): BrokenRule[] {
  const { on, within } = rule;
  if (within === undefined) return judged(rule, values, context, on);
  const rows = (values[on] ?? []) as readonly Held[];
  return rows.flatMap((row, index) => {
    const id = typeof row.id === "string" ? row.id : String(index);
    return judged(rule, row, context, below(on, id, within));
  });
}

function judged(rule: AnyRule, values: Held, context: KindContext, path: string): BrokenRule[] {
  const read = new Set<string>();
  const watched = new Proxy(values, {
    get(target, key) {
      read.add(String(key));
      return Reflect.get(target, key);
    },
  });
  if (rule.holds(watched, context)) return [];
  const about = Object.fromEntries([...read].sort().map((key) => [key, values[key]]));
  const { says, isOfUnfinished = false } = rule;
  return [{ path, says, params: rule.params?.(values, context), about, isOfUnfinished }];
}
