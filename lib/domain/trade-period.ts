/** The period of a year of trade: a calendar year, or a fiscal year that begins in one and ends in the next. */

/** What a year of trade says of its period. Without `period` it is a calendar year. */
export interface TradePeriod {
  year: number;
  period?: string | undefined;
}

const twoDigits = (year: number) => String(year % 100).padStart(2, "0");

/** How addresses name a period: "2013", "2013-14". */
export function periodAddress({ year, period }: TradePeriod): string {
  return period === "fiscal" ? `${year}-${twoDigits(year + 1)}` : String(year);
}

/** How readers see a period: "2013", "2013–14". */
export function showPeriod(period: TradePeriod): string {
  return periodAddress(period).replace("-", "–");
}

/** The period that an address names; null where it names none. */
export function readPeriodAddress(address: string): TradePeriod | null {
  const parts = /^(\d{4})(?:-(\d\d))?$/.exec(address);
  return parts && fromParts(Number(parts[1]), parts[2]);
}

/** The period at the beginning of a year's slug, and the rest of it: "2013-14-kz" is 2013-14 and "kz". */
export function splitSlug(slug: string): { period: string; rest: string } {
  const parts = /^(\d{4}(?:-\d\d(?=-|$))?)-?(.*)$/.exec(slug);
  return { period: parts?.[1] ?? slug, rest: parts?.[2] ?? "" };
}

/** Longer texts name more than a fiscal year. */
const longest = 30;
const named = /^(?:F\.?Y\.?|fiscal|(?:fiscal|financial) year) ?(?=\d)|(?<=\d) ?F\.?Y\.?$/i;

/** A fiscal year as tables print it, "2013-14", "2013/14", "FY 2013–2014"; null for anything else, a bare year too. */
export function readFiscalYear(typed: string): TradePeriod | null {
  if (typed.length > longest) return null;
  const years = typed.trim().replace(named, "");
  const parts = /^(\d{4}) ?[-/–—\u2010\u2011] ?(\d{4}|\d\d)$/.exec(years);
  const last = parts?.[2];
  const read = parts && last && fromParts(Number(parts[1]), last.slice(-2));
  return read && (last.length === 2 || Number(last) === read.year + 1) ? read : null;
}

/** What was typed with a fiscal year in its year, "2013-14", as its first year and the kind of period. */
export function withFiscalYearRead<T extends Readonly<Record<string, unknown>>>(typed: T): T {
  const fiscal = typeof typed.year === "string" ? readFiscalYear(typed.year) : null;
  return fiscal ? { ...typed, year: String(fiscal.year), period: "fiscal" } : typed;
}

/** The two fiscal years that one named by a single year may be, "FY2015": that which ends in it, that which begins; null for anything else. */
export function fiscalYearsNamed(typed: string): [ends: string, begins: string] | null {
  const text = typed.trim();
  if (typed.length > longest || !named.test(text)) return null;
  const year = Number(/^\d{4}$/.exec(text.replace(named, ""))?.[0] ?? 0);
  const address = (first: number) => periodAddress({ year: first, period: "fiscal" });
  return year > 0 ? [address(year - 1), address(year)] : null;
}

function fromParts(year: number, last: string | undefined): TradePeriod | null {
  if (last === undefined) return { year };
  return last === twoDigits(year + 1) ? { year, period: "fiscal" } : null;
}
