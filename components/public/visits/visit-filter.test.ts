import { describe, expect, test } from "vitest";
import { isNarrowed, readVisitFilter } from "./visit-filter";

const parties = ["KZ", "MX"] as const;

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
});
