/** What is asked of sums in a currency that was not money in their year. */
import { currencyName } from "../currencies";
import { yearsOfCurrency } from "../currency-years";

interface InYear {
  year?: number;
  currency?: string;
}

/** Books of a year are closed in the next one, and so are fiscal years. */
const closing = 1;

/** The rules for a kind that has a year and a currency. */
export const currencyOfYear = [
  {
    severity: "doubt",
    on: "currency",
    says: "doubt.trade.currencyNotYet",
    holds: ({ year, currency }: InYear) =>
      year === undefined ||
      currency === undefined ||
      year >= (yearsOfCurrency(currency).first ?? -Infinity) - closing,
    params: ({ year = 0, currency = "" }: InYear) => ({
      currency: currencyName(currency),
      year,
      first: yearsOfCurrency(currency).first ?? "",
    }),
  },
  {
    severity: "doubt",
    on: "currency",
    says: "doubt.trade.currencyNoMore",
    holds: ({ year, currency }: InYear) =>
      year === undefined ||
      currency === undefined ||
      year <= (yearsOfCurrency(currency).last ?? Infinity) + closing,
    params: ({ year = 0, currency = "" }: InYear) => ({
      currency: currencyName(currency),
      year,
      last: yearsOfCurrency(currency).last ?? "",
    }),
  },
] as const;
