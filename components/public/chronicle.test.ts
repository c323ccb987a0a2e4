import { describe, expect, test } from "vitest";
import { byDecade, chronicleOf, stretchBetween, stretchOf, yearFraction, yearLine } from "./chronicle";
import type { Viewed } from "./setting";

const event = (slug: string, date?: string): Viewed<"event"> => ({
  id: slug,
  kind: "event",
  slug,
  values: { title: slug, date },
});

describe("a chronicle", () => {
  test("goes from the oldest on, with the undated last", () => {
    const items = chronicleOf([event("undated"), event("later", "2016"), event("first", "1992-01-14")]);
    expect(items.map(({ record }) => record.slug)).toEqual(["first", "later", "undated"]);
  });

  test("tells the day before the month or year around it, and moments before periods", () => {
    const items = chronicleOf([
      event("since", "1992/.."),
      event("month", "1992-01"),
      event("year", "1992"),
      event("day", "1992-01-14"),
    ]);
    expect(items.map(({ record }) => record.slug)).toEqual(["day", "month", "year", "since"]);
  });

  test("weaves kinds by their own dates", () => {
    const visit: Viewed<"visit"> = { id: "v", kind: "visit", slug: "visit", values: { began: "2014-09" } };
    const signed: Viewed<"agreement"> = {
      id: "a",
      kind: "agreement",
      slug: "agreement",
      values: { signedOn: "2001" },
    };
    expect(chronicleOf([visit, signed]).map(({ record }) => record.slug)).toEqual(["agreement", "visit"]);
  });

  test("is told by decades, with what has no date apart", () => {
    const groups = byDecade(chronicleOf([event("b", "2014"), event("c"), event("a", "1999")]));
    expect(groups.map(({ decade }) => decade)).toEqual([1990, 2010, null]);
  });
});

describe("a stretch of time", () => {
  test("is as wide as the date leaves open", () => {
    expect(stretchOf("2016", 2026)).toEqual({ from: 2016, to: 2017 });
    const month = stretchOf("2014-09", 2026);
    expect(month && month.to - month.from).toBeCloseTo(30 / 365, 5);
  });

  test("reaches to now where it has no end, and is none without a date", () => {
    expect(stretchOf("2016/..", 2026.5)).toEqual({ from: 2016, to: 2026.5 });
    expect(stretchOf(undefined, 2026)).toBeNull();
    expect(stretchBetween("2016", undefined, 2026.5)).toEqual({ from: 2016, to: 2026.5 });
    expect(stretchBetween("2016", "2018", 2026.5)).toEqual({ from: 2016, to: 2019 });
  });

  test("knows leap years", () => {
    expect(yearFraction("2016-12-31", 1)).toBe(2017);
    expect(yearFraction("1992-01-01")).toBe(1992);
  });
});

describe("a line of years", () => {
  test("holds everything within its width and names few years", () => {
    const line = yearLine(
      [
        { from: 1992.04, to: 1992.05 },
        { from: 2016, to: 2026.9 },
      ],
      2026.9,
    );
    expect(line?.ticks.length).toBeLessThanOrEqual(7);
    expect(line?.place({ from: 1992, to: 2027 })).toEqual({ x: 0, width: 100 });
  });

  test("is none without dates, and holds a single year", () => {
    expect(yearLine([], 2026)).toBeNull();
    expect(yearLine([{ from: 2026, to: 2026 }], 2026)?.place({ from: 2026, to: 2026 }).x).toBe(0);
  });
});
