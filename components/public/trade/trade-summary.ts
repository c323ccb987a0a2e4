/** What the latest figures of a dossier's trade say in short. */
import type { FigureStanding } from "@/lib/domain/kinds/figure-standing";
import { isSum, standingOfTotal, totalOf } from "@/lib/domain/kinds/trade-total";
import { showPeriod } from "@/lib/domain/trade-period";
import type { Sides } from "@/lib/domain/sides";
import { inReporterOrder, type TradeRecord } from "./trade-figures";

export interface TradeSummary {
  /** What the first reporter of the latest year with figures states. */
  record: TradeRecord;
  /** The year as readers see it. */
  year: string;
  /** As a decimal: as stated, else the sum of both directions; undefined where neither is known. */
  total: string | undefined;
  /** Whether the total is reckoned, as the sum of both directions. */
  isSum: boolean;
  /** How sure the total is: where it is a sum, as its less sure part. */
  standing: FigureStanding | undefined;
  exportsA: string | undefined;
  exportsB: string | undefined;
  currency: string;
  /** Against the year before, by the same reporter in the same currency; null where that is not known. */
  change: TradeChange | null;
}

export interface TradeChange {
  way: "up" | "down" | "level";
  /** How much in whole percent, rounded; 0 for less than half a percent. */
  percent: number;
  /** The year before as readers see it, and what was stated of it. */
  since: string;
  before: TradeRecord;
}

/**
 * The latest year of these, and how it differs from the one before; null where no year has a figure. A year that has not
 * begun is the latest only where there is nothing else.
 */
export function summaryOf(records: readonly TradeRecord[], sides: Sides): TradeSummary | null {
  const stated = inReporterOrder(records, sides).filter(hasFigure);
  const years = stated.flatMap(({ values }) => values.year ?? []);
  const come = years.filter((year) => year <= new Date().getUTCFullYear());
  const latest = Math.max(...(come.length > 0 ? come : years));
  const record = stated.find(({ values }) => values.year === latest);
  if (!record || record.values.year === undefined) return null;
  const { exportsA, exportsB, currency = "XXX", year, period } = record.values;
  const before = stated.find(
    ({ values }) =>
      values.year === latest - 1 &&
      (["reporter", "sourceName", "period", "currency"] as const).every(
        (key) => values[key] === record.values[key],
      ),
  );
  return {
    record,
    year: showPeriod({ year, period }),
    total: totalOf(record.values),
    isSum: isSum(record.values),
    standing: standingOfTotal(record.values),
    exportsA,
    exportsB,
    currency,
    change: before ? changeOf(totalOf(record.values), before) : null,
  };
}

function changeOf(total: string | undefined, before: TradeRecord): TradeChange | null {
  const { year, period } = before.values;
  const [now, then] = [Number(total), Number(totalOf(before.values))];
  if (!(then > 0) || !(now >= 0) || year === undefined) return null;
  const percent = Math.round((Math.abs(now - then) / then) * 100);
  const way = percent === 0 ? "level" : now > then ? "up" : "down";
  return { way, percent, since: showPeriod({ year, period }), before };
}

const hasFigure = ({ values: { total, exportsA, exportsB } }: TradeRecord) =>
  [total, exportsA, exportsB].some((one) => one !== undefined);
