/**
 * How figures are set side by side: in one unit, with as many decimals as they need. What is shown is never less true than
 * the record: no figure that is not zero is shown as zero, and where digits are left out, that is said.
 */
import { numberFormat } from "@/lib/domain/intl-formats";
import { perPower } from "@/lib/domain/money";
import { amountIn, flows, type TradeRecord } from "./trade-figures";

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

/** Figures with their currencies, as they are set below one another. */
export interface Units {
  /** The unit of each currency, the commonest first. */
  of: ReadonlyMap<string, Unit>;
  /** Digits after the point that there is room for: as many as the widest figure of any unit has. */
  decimals: number;
  isRounded: boolean;
}

interface StatedSum {
  amount?: string | undefined;
  currency?: string | undefined;
}

const powers = [9, 6, 3, 0] as const;
/** As many decimals as a table has room for beside a name of a magnitude. */
const mostDecimals = 2;

/**
 * A unit for each currency of these figures, in which they stand below one another with points aligned; `exactly` where no
 * digit may be left out.
 */
export function unitsOf(sums: readonly StatedSum[], { exactly = false } = {}): Units {
  const amounts = new Map<string, string[]>();
  for (const { amount, currency } of sums)
    if (amount !== undefined && currency !== undefined)
      amounts.set(currency, [...(amounts.get(currency) ?? []), amount]);
  const units = [...amounts]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([currency, own]): Unit => ({ currency, ...(exactly ? exactSetting(own) : setting(own)) }));
  return {
    of: new Map(units.map((unit) => [unit.currency, unit])),
    decimals: Math.max(0, ...units.map(({ decimals }) => decimals)),
    isRounded: units.some(({ isRounded }) => isRounded),
  };
}

/** The sums that records of trade state. */
export function sumsOf(records: readonly TradeRecord[]): StatedSum[] {
  return records.flatMap(({ values }) =>
    flows.map((flow) => ({ amount: amountIn(values, flow), currency: values.currency })),
  );
}

/** The figures of these records, as decimals. */
export function amountsOf(records: readonly TradeRecord[]): string[] {
  return records.flatMap(({ values }) => flows.flatMap((flow) => amountIn(values, flow) ?? []));
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

/** The same without leaving out a digit: the largest power of ten that needs no more than two decimals. */
function exactSetting(amounts: readonly string[]): Omit<Unit, "currency"> {
  const needed = (power: number) => Math.max(0, ...amounts.map((amount) => decimalsIn(amount, power)));
  const largest = Math.max(0, ...amounts.map(Number));
  const power = powers.find((one) => largest >= 10 ** one && needed(one) <= mostDecimals) ?? 0;
  return { power, decimals: needed(power), isRounded: false };
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
export function paddingOf(shown: string, { decimals }: Pick<Unit, "decimals">, locale = "en"): string {
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
