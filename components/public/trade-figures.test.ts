import { describe, expect, test } from "vitest";
import {
  byYear,
  commonUnit,
  inReporterOrder,
  inUnit,
  sharesOf,
  tradeChart,
  type TradeRecord,
} from "./trade-figures";

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

describe("the chart", () => {
  test("draws a total whose parts are unknown as a total alone", () => {
    const chart = tradeChart([trade({ year: 2018, reporter: "not-stated", total: "23000000" })], parties);
    expect(chart?.panels.map(({ flow }) => flow)).toEqual(["total"]);
    expect(chart?.panels[0]?.columns[0]?.width).toBeLessThan(20);
    expect(chart?.panels[0]?.columns[0]?.height).toBeLessThanOrEqual(160);
  });

  test("leaves years without figures empty and sets other reporters' figures beside the first", () => {
    const chart = tradeChart(
      [
        trade({ year: 2015, reporter: "KZ", total: "10" }),
        trade({ year: 2018, reporter: "KZ", total: "20" }),
        trade({ year: 2018, reporter: "MX", total: "40" }),
      ],
      parties,
    );
    expect(chart?.years.map(({ year }) => year)).toEqual([2015, 2016, 2017, 2018]);
    const [, last] = chart?.panels[0]?.columns ?? [];
    expect(last?.amount).toBe("20");
    expect(last?.others).toEqual([160]);
    expect(chart?.compares).toBe(true);
  });

  test("draws one currency and names few years", () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      trade({ year: 1990 + index, reporter: "KZ", total: String(index + 1) }),
    );
    const chart = tradeChart(
      [...many, trade({ year: 2021, reporter: "KZ", total: "5", currency: "KZT" })],
      parties,
    );
    expect(chart?.unit.currency).toBe("USD");
    expect(chart?.years.at(-1)?.year).toBe(2019);
    expect(chart?.years.filter(({ named }) => named).length).toBeLessThanOrEqual(8);
  });

  test("is none without figures", () => {
    expect(tradeChart([], parties)).toBeNull();
    expect(tradeChart([trade({ year: 2018, reporter: "KZ" })], parties)).toBeNull();
  });
});
