/** Counts that stop: of very many records a page says only that there are more than so many. */

/** Beyond it nothing is counted. */
export const COUNT_LIMIT = 1000;

/** At most `COUNT_LIMIT`, and whether there are more than `count`. */
export interface CappedCount {
  count: number;
  isMore: boolean;
}

/** What has been counted up to one more than `COUNT_LIMIT`. */
export function cappedCount(found: number): CappedCount {
  return { count: Math.min(found, COUNT_LIMIT), isMore: found > COUNT_LIMIT };
}

/** How many there are besides those that are shown. */
export function besides({ count, isMore }: CappedCount, shown: number): CappedCount {
  return { count: count - shown, isMore };
}

/** Several counts together. */
export function together(one: CappedCount, other: CappedCount): CappedCount {
  return { count: one.count + other.count, isMore: one.isMore || other.isMore };
}

/** What a message with `{count}` and a choice by `{more}` is given. */
export function countedWords({ count, isMore }: CappedCount): { count: number; more: "yes" | "no" } {
  return { count, more: isMore ? "yes" : "no" };
}
