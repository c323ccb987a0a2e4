import { expect, test } from "vitest";
import { commasOfColumn } from "./commas";

test.each([
  [["Almaty", "Paris, France", "Washington, D.C."], null],
  [["Mexico City, Puebla", "Almaty"], { meaning: null, by: null }],
  [["Mexico City, Puebla", "Almaty; Astana"], { meaning: null, by: null }],
  [["Mexico City, Puebla", "Reno, Nevada; Dallas, Texas"], { meaning: "within", by: "cells" }],
  [["Almaty and Astana"], { meaning: null, by: null }],
  [["Kuala Lumpur, Singapore"], { meaning: null, by: null }],
  [["Bosnia and Herzegovina"], null],
])("the commas in cells %j are %j", (cells, found) => expect(commasOfColumn(cells, null)).toEqual(found));

test("what was told of commas holds", () =>
  expect(commasOfColumn(["Mexico City, Puebla"], "apart")).toEqual({ meaning: "apart", by: "told" }));
