/** The spans of days that readers' calendars show: of a dossier a year, of the whole site a month, and the coming ones. */
import type { DaySpan } from "./dossier-calendar";
import { dayAfter } from "./periods-in-words";

/** A year of a dossier's calendar in its address, from 1600 to 2199. */
export const calendarYear = /^(?:1[6-9]|2[01])\d\d$/;
/** A month of the site's calendar in its address, within the same years. */
export const calendarMonth = /^(?:1[6-9]|2[01])\d\d-(?:0[1-9]|1[0-2])$/;

/** The days of a year, or of a month: `2027`, `2027-03`. */
export function spanOf(period: string): DaySpan {
  if (period.length === 4) return { first: `${period}-01-01`, last: `${period}-12-31` };
  const first = `${period}-01`;
  return { first, last: beforeDay(dayAfter(first, { months: 1, days: 0 })) };
}

/** So many whole months from the one in which a day lies. */
export function comingMonths(today: string, months: number): DaySpan {
  const first = `${today.slice(0, 7)}-01`;
  return { first, last: beforeDay(dayAfter(first, { months, days: 0 })) };
}

/** The year or month so many later, earlier where that is negative; null beyond those that have an address. */
export function periodFrom(period: string, steps: number): string | null {
  const isYear = period.length === 4;
  const months = isYear ? 12 * steps : steps;
  const there = dayAfter(isYear ? `${period}-01-01` : `${period}-01`, { months, days: 0 });
  const found = there.slice(0, period.length);
  return (isYear ? calendarYear : calendarMonth).test(found) ? found : null;
}

const beforeDay = (day: string) => dayAfter(day, { months: 0, days: 1 }, -1);
