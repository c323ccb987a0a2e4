/** What the fields of a form began with: one shows other values than were typed only by being drawn anew. */
import type { Typed } from "@/lib/domain/fields/typed";

export interface Round {
  typed: Typed;
  /** How often each field was drawn anew. */
  redrawn: Readonly<Record<string, number>>;
}

/** The same with some fields drawn anew, to show what they are in `typed`. */
export function redrawn(was: Round, typed: Typed, keys: readonly string[]): Round {
  const next = { typed: { ...was.typed }, redrawn: { ...was.redrawn } };
  for (const key of keys) {
    next.typed[key] = typed[key] ?? "";
    next.redrawn[key] = (was.redrawn[key] ?? 0) + 1;
  }
  return next;
}
