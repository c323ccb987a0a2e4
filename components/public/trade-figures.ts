/** Yearly trade as the table and the chart need it: reporters in order, shares, panels with one scale. */
import { scaleBand, scaleLinear } from "d3-scale";
import type { Viewed } from "./setting";

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

// The largest figure keeps at least two digits before the point.
function powerFor(largest: number): number {
  return [9, 6, 3].find((power) => largest >= 10 ** (power + 1)) ?? 0;
}

/** A figure in a unit, without the unit's name: "1,987.4". */
export function inUnit(amount: string | number, { power }: Unit, locale = "en"): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: power === 0 ? 2 : 1 }).format(
    Number(amount) / 10 ** power,
  );
}

/** What a chart draws for one year of one flow. Places are percent of the width, heights pixels. */
export interface Column {
  year: number;
  x: number;
  width: number;
  /** The first reporter's figure, as a decimal string and as the height of the column. */
  amount: string;
  height: number;
  /** What other reporters state, as heights. */
  others: number[];
}

export interface Panel {
  flow: Flow;
  columns: Column[];
}

export interface TradeChart {
  unit: Unit;
  /** Height of the drawing area, and of the lines across it. */
  height: number;
  lines: { amount: number; height: number }[];
  years: { year: number; middle: number; named: boolean }[];
  panels: Panel[];
  /** Whether some year has figures from several reporters. */
  compares: boolean;
}

/**
 * The chart of a dossier's trade, null where nothing can be drawn. Only the currency in which most years are
 * stated is drawn: sums in different currencies share no scale.
 */
export function tradeChart(
  records: readonly TradeRecord[],
  parties: readonly [string, string],
  height = 160,
): TradeChart | null {
  const currency = commonest(records.flatMap(({ values }) => values.currency ?? []));
  const drawn = records.filter(({ values }) => values.currency === currency);
  const years = byYear(drawn, parties).reverse();
  const amounts = drawn.flatMap(({ values }) => flows.flatMap((flow) => values[flow] ?? [])).map(Number);
  const [first, last] = [years[0]?.year, years.at(-1)?.year];
  if (!currency || first === undefined || last === undefined || amounts.length === 0) return null;

  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  // One year alone would fill the width: it gets the room of one among six.
  const slots =
    all.length >= 6 ? all : [...all, ...Array.from({ length: 6 - all.length }, (_, i) => last + 1 + i)];
  const across = scaleBand(slots, [0, 100]).paddingInner(0.35).paddingOuter(0.1);
  const up = scaleLinear([0, Math.max(...amounts, 1)], [0, height]).nice(4);
  const step = [1, 2, 5, 10, 20, 50].find((each) => all.length / each <= 6) ?? 100;
  const bar = across.bandwidth();

  const panels = flows.flatMap((flow): Panel[] => {
    const columns = years.flatMap(({ year, records: ofYear }): Column[] => {
      const [amount, ...others] = ofYear.flatMap(({ values }) => values[flow] ?? []);
      if (amount === undefined) return [];
      return [
        {
          year,
          x: round(across(year) ?? 0),
          width: round(bar),
          amount,
          height: round(up(Number(amount))),
          others: others.map((other) => round(up(Number(other)))),
        },
      ];
    });
    return columns.length > 0 ? [{ flow, columns }] : [];
  });
  return {
    unit: { currency, power: powerFor(Math.max(...amounts)) },
    height,
    lines: up.ticks(4).map((amount) => ({ amount, height: round(up(amount)) })),
    years: all.map((year) => ({
      year,
      middle: round((across(year) ?? 0) + bar / 2),
      named: year === first || year === last ? true : (last - year) % step === 0 && year - first >= step,
    })),
    panels,
    compares: panels.some(({ columns }) => columns.some(({ others }) => others.length > 0)),
  };
}

function commonest(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

const round = (value: number) => Math.round(value * 100) / 100;
