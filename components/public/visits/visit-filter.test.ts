import { describe, expect, test } from "vitest";
import { isNarrowed, readVisitFilter } from "./visit-filter";

describe("the visits' filter", () => {
  test("reads what the address asks for", () => {
    expect(readVisitFilter({ from: "KZ", rank: "minister", year: "2014" })).toEqual({
      from: "KZ",
      rank: "minister",
      year: 2014,
    });
  });

  test.each(["SU", "YU", "US", "csxx"])("reads %s, whether it stands for a side or for neither", (from) => {
    const filter = readVisitFilter({ from });
    expect(filter.from).toBe(from.toUpperCase());
    expect(isNarrowed(filter)).toBe(true);
  });

  test.each([
    { from: "QQ" },
    { from: "CSX" },
    { from: ["x", "KZ"] },
    { rank: "emperor" },
    { year: "20145" },
    { year: "" },
    {},
  ])("leaves out what cannot be meant: %j", (query) =>
    expect(isNarrowed(readVisitFilter(query))).toBe(false),
  );
});
