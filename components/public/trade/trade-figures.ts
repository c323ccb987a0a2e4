/** Yearly trade as the table and the chart need it: reporters in order, shares. */
import { periodAddress, showPeriod } from "@/lib/domain/trade-period";
import { type Sides, todaysOf } from "@/lib/domain/sides";
import { type FigureStanding, standingOf } from "@/lib/domain/kinds/figure-standing";
import type { Viewed } from "../frame/setting";

export type TradeRecord = Viewed<"tradeYear">;
export type Flow = "total" | "exportsA" | "exportsB";
export const flows: readonly Flow[] = ["total", "exportsA", "exportsB"];

/** How sure a figure is as its reporter states it; undefined where it is final or not known. */
export function standingIn(values: TradeRecord["values"], flow: Flow): FigureStanding | undefined {
  return values[flow] === undefined ? undefined : values[standingOf[flow]];
}

/** Which standings the figures of these records have. */
export function standingsOf(records: readonly TradeRecord[]): ReadonlySet<FigureStanding> {
  return new Set(records.flatMap(({ values }) => flows.flatMap((flow) => standingIn(values, flow) ?? [])));
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
export function sharesOf({ exportsA, exportsB, total }: TradeRecord["values"]): [number, number] | null {
  if (exportsA === undefined || exportsB === undefined) return null;
  const [a, b] = [Number(exportsA), Number(exportsB)];
  const whole = total === undefined ? a + b : Number(total);
  if (whole <= 0) return null;
  const first = Math.round((a / whole) * 100);
  return [first, 100 - first];
}
