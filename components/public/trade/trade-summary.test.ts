import { describe, expect, test } from "vitest";
import type { TradeRecord } from "./trade-figures";
import { summaryOf } from "./trade-summary";

const sides = { parties: ["KZ", "MX"] as [string, string] };
const stated = (values: TradeRecord["values"]): TradeRecord => ({
  id: `${values.year} ${values.reporter}`,
  kind: "tradeYear",
  slug: `${values.year}`,
  values: { currency: "USD", ...values },
});

describe("what the latest figures say", () => {
  test("the first reporter's total of the latest year, against its own of the year before", () => {
    const summary = summaryOf(
      [
        stated({ year: 2020, reporter: "KZ", total: "120" }),
        stated({ year: 2021, reporter: "MX", total: "999" }),
        stated({ year: 2021, reporter: "KZ", exportsA: "40", exportsB: "50" }),
      ],
      sides,
    );
    expect(summary).toMatchObject({ year: "2021", total: "90", exportsA: "40", exportsB: "50" });
    expect(summary?.change).toMatchObject({ way: "down", percent: 25, since: "2020" });
  });

  test("how sure the total is, a sum as its less sure part", () => {
    const sums = { year: 2021, reporter: "KZ", exportsA: "40", exportsB: "50" } as const;
    const standingOf = (values: Parameters<typeof stated>[0]) => summaryOf([stated(values)], sides)?.standing;
    expect(standingOf({ ...sums, standingA: "provisional" })).toBe("provisional");
    expect(standingOf({ ...sums, standingA: "provisional", standingB: "estimate" })).toBe("estimate");
    expect(standingOf({ ...sums, standingTotal: "estimate" })).toBeUndefined();
    expect(standingOf({ ...sums, total: "91", standingA: "estimate" })).toBeUndefined();
    expect(standingOf({ ...sums, total: "91", standingTotal: "estimate" })).toBe("estimate");
  });

  test("no year far ahead while there is another", () => {
    const [slip, last] = [2099, 2021].map((year) => stated({ year, reporter: "KZ", total: "5" }));
    expect(summaryOf([slip!, last!], sides)?.year).toBe("2021");
    expect(summaryOf([slip!], sides)?.year).toBe("2099");
  });

  test("no change against another reporter, another currency, or a year that is not the one before", () => {
    const latest = stated({ year: 2021, reporter: "KZ", total: "100" });
    for (const other of [
      { year: 2020, reporter: "MX", total: "50" },
      { year: 2020, reporter: "KZ", total: "50", currency: "EUR" as const },
      { year: 2019, reporter: "KZ", total: "50" },
      { year: 2020, reporter: "KZ", total: "0" },
      { year: 2020, reporter: "KZ", exportsA: "50" },
    ])
      expect(summaryOf([latest, stated(other)], sides)?.change, JSON.stringify(other)).toBeNull();
  });

  test("nearly the same is level, and years without a figure say nothing", () => {
    const [one, other] = [
      stated({ year: 2020, reporter: "KZ", total: "1000" }),
      stated({ year: 2021, reporter: "KZ", total: "1003" }),
    ];
    expect(summaryOf([one, other], sides)?.change?.way).toBe("level");
    expect(summaryOf([one, stated({ year: 2022, reporter: "KZ" })], sides)?.year).toBe("2020");
    expect(summaryOf([], sides)).toBeNull();
  });
});
