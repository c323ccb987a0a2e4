/** What is asked of sums in a currency that was not money in their year. */
import { currencyName } from "../currencies";
import { yearsOfCurrency } from "../currency-years";

interface InYear {
  year?: number;
  currency?: string;
}

/** Books of a year are closed in the next one, and so are fiscal years. */
const closing = 1;

/** The rule for a kind that has a year and a currency. */
export const currencyOfYear = {
  severity: "doubt",
  on: "currency",
  says: "doubt.trade.currencyOfOtherYears",
  holds: ({ year, currency }: InYear) => {
    if (year === undefined || currency === undefined) return true;
    const { first, last } = yearsOfCurrency(currency);
    return year >= (first ?? -Infinity) - closing && year <= (last ?? Infinity) + closing;
  },
  params: ({ year = 0, currency = "" }: InYear) => {
    const { first, last } = yearsOfCurrency(currency);
    return { currency: currencyName(currency), year, years: [first ?? "", last ?? ""].join("–") };
  },
} as const;
