import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { during, spanOf, yearFraction, yearLine } from "./year-line";

describe("the span of a date", () => {
  test("is as wide as the date leaves open", () => {
    expect(spanOf("2016", 2026)).toEqual({ begin: { from: 2016, to: 2017 }, end: null, open: false });
    const month = spanOf("2014-09", 2026)?.begin;
    expect(month && month.to - month.from).toBeCloseTo(30 / 365, 5);
  });

  test("reaches to now where it has no end, and is none without a date", () => {
    expect(spanOf("2016/..", 2026.5)).toEqual({
      begin: { from: 2016, to: 2017 },
      end: { from: 2026.5, to: 2026.5 },
      open: true,
    });
    expect(spanOf(undefined, 2026)).toBeNull();
    expect(spanOf("2016/2018", 2026.5)?.end).toEqual({ from: 2018, to: 2019 });
  });

  test("of a date with nothing but an end is a moment", () => {
    expect(spanOf("../2018", 2026)).toEqual({ begin: { from: 2018, to: 2019 }, end: null, open: false });
  });

  test("knows leap years", () => {
    expect(yearFraction("2016-12-31", 1)).toBe(2017);
    expect(yearFraction("1992-01-01")).toBe(1992);
    expect(yearFraction("1900-12-31", 1)).toBe(1901);
  });

  test("is that of its year, however long ago or far ahead", () => {
    expect(yearFraction("0025-07-02")).toBeCloseTo(25.5, 2);
    expect(yearFraction("9999-12-31", 1)).toBe(10_000);
  });

  test("takes a first and a last day together", () => {
    expect(during("2016", "..")).toBe("2016/..");
    expect(during("2016", undefined)).toBe("2016");
    expect(during("2016/2017", "2018")).toBe("2016/2017");
    expect(during(undefined, "2018")).toBeUndefined();
  });
});

describe("a line of years", () => {
  test("holds everything within its width and names few years", () => {
    const line = yearLine([spanOf("1992-01-14", 2026.9)!, spanOf("2016/..", 2026.9)!], 2026.9);
    expect(line?.ticks.length).toBeLessThanOrEqual(7);
    expect([1992, 2027].map((year) => line?.place(year))).toEqual([1.5, 98.5]);
  });

  test.each([
    ["5008", { before: [], after: [5008] }, 99.5, 5008],
    ["2099-05", { before: [], after: [2099] }, 99.5, 2099],
    ["0025-05-05", { before: [25], after: [] }, 0.5, 25.5],
  ])("is not stretched by %s, which stands at its edge", (far, beyond, edge, time) => {
    const near = ["1992-01-14", "2014", "2016", "2018-03"].map((date) => spanOf(date, 2026.9)!);
    const line = yearLine([...near, spanOf(far, 2026.9)!], 2026.9)!;
    expect(line).toMatchObject({ first: 1992, last: 2027, beyond });
    expect(line.place(time)).toBe(edge);
  });

  test("is as long as relations are, however unevenly they are dated", () => {
    for (const [dates, first] of [
      [["1836", "1920", "1992", "2014"], 1836],
      [["1900", "1992", "2014"], 1900],
    ] as const) {
      const line = yearLine(
        dates.map((date) => spanOf(date, 2026.9)!),
        2026.9,
      );
      expect(line).toMatchObject({ first, last: 2027, beyond: { before: [], after: [] } });
    }
  });

  test("is broken where a few lie long before most, and whole where few lie anywhere", () => {
    const many = Array.from({ length: 36 }, (_, at) => ({ ...spanOf(String(1990 + at), 2026.9)!, count: 6 }));
    const old = ["1823", "1827"].map((date) => spanOf(date, 2026.9)!);
    const line = yearLine([...old, ...many], 2026.9)!;
    expect(line).toMatchObject({
      first: 1990,
      last: 2027,
      early: { first: 1823, last: 1828, years: [1823, 1827] },
    });
    // All in order, the old ones apart from each other and before the break.
    const places = [1823, 1827.5, 1900, 1990, 2008, 2026.9].map(line.place);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(line.place(1827.5) - line.place(1823)).toBeGreaterThan(3);
    expect(line.place(1827.5)).toBeLessThan(line.early!.breakAt);
    expect(line.place(1990)).toBeGreaterThan(line.early!.breakAt);
    expect(line.ticks.map(({ year }) => year)).toEqual([1823, 2000, 2010, 2020]);
    expect(
      yearLine([...old, ...many.slice(0, 2).map(({ begin, end, open }) => ({ begin, end, open }))], 2026.9)
        ?.early,
    ).toBeNull();
  });

  const line = (...dates: string[]) =>
    yearLine(
      dates.map((date) => spanOf(date, 2026.9)!),
      2026.9,
    )!;
  const since = (first: number, count: number) =>
    Array.from({ length: count }, (_, at) => String(first + (at % (2027 - first))));

  test.each<[string, string[], number[] | null]>([
    ["a first dossier with two missions of long ago", ["1824", "1826", ...since(1992, 17)], [1824, 1826]],
    ["one record of long ago beside four", ["1850", ...since(1992, 4)], [1850]],
    ["one beside three: too few for most of the record", ["1850", ...since(1992, 3)], null],
    ["two beside six: too many for few", ["1824", "1826", ...since(1992, 6)], null],
    ["an old record whose stretch does not squeeze the rest", ["1930", ...since(1992, 17)], null],
    ["the same beside very many", ["1930", ...since(1992, 35)], [1930]],
    ["seven of thirty-five: more than few", [...since(1820, 7), ...since(1992, 28)], null],
    ["records all along", since(1900, 60), null],
    ["nothing but recent years", since(2010, 12), null],
  ])("of %s is broken after %j", (_name, dates, years) => {
    expect(line(...dates).early?.years ?? null).toEqual(years);
  });

  test("keeps all in order, and most of the width for most of the record, wherever it is broken", () => {
    const years = fc.array(fc.integer({ min: 1600, max: 2026 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(years, (some) => {
        const inOrder = [...some].sort((one, other) => one - other);
        const found = line(...inOrder.map(String));
        const places = inOrder.map((year) => found.place(year + 0.5));
        expect(places).toEqual([...places].sort((one, other) => one - other));
        if (!found.early) return;
        const before = inOrder.filter((year) => year < found.first);
        expect(before.length).toBeLessThanOrEqual(inOrder.length * 0.2);
        expect(found.first - before.at(-1)!).toBeGreaterThan((2026.9 - found.first) / 2);
        expect(Math.max(...before.map((year) => found.place(year + 0.9)))).toBeLessThan(found.early.breakAt);
        expect(found.place(found.last) - found.place(found.first)).toBeGreaterThan(80);
      }),
    );
  });

  test("is none without dates, and holds a single year", () => {
    expect(yearLine([], 2026)).toBeNull();
    expect(yearLine([spanOf("2026", 2026)!], 2026)?.place(2026)).toBe(1.5);
  });
});
