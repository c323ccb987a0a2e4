import { expect, it } from "vitest";
import { doubtsOf } from "../doubts";
import { tradeProducts } from "./trade-products";
import { tradeYear } from "./trade-year";

const context = { parties: ["KZ", "MX"] as const, today: "2026-11-27" };
const code = "doubt.trade.currencyOfOtherYears";

it.each([
  [1850, "EUR", "1999–"],
  [1985, "EUR", "1999–"],
  [2015, "DEM", "1948–2002"],
  [2008, "XEU", "1979–1998"],
  [1994, "BGJ", "–1990"],
])("figures of %s in %s are asked, whose years are %s", (year, currency, years) => {
  const asked = doubtsOf(tradeYear, { year, currency, total: "5" }, context);
  expect(asked).toContainEqual(expect.objectContaining({ code, path: "currency" }));
  expect(asked.find((one) => one.code === code)?.params).toMatchObject({ year, years });
  expect(doubtsOf(tradeProducts, { year, currency }, context)).toContainEqual(
    expect.objectContaining({ code }),
  );
});

it.each([
  [1850, "USD"],
  [1998, "EUR"],
  [2002, "DEM"],
  [2003, "DEM"],
  [1991, "SUR"],
  [1700, "XDR"],
  [2020, "KZT"],
])("figures of %s in %s are not", (year, currency) =>
  expect(doubtsOf(tradeYear, { year, currency }, context).map((one) => one.code)).not.toContain(code),
);
