/**
 * How figures are set side by side: in one unit, with as many decimals as they need. What is shown is never less true than
 * the record: no figure that is not zero is shown as zero, and where digits are left out, that is said.
 */
import { numberFormat } from "@/lib/domain/intl-formats";
import { perPower } from "@/lib/domain/money";
import { type Flow, flows, type TradeRecord } from "./trade-figures";

/** The unit in which figures are set: a currency and a power of ten. */
export interface Unit {
  currency: string;
  /** 0, 3, 6 or 9. */
  power: number;
  /** Digits after the point at the most. */
  decimals: number;
  /** Whether some figure has more digits than are shown. */
  isRounded: boolean;
}

const powers = [9, 6, 3, 0] as const;
/** As many decimals as a table has room for beside a name of a magnitude. */
const mostDecimals = 2;

/** The unit in which all of these figures can stand side by side, null where their currencies differ. */
export function commonUnit(records: readonly TradeRecord[]): Unit | null {
  const [currency, ...others] = new Set(records.flatMap(({ values }) => values.currency ?? []));
  if (!currency || others.length > 0) return null;
  return { currency, ...setting(amountsOf(records)) };
}

/** The figures of these records, as decimals. */
export function amountsOf(records: readonly TradeRecord[]): string[] {
  return records.flatMap(({ values }) => flows.flatMap((flow: Flow) => values[flow] ?? []));
}

/**
 * The largest power of ten that leaves the largest figure two digits before the point and the smallest one. Two decimals
 * where they show every figure whole; else one, and the figures are rounded.
 */
export function setting(amounts: readonly string[]): Omit<Unit, "currency"> {
  const sizes = amounts.map(Number).filter((size) => size > 0);
  const [largest, smallest] = [Math.max(0, ...sizes), Math.min(...sizes)];
  const needed = (power: number) => Math.max(0, ...amounts.map((amount) => decimalsIn(amount, power)));
  const power =
    powers.find((one) => {
      if (one === 0) return true;
      return largest >= 10 ** (one + 1) && (smallest >= 10 ** one || needed(one) <= mostDecimals);
    }) ?? 0;
  const decimals = needed(power);
  if (decimals <= mostDecimals) return { power, decimals, isRounded: false };
  return { power, decimals: power === 0 ? mostDecimals : 1, isRounded: true };
}

function decimalsIn(amount: string, power: number): number {
  return perPower(amount, power).split(".")[1]?.length ?? 0;
}

/** A figure in a unit, without the unit's name: "1,987.4". */
export function inUnit(amount: string | number, { power, decimals }: Unit, locale = "en"): string {
  return numberFormat(locale, { maximumFractionDigits: decimals }).format(
    perPower(typeof amount === "number" ? plain(amount) : amount, power) as Intl.StringNumericLiteral,
  );
}

/** What a figure lacks to be as wide behind its point as the widest: ".0", "0", or nothing. */
export function paddingOf(shown: string, { decimals }: Unit, locale = "en"): string {
  const point =
    numberFormat(locale, {})
      .formatToParts(0.5)
      .find(({ type }) => type === "decimal")?.value ?? ".";
  if (decimals === 0) return "";
  const [, fraction] = shown.split(point);
  return fraction === undefined ? `${point}${"0".repeat(decimals)}` : "0".repeat(decimals - fraction.length);
}

/** A number of a scale as a plain decimal. */
function plain(amount: number): string {
  return amount.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 6 });
}
