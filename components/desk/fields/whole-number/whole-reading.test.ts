import { expect, test } from "vitest";
import { wholeReading } from "./whole-reading";

const year = { min: 1800, max: 2100, mayBeFiscal: true };
const none = { fiscal: "", fault: null };
const outside = { fiscal: "", fault: "outside" };

test.each([
  ["", none, none],
  ["1", none, outside],
  ["185", none, outside],
  ["1850", none, none],
  ["1799", outside, outside],
  ["2101", outside, outside],
  ["20144", outside, outside],
  ["2013-14", { fiscal: "2013–14", fault: null }, { fiscal: "2013–14", fault: null }],
  ["FY 2013/14", { fiscal: "2013–14", fault: null }, { fiscal: "2013–14", fault: null }],
  ["1799-00", outside, outside],
  ["1750-51", outside, outside],
  ["2013-", none, { fiscal: "", fault: "fiscal" }],
  ["2013-1", none, { fiscal: "", fault: "fiscal" }],
  ["2013-16", none, { fiscal: "", fault: "fiscal" }],
  ["someday", { fiscal: "", fault: "fiscal" }, { fiscal: "", fault: "fiscal" }],
  ["2014.5", { fiscal: "", fault: "fiscal" }, { fiscal: "", fault: "fiscal" }],
])("a year typed as %j says %j while it is typed, and %j once it is left", (text, typed, left) => {
  expect(wholeReading(text, year, { isTyped: true })).toEqual(typed);
  expect(wholeReading(text, year, { isTyped: false })).toEqual(left);
});

test("a year that is no fiscal one is none", () => {
  const calendar = { ...year, mayBeFiscal: false };
  expect(wholeReading("2013-14", calendar, { isTyped: true })).toEqual({ fiscal: "", fault: "notWhole" });
});
