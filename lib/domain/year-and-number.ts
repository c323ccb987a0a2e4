/** A year and one number behind it: a month, a season, another year, a week or a slip. */
import type { TypedDate } from "./typed-date";

/** Whether a text is a week of the year as ISO 8601 counts them, or a day of it. */
export const namesWeek = (text: string) => /^\d{4}-?W\d\d(?:-?[1-7])?$/i.test(text);

/** Whether a text is a year with one number beside it, as a year and its month are. */
export const isYearAndNumber = (text: string) => /^(?:\d{4}[-/. ]\d\d|\d\d[-/. ]\d{4})$/.test(text);

/** "2023-24" is the winter of 2023 to EDTF and two years to most people. */
export function twoYears(edtf: string): TypedDate | null {
  const parts = /^(\d\d)(\d\d)-(2[1-4])$/.exec(edtf);
  if (!parts || Number(parts[2]) + 1 !== Number(parts[3])) return null;
  const years = `${parts[1]}${parts[2]}/${parts[1]}${parts[3]}`;
  return { ok: false, problem: "date.ambiguous", choices: [years, edtf] };
}

/** "1963-65", which the calendar has no month for. */
export function yearToYear(text: string): TypedDate | null {
  const parts = /^((\d\d)(\d\d))-(\d\d)$/.exec(text);
  if (!parts || Number(parts[4]) <= Number(parts[3])) return null;
  const [first, last] = [`${parts[1]}`, `${parts[2]}${parts[4]}`];
  return { ok: false, problem: "date.twoDates", choices: [`${first}/${last}`], first, last };
}
