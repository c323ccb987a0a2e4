import { expect, test } from "vitest";
import { wholeReading } from "./whole-reading";

const year = { min: 1800, max: 2100, mayBeFiscal: true };
const none = { fiscal: "", fault: null, offers: [] };
const outside = { ...none, fault: "outside" };
const which = {
  ...{ fiscal: "", fault: "whichFiscal" },
  offers: [
    { shown: "2014–15", fills: "2014-15" },
    { shown: "2015–16", fills: "2015-16" },
  ],
};

test.each([
  ["", none, none],
  ["1", none, outside],
  ["185", none, outside],
  ["1850", none, none],
  ["1799", outside, outside],
  ["2101", outside, outside],
  ["20144", outside, outside],
  ["2013-14", { ...none, fiscal: "2013–14" }, { ...none, fiscal: "2013–14" }],
  ["FY 2013/14", { ...none, fiscal: "2013–14" }, { ...none, fiscal: "2013–14" }],
  ["1799-00", outside, outside],
  ["1750-51", outside, outside],
  ["2013-", none, { ...none, fault: "fiscal" }],
  ["2013-1", none, { ...none, fault: "fiscal" }],
  ["2013-16", none, { ...none, fault: "fiscal" }],
  ["FY2015", which, which],
  ["FY1799", outside, outside],
  ["FY2", none, { ...none, fault: "fiscal" }],
  ["someday", { ...none, fault: "fiscal" }, { ...none, fault: "fiscal" }],
  ["2014.5", { ...none, fault: "fiscal" }, { ...none, fault: "fiscal" }],
])("a year typed as %j says %j while it is typed, and %j once it is left", (text, typed, left) => {
  expect(wholeReading(text, year, { isTyped: true })).toEqual(typed);
  expect(wholeReading(text, year, { isTyped: false })).toEqual(left);
});

test("a year that is no fiscal one is none", () => {
  const calendar = { ...year, mayBeFiscal: false };
  expect(wholeReading("2013-14", calendar, { isTyped: true })).toEqual({ ...none, fault: "notWhole" });
});
