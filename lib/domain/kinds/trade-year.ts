import { countryName } from "../countries";
import { choice } from "../fields/choice/choice";
import { party } from "../fields/country/country";
import { decimal } from "../fields/decimal/decimal";
import { text } from "../fields/text/text";
import { wholeNumber } from "../fields/whole-number/whole-number";
import { sum } from "../money";
import { defineKind } from "./define-kind";

/** Currencies in which trade is commonly reported, the customary one first. */
export const tradeCurrencies = ["USD", "EUR", "GBP", "CHF", "CNY", "JPY", "KZT", "MXN", "RUB"] as const;

const amount = { digits: 18, scale: 2, min: 0, money: true, optional: true } as const;

/** Trade in goods between the two countries in one year, as one reporter states it. */
export const tradeYear = defineKind({
  key: "tradeYear",
  path: "trade",
  inDossier: true,
  cited: true,
  ownPage: true,
  fields: {
    year: wholeNumber({ min: 1800, max: 2100, isYear: true, inList: true }),
    reporter: party({ also: ["third-source", "not-stated"], inList: true, facet: true }),
    exportsA: decimal(amount),
    exportsB: decimal(amount),
    total: decimal({ ...amount, inList: true }),
    currency: choice({ of: tradeCurrencies, inList: true }),
    valuation: choice({ of: ["FOB", "CIF", "unknown"] }),
    note: text({ max: 2000, prose: true, optional: true }),
  },
  rules: [
    {
      // Sources round: what they state is kept as they state it.
      severity: "doubt",
      on: "total",
      says: "doubt.trade.partsDoNotAddUp",
      holds: ({ exportsA, exportsB, total }) => {
        if (exportsA === undefined || exportsB === undefined || total === undefined) return true;
        return sum(exportsA, exportsB) === total;
      },
      params: ({ exportsA = "0", exportsB = "0" }) => ({ sum: sum(exportsA, exportsB) }),
    },
    {
      severity: "mistake",
      on: "total",
      says: "trade.partAboveTotal",
      holds: ({ exportsA, exportsB, total }) =>
        total === undefined ||
        (exportsA !== undefined && exportsB !== undefined) ||
        [exportsA, exportsB].every((part) => part === undefined || !sum(total, `-${part}`).startsWith("-")),
    },
    {
      severity: "doubt",
      on: "total",
      says: "doubt.trade.noFigure",
      isOfUnfinished: true,
      holds: ({ exportsA, exportsB, total }) => [exportsA, exportsB, total].some((one) => one !== undefined),
    },
  ],
  titledBy: ({ year, reporter }) => {
    if (year === undefined) return "";
    const by = reporter === "third-source" ? "a third source" : reporter && countryName(reporter);
    return reporter === undefined || reporter === "not-stated"
      ? `Trade in ${year}`
      : `Trade in ${year} as reported by ${by}`;
  },
  sluggedBy: ({ year, reporter }) => [year, reporter],
  sortedBy: "year",
  uniqueBy: ["year", "reporter"],
});
