import { expect, test } from "vitest";
import {
  fiscalYearsNamed,
  periodAddress,
  readFiscalYear,
  readPeriodAddress,
  showPeriod,
  splitSlug,
} from "./trade-period";

test.each([
  ["2013-14", 2013],
  ["2013/14", 2013],
  ["2013–14", 2013],
  ["2013 - 2014", 2013],
  ["FY 2013/14", 2013],
  ["fy2013-14", 2013],
  ["1999-00", 1999],
  ["FY2015/16", 2015],
  ["F.Y. 2015-16", 2015],
  ["fiscal year 2015/16", 2015],
  ["Financial year 2015–16", 2015],
  ["2015/16 FY", 2015],
  ["FY 2015/2016", 2015],
])("%s is the fiscal year that begins in %i", (typed, year) => {
  expect(readFiscalYear(typed)).toEqual({ year, period: "fiscal" });
});

test.each([
  ["FY2015", ["2014-15", "2015-16"]],
  ["FY 2015", ["2014-15", "2015-16"]],
  ["fy 2000", ["1999-00", "2000-01"]],
  ["F.Y. 2015", ["2014-15", "2015-16"]],
  ["fiscal year 2015", ["2014-15", "2015-16"]],
  ["2015 FY", ["2014-15", "2015-16"]],
  ["2015", null],
  ["2015-16", null],
  ["FY15", null],
  ["FY 2015 and more of it", null],
])("%s may be the fiscal years %j", (typed, years) => expect(fiscalYearsNamed(typed)).toEqual(years));

test.each(["2013", "FY2015", "2013-15", "2013-2015", "2013-12", "2014-13", "2013-14 and more of it", ""])(
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
