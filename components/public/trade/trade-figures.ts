/** Yearly trade as the table and the chart need it: reporters in order, shares, units. */
import type { Viewed } from "../frame/setting";

export type TradeRecord = Viewed<"tradeYear">;
export type Flow = "total" | "exportsA" | "exportsB";
export const flows: readonly Flow[] = ["total", "exportsA", "exportsB"];

/** The parties' own figures first, then a third source's, then those of an unknown reporter. */
export function inReporterOrder(
  records: readonly TradeRecord[],
  parties: readonly [string, string],
): TradeRecord[] {
  const order = [...parties, "third-source", "not-stated"];
  const rank = ({ values: { reporter } }: TradeRecord) => {
    const index = order.indexOf(reporter ?? "");
    return index < 0 ? order.length : index;
  };
  return [...records].sort((one, other) => rank(one) - rank(other));
}

/** The years, newest first, each with what its reporters state. */
export function byYear(
  records: readonly TradeRecord[],
  parties: readonly [string, string],
): { year: number; records: TradeRecord[] }[] {
  const years = new Map<number, TradeRecord[]>();
  for (const record of inReporterOrder(records, parties)) {
    const { year } = record.values;
    if (year !== undefined) years.set(year, [...(years.get(year) ?? []), record]);
  }
  return [...years]
    .sort(([one], [other]) => other - one)
    .map(([year, ofYear]) => ({ year, records: ofYear }));
}

/** Each side's exports as a share of the total in whole percent, null unless both sides and a total are known. */
export function sharesOf({ exportsA, exportsB, total }: TradeRecord["values"]): [number, number] | null {
  if (exportsA === undefined || exportsB === undefined) return null;
  const [a, b] = [Number(exportsA), Number(exportsB)];
  const whole = total === undefined ? a + b : Number(total);
  if (whole <= 0) return null;
  const first = Math.round((a / whole) * 100);
  return [first, 100 - first];
}

/** The unit in which figures are set: a currency and a power of ten. */
export interface Unit {
  currency: string;
  /** 0, 3, 6 or 9. */
  power: number;
}

/** The unit in which all of these figures can stand side by side, null where their currencies differ. */
export function commonUnit(records: readonly TradeRecord[]): Unit | null {
  const [currency, ...others] = new Set(records.flatMap(({ values }) => values.currency ?? []));
  if (!currency || others.length > 0) return null;
  const amounts = records.flatMap(({ values }) => flows.flatMap((flow) => values[flow] ?? [])).map(Number);
  return { currency, power: powerFor(Math.max(0, ...amounts)) };
}

/** The power of ten that leaves the largest figure at least two digits before the point. */
export function powerFor(largest: number): number {
  return [9, 6, 3].find((power) => largest >= 10 ** (power + 1)) ?? 0;
}

/** A figure in a unit, without the unit's name: "1,987.4". */
export function inUnit(amount: string | number, { power }: Unit, locale = "en"): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: power === 0 ? 2 : 1 }).format(
    Number(amount) / 10 ** power,
  );
}
