import type { Change } from "./dashboard";

/** How many acts are read for a list of this many: a person's acts on one record are one line. */
export const actsRead = (lines: number) => 4 * lines;

/** Of what one person did to one record the last alone: they started it, saved it and published it in one sitting. */
export function latestOfEach(changes: readonly Change[], lines: number): Change[] {
  const seen = new Set<string>();
  return changes
    .filter(({ entryId, byName }) => {
      const key = JSON.stringify([entryId, byName]);
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, lines);
}
