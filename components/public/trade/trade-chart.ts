/** The chart of yearly trade: panels with one scale. */
import type { FigureStanding } from "@/lib/domain/kinds/figure-standing";
import { isSum } from "@/lib/domain/kinds/trade-total";
import type { Sides } from "@/lib/domain/sides";
import { scaleBand, scaleLinear } from "d3-scale";
import { type YearRun, yearSlots } from "../lanes/year-slots";
import { beyondScale, type FigureBeyond } from "./beyond-scale";
import { amountsOf, setting, type Unit } from "./figure-setting";
import {
  amountIn,
  byReporter,
  byYear,
  type Flow,
  flows,
  standingIn,
  type TradeRecord,
} from "./trade-figures";

/** What a chart draws for one year of one flow. Places are percent of the width, heights pixels. */
export interface Column {
  year: number;
  x: number;
  width: number;
  /** The first reporter's figure, as a decimal string and as the height of the column. */
  amount: string;
  height: number;
  standing: FigureStanding | undefined;
  /** What other reporters state, as heights, and how sure they are of each. */
  others: number[];
  otherStandings: (FigureStanding | undefined)[];
  /** It goes beyond the scale, or what another reporter states does: it ends in a break and carries its figure. */
  broken: boolean;
}

export interface Panel {
  flow: Flow;
  columns: Column[];
  /** The figures of each reporter as a line, of charts with many years. */
  lines: ReporterLine[];
  /** What goes beyond the scale, year by year: a drawing alone would not say how far; `x` is the middle of its year. */
  beyond: (FigureBeyond & { x: number })[];
}

/** What one reporter states of a flow, year by year. */
export interface ReporterLine {
  /** One of its records, which says who it is. */
  record: TradeRecord;
  /** Its years without a gap between them, each with the percent of the width and the height of its figure. */
  runs: LinePoint[][];
}

/** A figure in a line: its place and height, in percent of the drawing's width and height, and how sure it is. */
export interface LinePoint {
  x: number;
  height: number;
  standing: FigureStanding | undefined;
}

export interface TradeChart {
  unit: Unit;
  height: number;
  /** Few columns carry each its figure; more are read off lines across, and only the last has its own. */
  labelled: boolean;
  /** The lines across the drawing area; none where columns are labelled. */
  lines: { amount: number; height: number }[];
  years: { year: number; middle: number; named: boolean }[];
  /** Columns that there is room for: one for each year, and as many as breaks between years take. */
  slots: number;
  /** Where the line of years leaves out a long stretch without figures, in percent of the width. */
  yearBreaks: number[];
  panels: Panel[];
  /** Whether some year has figures from several reporters. */
  compares: boolean;
  /** Whether some column is that of a fiscal year. */
  hasFiscal: boolean;
  /** Whether some column goes beyond the scale. */
  breaks: boolean;
  /** How sure the figures that are drawn are, where some are not final. */
  standings: ReadonlySet<FigureStanding>;
  /** Whether totals are drawn that are sums of both directions. */
  hasSums: boolean;
  /** Whether bars across the columns are of such figures. */
  hasUnsureBars: boolean;
}

/** A figure so many times the next smaller one would squeeze all the rest: its column is broken off. */
const mostTimes = 10;

/**
 * The figure that the scale has to hold, of the greatest of each year: the greatest but for those of a tenth of the
 * years, at least of one, that lie far above.
 */
function greatestToScale(ofYears: readonly number[]): number {
  const inOrder = [...ofYears].sort((one, other) => other - one);
  const most = Math.max(1, Math.floor(inOrder.length * 0.1));
  for (let count = Math.min(most, inOrder.length - 2); count > 0; count -= 1)
    if (inOrder[count]! > 0 && inOrder[count - 1]! > mostTimes * inOrder[count]!) return inOrder[count]!;
  return inOrder[0]!;
}

/** As many columns as have room for a figure above each, in one panel alone and in one beside others. */
const labelLimits = { alone: 6, beside: 4 };

/**
 * The chart of a dossier's trade, null where nothing can be drawn. Only the currency in which most years are
 * stated is drawn: sums in different currencies share no scale.
 */
export function tradeChart(records: readonly TradeRecord[], sides: Sides, height = 160): TradeChart | null {
  const currency = commonest(records.flatMap(({ values }) => values.currency ?? []));
  const drawn = records.filter(({ values }) => values.currency === currency);
  const years = byYear(drawn, sides).reverse();
  const amounts = amountsIn(drawn);
  const slots = yearSlots(years.map(({ year }) => year));
  if (!currency || !slots || amounts.length === 0) return null;

  const known = flows.filter((flow) => drawn.some(({ values }) => amountIn(values, flow) !== undefined));
  const labelled = slots.count <= labelLimits[known.length > 1 ? "beside" : "alone"];
  // Where both directions are known of all years, the total of a long chart tells nothing that they do not.
  const shown = labelled || !drawn.every(hasBothWays) ? known : known.filter((flow) => flow !== "total");
  const across = scaleBand([...Array(slots.count).keys()], [0, 100])
    .paddingInner(0.35)
    .paddingOuter(0.1);
  const left = (year: number) => across(slots.at(year)) ?? 0;
  const greatestIn = (ofYear: readonly TradeRecord[]) => Math.max(0, ...amountsIn(ofYear, shown));
  const greatest = greatestToScale(years.map(({ records: ofYear }) => greatestIn(ofYear)));
  // A broken column stands clear above the greatest that is drawn to scale.
  const room = greatestIn(drawn) > greatest ? 1.15 : 1;
  const range = scaleLinear([0, Math.max(greatest * room, 1)], [0, height]);
  const up = labelled ? range : range.nice(4);
  const step = [1, 2, 5, 10, 20, 50].find((each) => slots.count / each <= 6) ?? 100;
  const bar = across.bandwidth();
  const heightOf = (amount: string) => (Number(amount) > greatest ? height : round(up(Number(amount))));

  const middle = (year: number) => round(left(year) + bar / 2);
  const panels = shown.map((flow): Panel => {
    const columns = years.flatMap(({ year, records: ofYear }): Column[] => {
      const [first, ...further] = ofYear.filter(({ values }) => amountIn(values, flow) !== undefined);
      const amount = first && amountIn(first.values, flow);
      if (!first || amount === undefined) return [];
      const others = further.flatMap(({ values }) => amountIn(values, flow) ?? []);
      return [
        {
          year,
          x: round(left(year)),
          width: round(bar),
          amount,
          height: heightOf(amount),
          standing: standingIn(first.values, flow),
          otherStandings: further.map(({ values }) => standingIn(values, flow)),
          others: others.map(heightOf),
          broken: [amount, ...others].some((one) => Number(one) > greatest),
        },
      ];
    });
    const lines = labelled
      ? []
      : linesOf(drawn, flow, (year, amount, standing) => ({
          x: middle(year),
          height: heightOf(amount),
          standing,
        }));
    const beyond = beyondScale(years, flow, greatest).map((one) => ({ ...one, x: middle(one.year) }));
    return { flow, columns, lines, beyond };
  });
  return {
    unit: { currency, ...setting(amountsOf(drawn)) },
    height,
    labelled,
    lines: labelled ? [] : up.ticks(4).map((amount) => ({ amount, height: round(up(amount)) })),
    years: slots.runs.flatMap((run) =>
      namedYears(run, step).map((one) => ({ ...one, middle: middle(one.year) })),
    ),
    slots: slots.count,
    yearBreaks: slots.breaks.map((at) => round((at / slots.count) * 100)),
    panels,
    standings: new Set(
      shown.flatMap((flow) => drawn.flatMap(({ values }) => standingIn(values, flow) ?? [])),
    ),
    hasSums: shown.includes("total") && drawn.some(({ values }) => isSum(values)),
    hasUnsureBars: panels.some(({ columns }) =>
      columns.some(({ otherStandings }) => otherStandings.some(Boolean)),
    ),
    hasFiscal: drawn.some(({ values }) => values.period === "fiscal"),
    breaks: panels.some(({ beyond }) => beyond.length > 0),
    compares: panels.some(({ columns }) => columns.some(({ others }) => others.length > 0)),
  };
}

/** The years of a run, and which of them have room for their names: the last, and back from it one in so many. */
function namedYears({ first, last }: YearRun, step: number): { year: number; named: boolean }[] {
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    const isEnd = year === last || (year === first && last - first >= step);
    return { year, named: isEnd || ((last - year) % step === 0 && year - first >= step) };
  });
}

/** As few years as these are said in a sentence, and need no chart. */
const fewestYears = 3;

/** Whether there is anything to draw: figures of three years at least. */
export function isWorthAChart(records: readonly TradeRecord[]): boolean {
  const years = records.filter((one) => amountsOf([one]).length > 0).map(({ values }) => values.year);
  return new Set(years).size >= fewestYears;
}

const hasBothWays = ({ values: { exportsA, exportsB, total } }: TradeRecord) =>
  (exportsA !== undefined && exportsB !== undefined) || total === undefined;

function linesOf(
  records: readonly TradeRecord[],
  flow: Flow,
  pointAt: (year: number, amount: string, standing: FigureStanding | undefined) => LinePoint,
): ReporterLine[] {
  return byReporter(records)
    .map((own) => {
      const runs: ReporterLine["runs"] = [];
      let before = -Infinity;
      for (const { values } of [...own].reverse()) {
        const { year } = values;
        const amount = amountIn(values, flow);
        if (year === undefined || amount === undefined) continue;
        // A fiscal year stands at the year in which it begins, beside that calendar year.
        if (year > before + 1) runs.push([]);
        runs.at(-1)!.push(pointAt(year, amount, standingIn(values, flow)));
        before = year;
      }
      return { record: own[0]!, runs };
    })
    .filter(({ runs }) => runs.length > 0);
}

const amountsIn = (records: readonly TradeRecord[], of: readonly Flow[] = flows) =>
  records.flatMap(({ values }) => of.flatMap((flow) => amountIn(values, flow) ?? [])).map(Number);

function commonest(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

const round = (value: number) => Math.round(value * 100) / 100;
