import { describe, expect, test } from "vitest";
import { filterVisits, isNarrowed, readVisitFilter, visitYears } from "./visit-filter";

const parties = ["KZ", "MX"] as const;
const visits = [
  { values: { from: "KZ", rank: "foreign-minister", began: "2014-09" } },
  { values: { from: "MX", rank: "minister", began: "2017-12-30", ended: "2018-01-02" } },
] as const;

describe("the visits' filter", () => {
  test("reads what the address asks for", () => {
    expect(readVisitFilter({ from: "KZ", rank: "minister", year: "2014" }, parties)).toEqual({
      from: "KZ",
      rank: "minister",
      year: 2014,
    });
  });

  test.each([
    { from: "US" },
    { from: ["x", "KZ"] },
    { rank: "emperor" },
    { year: "20145" },
    { year: "" },
    {},
  ])("leaves out what cannot be meant: %j", (query) =>
    expect(isNarrowed(readVisitFilter(query, parties))).toBe(false),
  );

  test("keeps a visit over New Year in both years", () => {
    expect(filterVisits(visits, { from: undefined, rank: undefined, year: 2018 })).toHaveLength(1);
    expect(filterVisits(visits, { from: undefined, rank: undefined, year: 2017 })).toHaveLength(1);
    expect(filterVisits(visits, { from: "KZ", rank: undefined, year: 2017 })).toHaveLength(0);
  });

  test("offers the years that have visits", () => {
    expect(visitYears(visits)).toEqual([2017, 2014]);
  });
});
