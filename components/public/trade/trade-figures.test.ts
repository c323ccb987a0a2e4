import { describe, expect, test } from "vitest";
import { byYear, commonUnit, inReporterOrder, inUnit, sharesOf, type TradeRecord } from "./trade-figures";

const parties = ["KZ", "MX"] as const;
const trade = (values: TradeRecord["values"]): TradeRecord => ({
  id: `${values.year}-${values.reporter}`,
  kind: "tradeYear",
  slug: `${values.year}-${values.reporter}`.toLowerCase(),
  values: { currency: "USD", valuation: "unknown", ...values },
});

describe("yearly trade", () => {
  test("stands newest first, the parties' own figures before others'", () => {
    const records = [
      trade({ year: 2017, reporter: "not-stated" }),
      trade({ year: 2018, reporter: "third-source" }),
      trade({ year: 2018, reporter: "MX" }),
    ];
    expect(byYear(records, parties).map(({ year }) => year)).toEqual([2018, 2017]);
    expect(inReporterOrder(records, parties).map(({ values }) => values.reporter)).toEqual([
      "MX",
      "third-source",
      "not-stated",
    ]);
  });

  test("has shares only where both sides are known", () => {
    expect(sharesOf({ exportsA: "1", exportsB: "2", total: "3" })).toEqual([33, 67]);
    expect(sharesOf({ exportsA: "1", exportsB: "2" })).toEqual([33, 67]);
    expect(sharesOf({ total: "23000000" })).toBeNull();
    expect(sharesOf({ exportsA: "0", exportsB: "0", total: "0" })).toBeNull();
  });
});

describe("the unit of figures", () => {
  const total = (amount: string, currency?: "KZT") =>
    trade({ year: 2018, reporter: "KZ", total: amount, ...(currency && { currency }) });

  test.each([
    ["23000000", 6, "23"],
    ["1987412345", 6, "1,987.4"],
    ["1200000000000", 9, "1,200"],
    ["9500000", 3, "9,500"],
    ["120", 0, "120"],
  ])("fits %s", (amount, power, shown) => {
    const unit = commonUnit([total(amount)]);
    expect(unit).toEqual({ currency: "USD", power });
    expect(inUnit(amount, unit!)).toBe(shown);
  });

  test("is none for several currencies", () => {
    expect(commonUnit([total("1"), total("1", "KZT")])).toBeNull();
  });
});
