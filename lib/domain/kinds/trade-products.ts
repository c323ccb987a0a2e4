import { countryInText } from "../countries";
import { party } from "../fields/country/country";
import { decimal } from "../fields/decimal/decimal";
import { choice } from "../fields/choice/choice";
import { rows } from "../fields/rows/rows";
import { text } from "../fields/text/text";
import { wholeNumber } from "../fields/whole-number/whole-number";
import { currencyOfYear } from "./currency-rules";
import { periodAddress, showPeriod, withFiscalYearRead } from "../trade-period";
import { defineKind } from "./define-kind";
import { tradeCurrencies } from "./trade-year";

/** What one country exports to the other, as an ordered list of product groups. */
export const tradeProducts = defineKind({
  key: "tradeProducts",
  path: "products",
  inDossier: true,
  cited: true,
  ownPage: false,
  fields: {
    exporter: party({ inList: true, facet: true }),
    year: wholeNumber({
      ...{ min: 1800, max: 2100, isYear: true, mayBeFiscal: true },
      ...{ optional: true, inList: true },
    }),
    // A calendar year where nothing is said.
    period: choice({ of: ["fiscal"], optional: true }),
    currency: choice({ ...tradeCurrencies, optional: true }),
    products: rows({
      of: {
        description: text({ max: 300 }),
        // HS codes are text: the chapter "01" is not the number 1.
        hsCode: text({
          max: 10,
          optional: true,
          pattern: { matches: /^\d{2}(?:\d{2}){0,4}$/, otherwise: "trade.hsCode" },
        }),
        value: decimal({ digits: 18, scale: 2, min: 0, money: true, optional: true }),
      },
    }),
    note: text({ max: 2000, prose: true, optional: true }),
  },
  readsTyped: withFiscalYearRead,
  rules: [
    {
      severity: "mistake",
      on: "currency",
      says: "trade.currencyMissing",
      holds: ({ currency, products }) =>
        currency !== undefined || !(products ?? []).some(({ value }) => value !== undefined),
    },
    ...currencyOfYear,
  ],
  titledBy: ({ exporter, year, period }) =>
    exporter
      ? `Products exported by ${countryInText(exporter)}${year ? ` in ${showPeriod({ year, period })}` : ""}`
      : "",
  sluggedBy: ({ exporter, year, period }) => [
    "exports",
    exporter,
    year === undefined ? year : periodAddress({ year, period }),
  ],
  sortedBy: "year",
  uniqueBy: ["exporter", "year"],
  uniqueWith: ["period"],
});
