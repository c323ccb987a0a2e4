import { describe, expect, test } from "vitest";
import {
  canonicalPeriod,
  type OpenPeriod,
  openPeriod,
  type PeriodCounts,
  periodQuery,
  readPeriod,
  yearsIn,
} from "./list-periods";

function countsOf(years: Record<number, number>, undated = 0): PeriodCounts {
  const counted = Object.entries(years).map(([year, began]) => ({
    year: Number(year),
    began,
    listed: began,
  }));
  const all = undated + counted.reduce((sum, { began }) => sum + began, 0);
  return { all, undated, years: counted.sort((one, other) => other.year - one.year) };
}

const short = countsOf({ 2014: 3, 1999: 2 }, 1);
const long = countsOf({ 2021: 40, 2014: 70, 2012: 130, 1999: 2, 1991: 58 }, 61);
const opened = (counts: PeriodCounts, query: Partial<Record<string, string>>) =>
  openPeriod(counts, readPeriod(query));

describe("a list with room on one page", () => {
  test("is shown whole", () => {
    expect(opened(short, {})).toEqual({ span: "all", count: 6, page: 1, pages: 1 });
    expect(opened(countsOf({}), {})).toMatchObject({ span: "all", count: 0 });
  });

  test("shows what is asked for, and has no page of what it has not", () => {
    expect(opened(short, { decade: "1990" })).toMatchObject({ span: { decade: 1990 }, count: 2 });
    expect(opened(short, { decade: "undated" })).toMatchObject({ span: "undated", count: 1 });
    for (const query of [{ decade: "1980" }, { year: "2013" }, { page: "2" }, { decade: "1990", page: "2" }])
      expect(opened(short, query)).toBeNull();
  });
});

describe("a long list", () => {
  test.each<[Record<string, string>, Partial<OpenPeriod>]>([
    [{}, { span: { decade: 2020 }, count: 40 }],
    [{ decade: "1990" }, { span: { decade: 1990 }, count: 60, pages: 1 }],
    // No room on one page: its newest year.
    [{ decade: "2010" }, { span: { year: 2014 }, count: 70, page: 1, pages: 2 }],
    [
      { year: "2012", page: "3" },
      { span: { year: 2012 }, count: 130, page: 3, pages: 3 },
    ],
    [
      { decade: "undated", page: "2" },
      { span: "undated", page: 2, pages: 2 },
    ],
  ])("%j shows %j", (query, expected) => expect(opened(long, query)).toMatchObject(expected));

  test.each([{ page: "2" }, { decade: "2010", page: "2" }, { year: "2012", page: "4" }, { year: "2013" }])(
    "has no page %j",
    (query) => expect(opened(long, query)).toBeNull(),
  );

  test("has each record in one canonical period", () => {
    const canonical = (query: Record<string, string>) => {
      const open = opened(long, query);
      return open && canonicalPeriod(long, open);
    };
    expect(canonical({})).toEqual({ span: null, page: 1 });
    expect(canonical({ decade: "2020" })).toEqual({ span: null, page: 1 });
    expect(canonical({ year: "2021" })).toEqual({ span: null, page: 1 });
    expect(canonical({ year: "1999" })).toEqual({ span: { decade: 1990 }, page: 1 });
    expect(canonical({ decade: "2010" })).toEqual({ span: { year: 2014 }, page: 1 });
    expect(canonical({ year: "2012", page: "2" })).toEqual({ span: { year: 2012 }, page: 2 });
  });

  test("shows in a year what went on into it", () => {
    const lasting = { ...long, years: [{ year: 2013, began: 0, listed: 1 }, ...long.years] };
    expect(opened(lasting, { year: "2013" })).toMatchObject({ count: 1 });
    expect(yearsIn(lasting, 2010).map(({ year }) => year)).toEqual([2013, 2014, 2012]);
  });
});

test.each([
  ["1994", ""],
  ["199", "x"],
  ["20", "-1"],
  ["1990", "1"],
  ["1990", "1e3"],
  ["1990", "1000"],
])("a decade %j and a page %j are read strictly", (decade, page) =>
  expect(readPeriod({ decade, page }).page).toBe(1),
);

describe("a long list with a stray date", () => {
  const stray = countsOf({ 5008: 1, 2099: 1, 2021: 40, 2014: 30, 25: 1, 9: 1 });

  test("opens with the newest decade that has begun, and with what there is where none has", () => {
    expect(opened(stray, {})).toMatchObject({ span: { decade: 2020 }, count: 40 });
    expect(opened(countsOf({ 5008: 61 }), {})).toMatchObject({ span: { year: 5008 } });
    expect(opened(countsOf({ 2999: 1, 2021: 70 }), {})).toMatchObject({ span: { year: 2021 } });
  });

  test.each([5000, 2090, 2020, 20, 0])(
    "leads to the decade of %i, and from its address to its records",
    (decade) => {
      const query = new URLSearchParams(periodQuery({ span: { decade }, page: 1 }));
      expect(query.get("decade")).toHaveLength(4);
      const open = opened(stray, Object.fromEntries(query))!;
      expect(open.span).toEqual({ decade });
      expect(open.count).toBeGreaterThan(0);
    },
  );

  test("is read by year likewise", () => {
    expect(opened(stray, { year: "0025" })).toMatchObject({ span: { year: 25 }, count: 1 });
    expect(readPeriod({ year: "0000" }).span).toBeNull();
  });
});

test("the query of a period comes after what else is asked for", () => {
  expect(periodQuery({ span: null, page: 1 })).toBe("");
  expect(periodQuery({ span: "undated", page: 2 }, { from: "KZ" })).toBe("?from=KZ&decade=undated&page=2");
  expect(periodQuery({ span: { year: 1994 }, page: 1 })).toBe("?year=1994");
});
