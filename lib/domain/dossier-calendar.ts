/** What the calendar of a dossier holds: days that come round, and days by which something has to be done. */
import { dayAfter, readPeriod } from "./periods-in-words";

export const happenings = ["established", "signed", "notice", "expires"] as const;
export type HappeningName = (typeof happenings)[number];

/** Something that falls on a day. */
export interface Happening {
  /** The ISO day. */
  day: string;
  what: HappeningName;
  /** Of an anniversary, how many years it is. */
  years?: number;
}

/** What is known of an agreement, dates as EDTF. */
export interface CalendarAgreement {
  signedOn?: string | null;
  expires?: string | null;
  renewal?: string | null;
  renewalPeriod?: string | null;
  noticePeriod?: string | null;
}

/** The days from the first to the last, both included. */
export interface DaySpan {
  first: string;
  last: string;
}

const wholeDay = /^\d{4}-\d{2}-\d{2}$/;
const isWithin = (day: string, { first, last }: DaySpan) => day >= first && day <= last;

/** The anniversaries of the establishment of relations; none where its day is not known for certain. */
export function anniversariesOf(
  date: string | null | undefined,
  what: HappeningName,
  span: DaySpan,
): Happening[] {
  if (!date || !wholeDay.test(date)) return [];
  const [begun, firstYear, lastYear] = [date, span.first, span.last].map((day) =>
    Number(day.slice(0, 4)),
  ) as [number, number, number];
  return Array.from({ length: lastYear - firstYear + 1 }, (_, at) => firstYear + at - begun)
    .filter((years) => years > 0)
    .map((years) => ({ day: dayAfter(date, { months: 12, days: 0 }, years), what, years }))
    .filter(({ day }) => isWithin(day, span));
}

/** More renewals than that are not reckoned with. */
const mostRenewals = 200;

/**
 * An agreement's anniversaries, the ends of its terms, and the last days on which notice can be given that it shall not be
 * renewed. One that is renewed tacitly goes on from term to term by the period that it states.
 */
export function happeningsOf(agreement: CalendarAgreement, span: DaySpan): Happening[] {
  const { signedOn, expires, renewal, renewalPeriod, noticePeriod } = agreement;
  const signed = anniversariesOf(signedOn, "signed", span);
  if (!expires || !wholeDay.test(expires)) return signed;
  const again = renewal === "tacit" && renewalPeriod ? readPeriod(renewalPeriod) : null;
  const notice = renewal === "tacit" && noticePeriod ? readPeriod(noticePeriod) : null;
  const ends = again
    ? Array.from({ length: mostRenewals }, (_, times) => dayAfter(expires, again, times))
    : [expires];
  const found = ends.flatMap((day): Happening[] => [
    ...(notice ? [{ day: dayAfter(day, notice, -1), what: "notice" as const }] : []),
    { day, what: "expires" },
  ]);
  return [...signed, ...found.filter(({ day }) => isWithin(day, span))];
}
