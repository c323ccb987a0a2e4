import { describe, expect, test } from "vitest";
import type { Sides } from "@/lib/domain/sides";
import { isNarrowed, readVisitFilter } from "./visit-filter";

const sides: Sides = {
  parties: ["KZ", "MX"],
  predecessors: [{ side: "countryA", country: "SU" }],
};

describe("the visits' filter", () => {
  test("reads what the address asks for", () => {
    expect(readVisitFilter({ from: "KZ", rank: "minister", year: "2014" }, sides)).toEqual({
      from: "KZ",
      rank: "minister",
      year: 2014,
    });
  });

  test.each(["CSXX", "csxx"])("reads the longer code of a country that was, %s", (from) => {
    const former: Sides = { parties: ["RS", "MX"], predecessors: [{ side: "countryA", country: "CSXX" }] };
    expect(readVisitFilter({ from }, former).from).toBe("CSXX");
  });

  test("reads a country that stood for a side before, and none that stood for neither", () => {
    expect(readVisitFilter({ from: "SU" }, sides).from).toBe("SU");
    expect(readVisitFilter({ from: "YU" }, sides).from).toBeUndefined();
  });

  test.each([
    { from: "US" },
    { from: ["x", "KZ"] },
    { rank: "emperor" },
    { year: "20145" },
    { year: "" },
    {},
  ])("leaves out what cannot be meant: %j", (query) =>
    expect(isNarrowed(readVisitFilter(query, sides))).toBe(false),
  );
});
