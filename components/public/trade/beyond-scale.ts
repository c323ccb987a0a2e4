/** What goes beyond the scale of a chart of trade. */
import type { FigureStanding } from "@/lib/domain/kinds/figure-standing";
import { amountIn, type Flow, standingIn, type TradeRecord } from "./trade-figures";

/** A figure that goes beyond the scale. */
export interface FigureBeyond {
  /** The record that states it, which says who reports it. */
  record: TradeRecord;
  year: number;
  /** A decimal string. */
  amount: string;
  standing: FigureStanding | undefined;
}

/** All figures of a flow that are greater than the scale holds, in the order of the years and reporters. */
export function beyondScale(
  years: readonly { year: number; records: readonly TradeRecord[] }[],
  flow: Flow,
  greatest: number,
): FigureBeyond[] {
  return years.flatMap(({ year, records }) =>
    records.flatMap((record): FigureBeyond[] => {
      const amount = amountIn(record.values, flow);
      if (amount === undefined || Number(amount) <= greatest) return [];
      return [{ record, year, amount, standing: standingIn(record.values, flow) }];
    }),
  );
}

/** Of the places of figures in a chart, in percent, those whose words do not touch the one before. */
export function apartBy<T extends { x: number }>(figures: readonly T[], least: number): T[] {
  const kept: T[] = [];
  for (const one of figures) if (one.x - (kept.at(-1)?.x ?? -Infinity) >= least) kept.push(one);
  return kept;
}
