/** Figures of a bench: measured several times, told as medians. */

/** The value below which a share of the values lies (nearest rank); NaN where there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Milliseconds that a task takes. */
export async function timed(task: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await task();
  return performance.now() - began;
}

/** A line of a bench's table. */
export interface Figure {
  what: string;
  value: string;
  target?: string;
  /** Whether the target is met; undefined where there is none. */
  met?: boolean;
}

/** A figure with an upper bound as its target. */
export function atMost(what: string, value: number, unit: string, bound?: number): Figure {
  const text = `${value >= 100 ? Math.round(value) : Number(value.toFixed(value < 10 ? 2 : 1))} ${unit}`;
  return bound === undefined
    ? { what, value: text }
    : { what, value: text, target: `≤ ${bound} ${unit}`, met: value <= bound };
}

/** A ratio, or a figure of another unit, with a lower bound as its target. */
export function atLeast(what: string, value: number, bound: number, unit = "×"): Figure {
  return { what, value: `${value.toFixed(2)} ${unit}`, target: `≥ ${bound} ${unit}`, met: value >= bound };
}

/** Prints figures as a Markdown table. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  console.log(`\n### ${title}\n\n| what | measured | target | |\n|---|---|---|---|`);
  for (const { what, value, target = "", met } of figures)
    console.log(`| ${what} | ${value} | ${target} | ${met === undefined ? "" : met ? "met" : "missed"} |`);
}
