import { countryInText } from "@/lib/domain/countries";
import { predecessorsOf, sideOf } from "@/lib/domain/sides";
import type { Setting } from "../frame/setting";
import type { TradeRecord } from "./trade-figures";

type Values = TradeRecord["values"];

/** The two states whose trade a record states, by their codes: a side's predecessor where it says so or is its reporter. */
export function tradingStates(
  { predecessorA, predecessorB, reporter }: Values,
  setting: Setting,
): readonly [string, string] {
  const reporting = predecessorsOf(setting).some(({ country }) => country === reporter)
    ? reporter
    : undefined;
  const side = sideOf(reporting, setting);
  return [
    predecessorA ?? (side === "a" ? reporting : undefined) ?? setting.parties[0],
    predecessorB ?? (side === "b" ? reporting : undefined) ?? setting.parties[1],
  ];
}

/** The names of these states in running words; of several records those of today where they differ. */
export function statesInText(records: readonly TradeRecord[], setting: Setting): [string, string] {
  const states = records.map(({ values }) => tradingStates(values, setting));
  const nameOf = (side: 0 | 1) => {
    const [code, ...others] = new Set(states.map((pair) => pair[side]));
    return countryInText(code && others.length === 0 ? code : setting.parties[side], setting.locale);
  };
  return [nameOf(0), nameOf(1)];
}

/** The predecessors whose figures a record states without their being its reporter, by name in running words. */
export function statesBesides({ predecessorA, predecessorB, reporter }: Values, locale: string): string[] {
  return [predecessorA, predecessorB].flatMap((code) =>
    code && code !== reporter ? countryInText(code, locale) : [],
  );
}
