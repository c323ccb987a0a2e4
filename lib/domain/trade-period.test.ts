import { expect, test } from "vitest";
import { periodAddress, readFiscalYear, readPeriodAddress, showPeriod, splitSlug } from "./trade-period";

test.each([
  ["2013-14", 2013],
  ["2013/14", 2013],
  ["2013–14", 2013],
  ["2013 - 2014", 2013],
  ["FY 2013/14", 2013],
  ["fy2013-14", 2013],
  ["1999-00", 1999],
])("%s is the fiscal year that begins in %i", (typed, year) => {
  expect(readFiscalYear(typed)).toEqual({ year, period: "fiscal" });
});

test.each(["2013", "2013-15", "2013-2015", "2013-12", "2014-13", "2013-14 and more of it", ""])(
  "%s is none",
  (typed) => expect(readFiscalYear(typed)).toBeNull(),
);

test.each([
  ["2013", { year: 2013 }, "2013"],
  ["2013-14", { year: 2013, period: "fiscal" }, "2013–14"],
  ["1999-00", { year: 1999, period: "fiscal" }, "1999–00"],
])("the address %s says what its page shows", (address, period, shown) => {
  expect(readPeriodAddress(address)).toEqual(period);
  expect(periodAddress(period)).toBe(address);
  expect(showPeriod(period)).toBe(shown);
});

test.each(["2013-15", "2013-14-kz", "13", "2013-1"])("no address is %s", (address) =>
  expect(readPeriodAddress(address)).toBeNull(),
);

test("a slug is a period and who reports it", () => {
  expect(splitSlug("2013-14-kz")).toEqual({ period: "2013-14", rest: "kz" });
  expect(splitSlug("2013-third-source-imf")).toEqual({ period: "2013", rest: "third-source-imf" });
});
