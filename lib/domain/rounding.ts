/** What sources that round can state of one sum. */

/** So much of the larger figure at the most is taken for rounding: one of a single digit is not. */
const mostRounded = 0.05;

/** Half of what a canonical decimal leaves open where its last digit is rounded: 0.05 of "12.3", 50 of "12300". */
function halfUnit(amount: string): number {
  const [whole = "0", fraction = ""] = amount.split(".");
  if (fraction) return 0.5 * 10 ** -fraction.length;
  let noughts = 0;
  while (whole.charAt(whole.length - 1 - noughts) === "0") noughts += 1;
  return noughts === whole.length ? 0 : 0.5 * 10 ** noughts;
}

/**
 * Whether a sum is at most another one, or above it by no more than their rounding makes: 169,104 and 169,100. Both are canonical
 * decimals, which are compared as floats: what is meant is coarser than these.
 */
export function isAtMostButForRounding(part: string, total: string): boolean {
  const above = Number(part) - Number(total);
  if (above <= 0) return true;
  return above < halfUnit(part) + halfUnit(total) && above <= Number(part) * mostRounded;
}
