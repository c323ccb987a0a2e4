/** A moment where a date is meant: what programs make of dates that they know less precisely. */
import { parsePartialDate } from "./partial-date";
import type { TypedDate } from "./typed-date";

/** What a moment may stand for, to be asked; null where a text is none. */
export function readMoment(text: string): TypedDate | null {
  const parts = /^\+?(\d{4})-(\d\d)-(\d\d)[T ]\d\d/i.exec(text);
  if (!parts) return null;
  const [, year, month, day] = parts;
  const whole = month === "00" ? [] : day === "00" ? [`${year}-${month}`] : [`${year}-${month}-${day}`];
  // Midnight on the first of January is what becomes of a bare year, on the first of another month of a bare month.
  const less = day === "01" ? (month === "01" ? [`${year}`] : [`${year}-${month}`]) : [];
  const choices = [...less, ...(whole.length ? whole : [`${year}`])].filter(
    (one) => parsePartialDate(one).ok,
  );
  return choices.length
    ? { ok: false, problem: "date.moment", choices }
    : { ok: false, problem: "date.impossible" };
}
