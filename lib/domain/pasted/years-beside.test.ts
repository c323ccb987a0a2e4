import { expect, it } from "vitest";
import { kinds } from "../kinds/registry";
import { yearsJoined } from "./years-beside";

const rows = (text: string) => text.split("\n").map((line) => line.split("|"));

it.each([
  [
    "Year|Dates|Visitor\n2014|12–14 May|A\n|June|B\n2015|May 3|C\n2016||D\n2017|12.05.|E\n2018|3/4|F",
    "Dates|Visitor\n12–14 May 2014|A\nJune 2014|B\nMay 3, 2015|C\n2016|D\n12.05.2017|E\n3/4/2018|F",
  ],
  ["List of visits||\nVisitor|Date|Year\nA|3 May|2014", "List of visits|\nVisitor|Date\nA|3 May 2014"],
])("puts years to their days: %j", (text, found) =>
  expect(yearsJoined(kinds.visit, rows(text))).toEqual(rows(found)),
);

it.each([
  "Year|Date|Visitor\n2014|12 May 2014|A",
  "Year|Exports|Imports\n2014|1|2",
  "Year|Dates|Visitor\n2014-15|May|A",
  "Year|Dates|Visitor\n|12 May|A",
  "Date|Visitor\n12 May|A",
])("leaves every other table as it is: %j", (text) =>
  expect(yearsJoined(kinds.visit, rows(text))).toBeNull(),
);

it("leaves the years of kinds that have a year", () =>
  expect(yearsJoined(kinds.tradeYear, rows("Year|Date|Total\n2014|May|5"))).toBeNull());
