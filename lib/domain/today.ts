/** The day it is in UTC, as an ISO day. */
export function todaysDay(now = new Date()): string {
  return now.toISOString().slice(0, 10);
}

/** The last year of which anything is expected to be recorded: what lies further ahead is a slip more often than a plan. */
export function lastYearToExpect(now = new Date()): number {
  return now.getUTCFullYear() + 1;
}
