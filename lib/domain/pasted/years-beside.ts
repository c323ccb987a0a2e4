/** Dates whose year stands in a column of its own: "2014 | 12–14 May". */
import type { Kind } from "../kinds/define-kind";
import { isTitle } from "./titles";

const yearHeading = /^(?:years?|año|année|jahr|ano|yıl|год)$/iu;
const dayHeading =
  /^(?:dates?(?: of (?:the )?visit)?|days?|day and month|when|fechas?|datum|daten|jours|даты?|дни)$/iu;
const year = /^\d{4}$/;
/** How many lines may stand above the headings. */
const mostAbove = 3;

/**
 * A table with such dates whole, and without the column of years. A year holds until the next one stands there, as lists print it once. Null for any
 * other table: where a date has its own year, or no year is known yet, and where the kind has no dates or a year of its own.
 */
export function yearsJoined({ fields }: Pick<Kind, "fields">, rows: readonly string[][]): string[][] | null {
  if ("year" in fields || !Object.values(fields).some(({ kind }) => kind === "partialDate")) return null;
  const at = rows
    .slice(0, mostAbove + 1)
    .findIndex(
      (row) => row.some((cell) => yearHeading.test(cell)) && row.some((cell) => dayHeading.test(cell)),
    );
  if (at < 0 || rows.slice(0, at).some((row) => !isTitle(row))) return null;
  const [years, days] = [yearHeading, dayHeading].map((heading) =>
    rows[at]!.findIndex((cell) => heading.test(cell)),
  );
  let current = "";
  const joined: string[][] = [];
  for (const row of rows.slice(at + 1)) {
    const said = row[years!]!;
    if (said !== "" && !year.test(said)) return null;
    current = said || current;
    const date = row[days!]!;
    if (/\d{4}/.test(date) || (date !== "" && current === "")) return null;
    // A line without a day is of its year.
    joined.push(
      row.map((cell, place) => (place === days ? withYear(date, said || (date && current)) : cell)),
    );
  }
  const whole = [...rows.slice(0, at + 1), ...joined];
  return whole.map((row) => row.filter((_, place) => place !== years));
}

/** A day with its year in the place that its form has for it: "12–14 May 2014", "May 12, 2014", "12.05.2014". */
function withYear(date: string, of: string): string {
  if (date === "" || of === "") return date || of;
  if (/^\d{1,2}\.\d{1,2}\.?$/.test(date)) return `${date.replace(/\.$/, "")}.${of}`;
  if (/^\d{1,2}\/\d{1,2}$/.test(date)) return `${date}/${of}`;
  return /^\p{L}/u.test(date) && /\d$/.test(date) ? `${date}, ${of}` : `${date} ${of}`;
}
