/** A flow of trade as both its ends report it: what one counts going out, and the other coming in. */
import type { FigureStanding } from "./kinds/figure-standing";
import { type SideKey, type Sides, sideOf } from "./sides";

/**
 * What an importer's figure is expected to come to, as a multiple of the exporter's, where one is valued with freight and insurance (CIF) and
 * the other without (FOB): from no difference to the tenth that the IMF added in its Direction of Trade Statistics before; the factor
 * "currently used" was 1.06 in its yearbook of 2017 (docs/trade-figures.md). Where both are valued alike, they are expected to be equal.
 */
export const expectedBand = { least: 1, usual: 1.06, most: 1.1 } as const;

/** Why the figures of both ends may differ, as editors tag them. */
export const mirrorReasons = [
  "valuation",
  "transit-trade",
  "partner-country",
  "timing",
  "confidential",
  "coverage",
  "currency-conversion",
  "revision",
  "unrecorded",
] as const;
export type MirrorReason = (typeof mirrorReasons)[number];

/** One reporter's figures of a year, as far as a comparison needs them. */
export interface MirrorFigures {
  id: string;
  reporter?: string | undefined;
  currency?: string | undefined;
  /** Decimals as text. */
  exportsA?: string | undefined;
  exportsB?: string | undefined;
  valuationA?: string | undefined;
  valuationB?: string | undefined;
  standingA?: FigureStanding | undefined;
  standingB?: FigureStanding | undefined;
}

/** A flow from one side, as the exporter and as the importer reports it. */
export interface MirrorFlow {
  from: SideKey;
  exporter: MirrorEnd;
  importer: MirrorEnd;
  /** The importer's figure over the exporter's; null where one is missing or nothing, or they are in two currencies. */
  ratio: number | null;
  /** What the ratio is expected to be. */
  expected: { least: number; most: number };
}

/** What one end states. */
export interface MirrorEnd {
  /** The record that states it. */
  id: string;
  amount: string | undefined;
  currency: string | undefined;
  valuation: string | undefined;
  standing: FigureStanding | undefined;
}

/** Both flows of a year, each as both ends report it; null unless each side has exactly one reporter of its own. */
export function mirrorOf(records: readonly MirrorFigures[], sides: Sides): MirrorFlow[] | null {
  const by = (side: SideKey) => records.filter(({ reporter }) => sideOf(reporter, sides) === side);
  const [[a, ...furtherA], [b, ...furtherB]] = [by("a"), by("b")];
  if (!a || !b || furtherA.length + furtherB.length > 0) return null;
  return [flowOf("a", endOf(a, "A"), endOf(b, "A")), flowOf("b", endOf(b, "B"), endOf(a, "B"))];
}

function endOf(record: MirrorFigures, of: "A" | "B"): MirrorEnd {
  const { id, currency } = record;
  const amount = record[`exports${of}`];
  const standing = amount === undefined ? undefined : record[`standing${of}`];
  return { id, currency, amount, valuation: record[`valuation${of}`], standing };
}

function flowOf(from: SideKey, exporter: MirrorEnd, importer: MirrorEnd): MirrorFlow {
  const [out, into] = [Number(exporter.amount ?? 0), Number(importer.amount ?? 0)];
  const isComparable = exporter.currency === importer.currency && out > 0 && into > 0;
  const isAlike = isKnown(exporter.valuation) && exporter.valuation === importer.valuation;
  const expected = isAlike ? { least: 1, most: 1 } : { least: expectedBand.least, most: expectedBand.most };
  return { from, exporter, importer, ratio: isComparable ? into / out : null, expected };
}

const isKnown = (valuation: string | undefined) => valuation !== undefined && valuation !== "unknown";
