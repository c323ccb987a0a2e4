import { countryInText } from "../countries";
import { choice } from "../fields/choice/choice";
import { party, predecessor } from "../fields/country/country";
import { decimal } from "../fields/decimal/decimal";
import { rows } from "../fields/rows/rows";
import { text } from "../fields/text/text";
import { wholeNumber } from "../fields/whole-number/whole-number";
import { currencyCodes, currencyName } from "../currencies";
import { mirrorReasons } from "../mirror";
import { showAmount, sum } from "../money";
import { isAtMostButForRounding } from "../rounding";
import { periodAddress, showPeriod, withFiscalYearRead } from "../trade-period";
import { currencyOfYear } from "./currency-rules";
import { defineKind } from "./define-kind";
import { isThirdSource } from "./third-sources";
import { standingOf, standings } from "./figure-standing";
import { standsInYears } from "./predecessor-rules";

const customary = ["USD", "EUR", "GBP", "CHF", "CNY", "JPY", "KZT", "MXN", "RUB"];

/** Every currency that is or was: those in which trade is commonly reported first, the withdrawn ones last. */
export const tradeCurrencies = {
  of: [...new Set([...customary, ...currencyCodes])],
  named: currencyName,
} as const;

/** How the goods of one direction are valued: free on board as they leave, or with freight and insurance as they come. */
const valuations = ["FOB", "CIF", "unknown"] as const;

const amount = { digits: 18, scale: 2, min: 0, money: true, optional: true } as const;

/** Trade in goods between the two countries in one year, as one reporter states it. */
export const tradeYear = defineKind({
  key: "tradeYear",
  path: "trade",
  inDossier: true,
  cited: true,
  ownPage: true,
  fields: {
    year: wholeNumber({ min: 1800, max: 2100, isYear: true, mayBeFiscal: true, inList: true }),
    // A calendar year where nothing is said.
    period: choice({ of: ["fiscal"], optional: true }),
    reporter: party({ also: ["third-source", "not-stated"], inList: true, facet: true }),
    sourceName: text({ max: 120, optional: true }),
    predecessorA: predecessor("a", { optional: true }),
    predecessorB: predecessor("b", { optional: true }),
    exportsA: decimal(amount),
    exportsB: decimal(amount),
    total: decimal({ ...amount, inList: true }),
    currency: choice({ ...tradeCurrencies, inList: true }),
    valuationA: choice({ of: valuations, optional: true }),
    valuationB: choice({ of: valuations, optional: true }),
    standingA: choice({ of: standings, optional: true }),
    standingB: choice({ of: standings, optional: true }),
    standingTotal: choice({ of: standings, optional: true }),
    mirrorReasons: rows({ of: { reason: choice({ of: mirrorReasons }) } }),
    note: text({ max: 2000, prose: true, optional: true }),
  },
  marked: standingOf,
  valued: { exportsA: "valuationA", exportsB: "valuationB" },
  readsTyped: (typed) => {
    const { reporter, sourceName = "" } = typed;
    const isThird = typeof reporter === "string" && sourceName === "" && isThirdSource(reporter);
    return {
      ...withFiscalYearRead(typed),
      ...(isThird && { reporter: "third-source", sourceName: reporter }),
    };
  },
  rules: [
    {
      severity: "mistake",
      on: "sourceName",
      says: "trade.nameOfReporter",
      holds: ({ reporter, sourceName }) => sourceName === undefined || reporter === "third-source",
    },
    {
      // Sources round: what they state is kept as they state it.
      severity: "doubt",
      on: "total",
      says: "doubt.trade.partsDoNotAddUp",
      holds: ({ exportsA, exportsB, total }) => {
        if (exportsA === undefined || exportsB === undefined || total === undefined) return true;
        return sum(exportsA, exportsB) === total;
      },
      params: ({ exportsA = "0", exportsB = "0" }) => ({
        sum: showAmount(sum(exportsA, exportsB), "en", "full"),
      }),
    },
    {
      severity: "doubt",
      on: "total",
      says: "doubt.trade.partAboveTotal",
      holds: ({ exportsA, exportsB, total }) =>
        total === undefined ||
        (exportsA !== undefined && exportsB !== undefined) ||
        [exportsA, exportsB].every((part) => part === undefined || isAtMostButForRounding(part, total)),
    },
    {
      severity: "doubt",
      on: "total",
      says: "doubt.trade.noFigure",
      isOfUnfinished: true,
      holds: ({ exportsA, exportsB, total }) => [exportsA, exportsB, total].some((one) => one !== undefined),
    },
    ...currencyOfYear,
    standsInYears("reporter", "year"),
    standsInYears("predecessorA", "year"),
    standsInYears("predecessorB", "year"),
  ],
  series: {
    along: "year",
    same: ["reporter", "currency"],
    values: ["exportsA", "exportsB", "total"],
    says: "doubt.trade.outOfScale",
  },
  titledBy: ({ year, period, reporter, sourceName }) => {
    if (year === undefined) return "";
    const by =
      reporter === "third-source" ? (sourceName ?? "a third source") : reporter && countryInText(reporter);
    const trade = `Trade in ${showPeriod({ year, period })}`;
    return reporter === undefined || reporter === "not-stated" ? trade : `${trade} as reported by ${by}`;
  },
  sluggedBy: ({ year, period, reporter, sourceName, predecessorA, predecessorB }) => [
    year === undefined ? year : periodAddress({ year, period }),
    reporter,
    sourceName,
    predecessorA,
    predecessorB,
  ],
  sortedBy: "year",
  uniqueBy: ["year", "reporter"],
  uniqueWith: ["period", "sourceName", "predecessorA", "predecessorB"],
});
