/** Yearly trade as the table and the chart need it: reporters in order, shares. */
import { periodAddress, showPeriod } from "@/lib/domain/trade-period";
import { type Sides, todaysOf } from "@/lib/domain/sides";
import { type FigureStanding, standingOf } from "@/lib/domain/kinds/figure-standing";
import { isSum, standingOfTotal, totalOf } from "@/lib/domain/kinds/trade-total";
import type { Viewed } from "../frame/setting";

export type TradeRecord = Viewed<"tradeYear">;
export type Flow = "total" | "exportsA" | "exportsB";
export const flows: readonly Flow[] = ["total", "exportsA", "exportsB"];

/** A figure as a decimal: as its reporter states it, of a total that is not stated the sum of both directions. */
export function amountIn(values: TradeRecord["values"], flow: Flow): string | undefined {
  return flow === "total" ? totalOf(values) : values[flow];
}

/** How sure a figure is as its reporter states it; undefined where it is final or not known. */
export function standingIn(values: TradeRecord["values"], flow: Flow): FigureStanding | undefined {
  if (flow === "total") return standingOfTotal(values);
  return values[flow] === undefined ? undefined : values[standingOf[flow]];
}

/** What is said of figures of these records: how sure they are, and that a total is a sum. */
export function marksOf(records: readonly TradeRecord[]): ReadonlySet<FigureStanding | "sum"> {
  return new Set(
    records.flatMap(({ values }) =>
      flows.flatMap((flow) => (flow === "total" && isSum(values) ? "sum" : (standingIn(values, flow) ?? []))),
    ),
  );
}

/** The parties' own figures first, then a third source's, then those of an unknown reporter. */
export function inReporterOrder(records: readonly TradeRecord[], sides: Sides): TradeRecord[] {
  const order = [...sides.parties, "third-source", "not-stated"];
  // A predecessor reports in its side's place.
  const rank = ({ values: { reporter } }: TradeRecord) => {
    const index = order.indexOf(todaysOf(reporter, sides) ?? reporter ?? "");
    return index < 0 ? order.length : index;
  };
  const nameOf = ({ values: { sourceName = "" } }: TradeRecord) => sourceName;
  return [...records].sort(
    (one, other) => rank(one) - rank(other) || nameOf(one).localeCompare(nameOf(other), "en"),
  );
}

/** The years, newest first, each with what its reporters state. */
export function byYear(
  records: readonly TradeRecord[],
  sides: Sides,
): { year: number; records: TradeRecord[] }[] {
  const years = new Map<number, TradeRecord[]>();
  for (const record of inReporterOrder(records, sides)) {
    const { year } = record.values;
    if (year !== undefined) years.set(year, [...(years.get(year) ?? []), record]);
  }
  return [...years]
    .sort(([one], [other]) => other - one)
    .map(([year, ofYear]) => ({ year, records: ofYear }));
}

/** What each reporter states, the newest year first; reporters in the order in which they come. */
export function byReporter(records: readonly TradeRecord[]): TradeRecord[][] {
  const groups = new Map<string, TradeRecord[]>();
  for (const record of records) {
    const { reporter, sourceName, predecessorA, predecessorB } = record.values;
    const key = JSON.stringify([reporter, sourceName, predecessorA, predecessorB]);
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return [...groups.values()].map((own) =>
    own.sort((one, other) => (other.values.year ?? 0) - (one.values.year ?? 0)),
  );
}

/** A calendar or fiscal year, with what its reporters state. */
export interface StatedPeriod {
  year: number;
  /** Its part of the address: "2013", "2013-14". */
  address: string;
  /** As readers see it. */
  shown: string;
  records: TradeRecord[];
}

/** The periods, newest first. A fiscal year begins within the calendar year of the same number, and so comes after it. */
export function byPeriod(records: readonly TradeRecord[], sides: Sides): StatedPeriod[] {
  return byYear(records, sides).flatMap(({ year, records: ofYear }) =>
    (["fiscal", undefined] as const).flatMap((period): StatedPeriod[] => {
      const own = ofYear.filter(({ values }) => values.period === period);
      const named = { year, period };
      return own.length
        ? [{ year, address: periodAddress(named), shown: showPeriod(named), records: own }]
        : [];
    }),
  );
}

/** Each side's exports as a share of the total in whole percent, null unless both sides and a total are known. */
export function sharesOf(values: TradeRecord["values"]): [number, number] | null {
  const { exportsA, exportsB } = values;
  if (exportsA === undefined || exportsB === undefined) return null;
  const a = Number(exportsA);
  const whole = Number(totalOf(values));
  if (whole <= 0) return null;
  const first = Math.round((a / whole) * 100);
  return [first, 100 - first];
}
