import { describe, expect, test } from "vitest";
import { knownUntil } from "./known-until";

describe("what goes on is known", () => {
  test.each<[string, (string | undefined)[], string | undefined, string | null]>([
    ["to the last day of its own beginning", ["2016"], undefined, "2016-12-31"],
    ["to the day of its source", ["1980"], "1994-12-31", "1994-12-31"],
    [
      "to its own last dated state, where no source is dated later",
      ["1980", "2003-05"],
      "1994",
      "2003-05-31",
    ],
    ["to the beginning of a period without an end", ["1992/..", undefined], undefined, "1992-01-01"],
    ["to today at most", ["2016", "2031"], undefined, "2026-11-27"],
    ["to today at most, whatever a source is dated", ["2016"], "2027-01-01", "2026-11-27"],
    ["nowhere without a date", [undefined], undefined, null],
  ])("%s", (_name, dates, reach, day) => {
    expect(knownUntil(dates, reach, "2026-11-27")).toBe(day);
  });
});
