/** The day that an address asks for, and the days from which there are steps to it. */

/** The first and last day that can be asked for: nothing is recorded of earlier ones, and no view is of much later ones. */
export const firstDay = "1500-01-01";
export const lastDay = "2100-12-31";

const wholeDay = /^\d{4}-\d{2}-\d{2}$/;

/** A day as an address spells it, where the calendar has it and it can be asked for; else null. */
export function readDay(text: unknown): string | null {
  if (typeof text !== "string" || !wholeDay.test(text) || text < firstDay || text > lastDay) return null;
  const at = Date.parse(text);
  // JavaScript rolls days that a month has not over into the next.
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text ? text : null;
}

/**
 * The same day so many years later, or earlier by a negative number; for 29 February the 28th where the year has no such day.
 * Null where that day cannot be asked for.
 */
export function yearsFrom(day: string, years: number): string | null {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, "0");
  const same = readDay(year + day.slice(4));
  return same ?? (day.endsWith("-02-29") ? readDay(`${year}-02-28`) : null);
}
