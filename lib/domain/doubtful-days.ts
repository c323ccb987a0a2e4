/** Days that are more likely slips of the hand than dates: long before there were such relations, or far ahead. */
import { datePoints } from "./partial-date";

/** What is asked of a date, null where nothing is: its code and the year that it speaks of. */
export interface DoubtfulDay {
  code: "doubt.date.farAhead" | "doubt.date.longAgo";
  year: number;
}

/** Relations between states as they are recorded here hardly reach back further. */
const firstLikelyYear = 1500;

/** Whether a year, month or day begins more than some years after today, or lies before 1500. `today` is an ISO day. */
export function doubtfulDay(
  { year, month = 1, day = 1 }: { year: number; month?: number; day?: number },
  today: string,
  yearsAhead = 1,
): DoubtfulDay | null {
  if (year < firstLikelyYear) return { code: "doubt.date.longAgo", year };
  const begins = [String(year).padStart(4, "0"), two(month), two(day)].join("-");
  const last = `${String(Number(today.slice(0, 4)) + yearsAhead).padStart(4, "0")}${today.slice(4)}`;
  return begins > last ? { code: "doubt.date.farAhead", year } : null;
}

/** The first end of a stored date (EDTF) that is doubtful; null where none is. */
export function doubtfulDate(stored: string, today: string, yearsAhead?: number): DoubtfulDay | null {
  for (const point of datePoints(stored)) {
    const doubt = point && doubtfulDay(point, today, yearsAhead);
    if (doubt) return doubt;
  }
  return null;
}

const two = (part: number) => String(part).padStart(2, "0");
