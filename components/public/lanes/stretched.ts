/** Which of many numbers lie so far off that a scale which holds them would squeeze the rest. */

/** How many times the length of the rest a gap must be to be left out of a scale. */
const longestGap = 5;
/** No more than this share of all numbers is ever left out at one end, but always one. */
const share = 0.1;

/**
 * The least number that a scale needs to hold; `shortest` is a length that squeezes nothing, `times` how many times the length
 * of the rest a gap must be.
 */
export function coreLeast(numbers: readonly number[], shortest: number, times = longestGap): number {
  const inOrder = [...numbers].sort((a, b) => a - b);
  const most = Math.max(1, Math.floor(inOrder.length * share));
  return inOrder[leftOut(inOrder, most, { shortest, times })]!;
}

/** The greatest, likewise. */
export function coreGreatest(numbers: readonly number[], shortest: number, times = longestGap): number {
  return -coreLeast(
    numbers.map((one) => -one),
    shortest,
    times,
  );
}

/** How many of the least numbers lie further below all others than these stretch, so many times over. */
function leftOut(
  inOrder: readonly number[],
  most: number,
  { shortest, times }: { shortest: number; times: number },
): number {
  const greatest = inOrder[Math.max(0, inOrder.length - 1 - most)]!;
  for (let count = Math.min(most, inOrder.length - 1); count > 0; count -= 1) {
    const gap = inOrder[count]! - inOrder[count - 1]!;
    const rest = Math.max(greatest - inOrder[count]!, shortest);
    if (gap > times * rest) return count;
  }
  return 0;
}
