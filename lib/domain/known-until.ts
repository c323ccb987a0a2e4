/** How far what goes on is known to go on: by its own dates and its own sources, and by no other record. */
import { parsePartialDate } from "./partial-date";

/**
 * The last ISO day of which a record tells that goes on: the last that its own dates (EDTF) can mean, or the one to which its own
 * sources reach, and no later than `today`. Null where neither says anything.
 */
export function knownUntil(
  dates: readonly (string | undefined)[],
  sourcesReach: string | undefined,
  today: string,
): string | null {
  const days = [...dates.map(lastDayOf), sourcesReach].filter((day) => day !== undefined).sort();
  const last = days.at(-1);
  return last === undefined ? null : last < today ? last : today;
}

function lastDayOf(date: string | undefined): string | undefined {
  const read = date ? parsePartialDate(date) : null;
  return read?.ok ? (read.date.latest ?? read.date.earliest ?? undefined) : undefined;
}
