const minute = 60_000;
const units = [
  ["day", 24 * 60 * minute],
  ["hour", 60 * minute],
  ["minute", minute],
] as const;

/** A span of milliseconds in words, in the largest unit that says it exactly and more than once, as "12 hours". */
export function durationWords(milliseconds: number): string {
  const isExact = (size: number) => milliseconds % size === 0 && milliseconds >= 2 * size;
  const [unit, size] = units.find(([, one]) => isExact(one)) ?? units[2];
  return new Intl.NumberFormat("en", { style: "unit", unit, unitDisplay: "long" }).format(
    Math.round(milliseconds / size),
  );
}
