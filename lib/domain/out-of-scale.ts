/** Amounts typed in thousands among units, or the other way round. */

/**
 * How far a value may lie from its neighbours. A slip is a thousand times off; trade grows and falls beside it, and by
 * two hundred times hardly ever from one year to another.
 */
const farthest = 200;

/** Whether an amount lies some thousand times above or below the middle of those beside it. Nought says nothing. */
export function isOutOfScale(amount: string, neighbours: readonly string[]): boolean {
  const value = Number(amount);
  const others = neighbours
    .map(Number)
    .filter((one) => one > 0)
    .sort((a, b) => a - b);
  const middle = others[Math.floor(others.length / 2)];
  if (middle === undefined || !(value > 0)) return false;
  return value > middle * farthest || value * farthest < middle;
}
