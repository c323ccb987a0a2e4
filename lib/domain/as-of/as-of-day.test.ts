import { expect, it } from "vitest";
import { readDay, yearsFrom } from "./as-of-day";

it.each(["2015-06-01", "2016-02-29", "1500-01-01", "2100-12-31"])("takes %s for a day", (text) =>
  expect(readDay(text)).toBe(text),
);

it.each(["", "2015", "2015-06", "2015-6-1", "2015-02-29", "2015-06-31", "2015-13-01", "1499-12-31"])(
  "takes %j for none",
  (text) => expect(readDay(text)).toBeNull(),
);

it("takes nothing for a day that is longer, several, or no text", () => {
  for (const text of [
    "2015-06-01 ",
    "2015-06-01T00",
    "２０１５-06-01",
    ["2015-06-01"],
    undefined,
    "2101-01-01",
  ])
    expect(readDay(text)).toBeNull();
});

it("goes from a day to the same one of another year", () => {
  expect([yearsFrom("2015-06-01", -1), yearsFrom("2016-02-29", 1), yearsFrom("2016-02-29", -4)]).toEqual([
    "2014-06-01",
    "2017-02-28",
    "2012-02-29",
  ]);
  expect([yearsFrom("1500-01-01", -1), yearsFrom("2095-01-01", 10)]).toEqual([null, null]);
});
