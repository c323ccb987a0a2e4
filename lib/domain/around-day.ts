/** Of things in the order of their days, those that lie nearest to a day. */

/**
 * As many of these as `most` allows, in the order in which they come, which is that of their days (`dayOf`, as ISO days): those
 * nearest to `day`, of two that are as far the later.
 */
export function aroundDay<One>(
  all: readonly One[],
  dayOf: (one: One) => string,
  { day, most }: { day: string; most: number },
): One[] {
  const distance = (one: One) => Math.abs(Date.parse(dayOf(one)) - Date.parse(day));
  const begins = all.findIndex((one) => dayOf(one) >= day);
  let first = begins === -1 ? all.length : begins;
  let end = first;
  while (end - first < most && end - first < all.length) {
    const [before, after] = [all[first - 1], all[end]];
    if (before === undefined || (after !== undefined && distance(after) <= distance(before))) end++;
    else first--;
  }
  return all.slice(first, end);
}
