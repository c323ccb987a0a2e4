import { expect, it } from "vitest";
import { withoutFlags } from "./flags-beside";

const rows = (text: string) => text.split("\n").map((line) => line.split("|"));

it.each<[string, string, string[]]>([
  [
    "TIME|2020|||2021||\nExports|90.1|b||102.3|p|\nImports|:|c||61.9|ep|",
    "TIME|2020||2021|\nExports|90.1||102.3 p|\nImports|:||61.9 e|",
    ["b", "c"],
  ],
  ["Year|Exports||Imports\n2020|90||5\n2021|102|p|6", "Year|Exports|Imports\n2020|90|5\n2021|102 p|6", []],
])("takes flags to their figures and tells which are left out: %j", (text, found, leftOut) =>
  expect(withoutFlags(rows(text))).toEqual({ rows: rows(found), leftOut }),
);

it.each([
  "Year|Exports|Note|Imports\n2020|90|b|5",
  "Year|Exports||Imports\n2020|90|5|6",
  "Party|Signature||Ratification\nMexico|2015|3 May 2015 a|2016",
  "Name|\nA|b",
])("leaves every other column: %j", (text) => expect(withoutFlags(rows(text))).toBeNull());
