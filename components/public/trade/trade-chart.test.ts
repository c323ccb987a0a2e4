import { describe, expect, test } from "vitest";
import { isWorthAChart, tradeChart } from "./trade-chart";
import type { TradeRecord } from "./trade-figures";

const sides = { parties: ["KZ", "MX"] } as const;
const trade = (values: TradeRecord["values"]): TradeRecord => ({
  id: `${values.year}-${values.reporter}`,
  kind: "tradeYear",
  slug: `${values.year}-${values.reporter}`.toLowerCase(),
  values: { currency: "USD", ...values },
});

describe("the chart", () => {
  test("draws a total whose parts are unknown as a total alone", () => {
    const chart = tradeChart([trade({ year: 2018, reporter: "not-stated", total: "23000000" })], sides);
    expect(chart?.panels.map(({ flow }) => flow)).toEqual(["total"]);
    expect(chart?.years).toHaveLength(1);
    expect(chart?.panels[0]?.columns[0]?.height).toBeLessThanOrEqual(160);
  });

  test("leaves years without figures empty and sets other reporters' figures beside the first", () => {
    const chart = tradeChart(
      [
        trade({ year: 2015, reporter: "KZ", total: "10" }),
        trade({ year: 2018, reporter: "KZ", total: "20" }),
        trade({ year: 2018, reporter: "MX", total: "40" }),
      ],
      sides,
    );
    expect(chart?.years.map(({ year }) => year)).toEqual([2015, 2016, 2017, 2018]);
    const [, last] = chart?.panels[0]?.columns ?? [];
    expect(last?.amount).toBe("20");
    expect(last?.others).toEqual([160]);
    expect(chart?.compares).toBe(true);
  });

  test.each([
    ["few", 4],
    ["many", 30],
  ])(
    "is not squeezed by a year far from %s others: the line of years is broken before it",
    (_many, count) => {
      const near = Array.from({ length: count }, (_, at) =>
        trade({ year: 2010 + at, reporter: "KZ", total: "5" }),
      );
      const chart = tradeChart([...near, trade({ year: 2099, reporter: "KZ", total: "5" })], sides)!;
      const [before, far] = [chart.years.at(-2)!, chart.years.at(-1)!];
      expect([before.year, far]).toEqual([2009 + count, { year: 2099, middle: far.middle, named: true }]);
      expect(before.middle).toBeGreaterThan(55);
      expect(chart.yearBreaks).toHaveLength(1);
      expect(chart.yearBreaks[0]).toBeGreaterThan(before.middle);
      expect(chart.yearBreaks[0]).toBeLessThan(far.middle);
      // Names of years on both sides of the break stay apart.
      expect(far.middle - before.middle).toBeGreaterThan(12);
      expect(chart.panels[0]!.columns).toHaveLength(count + 1);
      if (!chart.labelled)
        expect(chart.panels[0]!.lines[0]!.runs.map(({ length }) => length)).toEqual([count, 1]);
    },
  );

  test("breaks off a column that would squeeze the rest, and no other", () => {
    const ofTotals = (...totals: string[]) =>
      tradeChart(
        totals.map((total, index) => trade({ year: 2010 + index, reporter: "KZ", total })),
        sides,
      )!;
    const chart = ofTotals("21000000", "23000000000", "25000000");
    const [before, far, after] = chart.panels[0]!.columns;
    expect(far).toMatchObject({ broken: true, height: 160, amount: "23000000000" });
    expect(before!.height).toBeGreaterThan(100);
    expect(after).toMatchObject({ broken: false });
    expect(after!.height).toBeLessThan(160);
    expect(chart).toMatchObject({ breaks: true, unit: { power: 6 } });
    expect(ofTotals("1", "9", "80", "700").breaks).toBe(false);
    expect(ofTotals("1", "1000").breaks).toBe(false);
  });

  test.each([4, 30])("says of %i years which figures go beyond the scale, and who states them", (count) => {
    const near = Array.from({ length: count }, (_, at) =>
      trade({ year: 2010 + at, reporter: "KZ", total: `${at + 5}` }),
    );
    const far = trade({ year: 2012, reporter: "MX", total: "5000", standingTotal: "estimate" });
    const [panel] = tradeChart([...near, far], sides)!.panels;
    expect(panel!.beyond).toMatchObject([{ record: far, year: 2012, amount: "5000", standing: "estimate" }]);
    expect(panel!.beyond[0]!.x).toBeGreaterThan(0);
    expect(tradeChart(near, sides)!.panels[0]!.beyond).toEqual([]);
  });

  test("says of each figure how sure it is, and of which kinds there are any", () => {
    const ofYears = (count: number) => [
      trade({ year: 2009 + count, reporter: "KZ", total: "5", standingTotal: "provisional" }),
      ...Array.from({ length: count - 1 }, (_, at) =>
        trade({ year: 2010 + at, reporter: "KZ", total: "5", standingA: "estimate" }),
      ),
      trade({ year: 2010, reporter: "MX", total: "6", standingTotal: "estimate" }),
    ];
    const few = tradeChart(ofYears(3), sides)!;
    expect(few.panels[0]!.columns.map(({ standing }) => standing)).toEqual([
      undefined,
      undefined,
      "provisional",
    ]);
    expect(few.panels[0]!.columns[0]!.otherStandings).toEqual(["estimate"]);
    // What is said of figures that are not stated marks nothing.
    expect([...few.standings].sort()).toEqual(["estimate", "provisional"]);
    expect(few.hasUnsureBars).toBe(true);
    const many = tradeChart(ofYears(12), sides)!;
    expect(many.panels[0]!.lines[0]!.runs.flat().filter(({ standing }) => standing)).toHaveLength(1);
    expect(tradeChart(ofYears(3).slice(1, 3), sides)!.standings.size).toBe(0);
  });

  test("labels few columns and draws lines across many", () => {
    const ofYears = (count: number) =>
      tradeChart(
        Array.from({ length: count }, (_, index) =>
          trade({ year: 1990 + index, reporter: "KZ", total: "5" }),
        ),
        sides,
      );
    expect(ofYears(6)).toMatchObject({ labelled: true, lines: [] });
    expect(ofYears(7)?.labelled).toBe(false);
    expect(ofYears(7)?.lines.length).toBeGreaterThan(2);
  });

  test("of many years draws a line for each reporter, broken where years are missing, and no total that both ways say", () => {
    const of = (reporter: "KZ" | "MX", ...years: number[]) =>
      years.map((year) => trade({ year, reporter, exportsA: "4", exportsB: "6", total: "10" }));
    const chart = tradeChart(
      [...of("KZ", 2001, 2002, 2003, 2006, 2007, 2009, 2010), ...of("MX", 2004, 2010)],
      sides,
    )!;
    expect(chart.panels.map(({ flow }) => flow)).toEqual(["exportsA", "exportsB"]);
    const [first, second] = chart.panels[0]!.lines;
    expect(first?.runs.map(({ length }) => length)).toEqual([3, 2, 2]);
    expect(second?.runs.map(({ length }) => length)).toEqual([1, 1]);
    const places = first!.runs.flat().map(({ x }) => x);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  test("is worth drawing from three years on", () => {
    const years = [2016, 2017, 2018].map((year) => trade({ year, reporter: "KZ", total: "5" }));
    expect(isWorthAChart(years)).toBe(true);
    expect(isWorthAChart(years.slice(1))).toBe(false);
    const bare = trade({ year: 2015, reporter: "KZ" });
    const other = trade({ year: 2018, reporter: "MX", total: "5" });
    expect(isWorthAChart([...years.slice(1), bare, other])).toBe(false);
  });

  test("draws one currency and names few years", () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      trade({ year: 1990 + index, reporter: "KZ", total: String(index + 1) }),
    );
    const chart = tradeChart(
      [...many, trade({ year: 2021, reporter: "KZ", total: "5", currency: "KZT" })],
      sides,
    );
    expect(chart?.unit.currency).toBe("USD");
    expect(chart?.years.at(-1)?.year).toBe(2019);
    expect(chart?.years.filter(({ named }) => named).length).toBeLessThanOrEqual(8);
  });

  test("is none without figures", () => {
    expect(tradeChart([], sides)).toBeNull();
    expect(tradeChart([trade({ year: 2018, reporter: "KZ" })], sides)).toBeNull();
  });
});
