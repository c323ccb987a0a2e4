/** The day it is in UTC, as an ISO day. */
export function todaysDay(now = new Date()): string {
  return now.toISOString().slice(0, 10);
}
