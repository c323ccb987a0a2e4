/** What is asked of a record that is about a country's predecessor: whether that stood for its side at the time. */
import { countryInText } from "../countries";
import { isInYears, shownYears } from "../predecessor-years";
import { predecessorsOf, type Sides } from "../sides";
import type { KindContext } from "./rules";

/** Whether none of these dates lies outside the years of a predecessor. */
export function inYears(
  country: string | undefined,
  dates: readonly (string | undefined)[],
  context: KindContext,
): boolean {
  const sides = sidesOf(context);
  return !sides || dates.every((date) => isInYears(country, date, sides));
}

/** What the words of such a doubt name: the predecessor and its years. */
export function outsideYears(
  country: string | undefined,
  context: KindContext,
): { country: string; years: string } {
  const sides = sidesOf(context);
  const named = sides && predecessorsOf(sides).find((one) => one.country === country);
  return { country: country ? countryInText(country) : "", years: named ? shownYears(named) : "" };
}

/** The sides of a record's dossier, null where it belongs to none. */
export function sidesOf({ parties, predecessors }: KindContext): Sides | null {
  return parties && { parties, predecessors };
}

type Dated<C extends string, D extends string> = { readonly [K in C | D]?: string | number | undefined };

/** The rule for a field that names a country, of a record that has these dates. */
export function standsInYears<const C extends string, const D extends string>(on: C, ...dates: D[]) {
  return {
    severity: "doubt",
    on,
    says: "doubt.predecessor.outsideYears",
    holds: (values: Dated<C, D>, context: KindContext) =>
      inYears(
        text(values[on]),
        dates.map((date) => text(values[date])),
        context,
      ),
    params: (values: Dated<C, D>, context: KindContext) => outsideYears(text(values[on]), context),
  } as const;
}

/** A date or a year as EDTF has it. */
const text = (value: string | number | undefined) =>
  typeof value === "number" ? String(value).padStart(4, "0") : value;
