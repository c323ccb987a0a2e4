/** Periods as agreements state them, "six months before the end of the term", and days reckoned by them. */

/** A period of whole months and days. */
export interface StatedPeriod {
  months: number;
  days: number;
}

const numbers: Readonly<Record<string, number>> = {
  ...{
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
  },
  ...{ eleven: 11, twelve: 12, fifteen: 15, twenty: 20, thirty: 30, sixty: 60, ninety: 90 },
};

const units: Readonly<Record<string, StatedPeriod>> = {
  day: { months: 0, days: 1 },
  week: { months: 0, days: 7 },
  month: { months: 1, days: 0 },
  year: { months: 12, days: 0 },
};

/** Longer texts say more than a period. */
const longestPeriod = 120;

/** The first period that a text states; null where it states none. */
export function readPeriod(text: string): StatedPeriod | null {
  if (text.length > longestPeriod) return null;
  const words = text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  for (const [at, word] of words.entries()) {
    const unit = units[word.replace(/s$/, "")];
    // "six (6) months" says its number twice.
    const said = unit && (words[at - 1] ?? "");
    const count =
      said === undefined ? undefined : (numbers[said] ?? (/^\d{1,3}$/.test(said) ? Number(said) : undefined));
    if (unit && count) return { months: unit.months * count, days: unit.days * count };
  }
  return null;
}

/** The day that lies a period after an ISO day, before it where `times` is negative; at the end of months that are shorter. */
export function dayAfter(day: string, { months, days }: StatedPeriod, times = 1): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months * times, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last) + days * times);
  return first.toISOString().slice(0, 10);
}
