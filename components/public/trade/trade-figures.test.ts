import { describe, expect, test } from "vitest";
import { byPeriod, byYear, inReporterOrder, sharesOf, type TradeRecord } from "./trade-figures";

const sides = { parties: ["KZ", "MX"] } as const;
const trade = (values: TradeRecord["values"]): TradeRecord => ({
  id: `${values.year}-${values.reporter}`,
  kind: "tradeYear",
  slug: `${values.year}-${values.reporter}`.toLowerCase(),
  values: { currency: "USD", ...values },
});

describe("yearly trade", () => {
  test("stands newest first, the parties' own figures before others'", () => {
    const records = [
      trade({ year: 2017, reporter: "not-stated" }),
      trade({ year: 2018, reporter: "third-source" }),
      trade({ year: 2018, reporter: "MX" }),
    ];
    expect(byYear(records, sides).map(({ year }) => year)).toEqual([2018, 2017]);
    expect(inReporterOrder(records, sides).map(({ values }) => values.reporter)).toEqual([
      "MX",
      "third-source",
      "not-stated",
    ]);
  });

  test("keeps fiscal years apart, each at its beginning, and third sources by name", () => {
    const records = [
      trade({ year: 2013, reporter: "KZ" }),
      trade({ year: 2013, reporter: "third-source", sourceName: "UN Comtrade" }),
      trade({ year: 2013, reporter: "third-source", sourceName: "IMF" }),
      trade({ year: 2013, period: "fiscal", reporter: "KZ" }),
      trade({ year: 2014, reporter: "KZ" }),
    ];
    const periods = byPeriod(records, sides);
    expect(periods.map(({ shown }) => shown)).toEqual(["2014", "2013–14", "2013"]);
    expect(periods.map(({ address }) => address)).toEqual(["2014", "2013-14", "2013"]);
    expect(periods.at(-1)?.records.map(({ values }) => values.sourceName ?? values.reporter)).toEqual([
      "KZ",
      "IMF",
      "UN Comtrade",
    ]);
  });

  test("has shares only where both sides are known", () => {
    expect(sharesOf({ exportsA: "1", exportsB: "2", total: "3" })).toEqual([33, 67]);
    expect(sharesOf({ exportsA: "1", exportsB: "2" })).toEqual([33, 67]);
    expect(sharesOf({ total: "23000000" })).toBeNull();
    expect(sharesOf({ exportsA: "0", exportsB: "0", total: "0" })).toBeNull();
  });
});
