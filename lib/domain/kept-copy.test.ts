import { expect, test } from "vitest";
import { rowId } from "@/tests/support/rows";
import { differences } from "./compare";
import { keptCopy, typedCopy } from "./kept-copy";
import { kindOf } from "./kinds/registry";

const old = {
  visitor: "V",
  citations: [
    { id: rowId(1), source: "s", field: "began", place: "p. 4" },
    { id: rowId(2), source: "s" },
    { source: "t", field: null },
  ],
};
const today = {
  visitor: "V",
  citations: [
    { id: rowId(1), source: "s", supports: ["began"], place: "p. 4" },
    { id: rowId(2), source: "s" },
    { source: "t" },
  ],
};

test("a copy whose citations name one field is read as one whose citations name paths", () => {
  expect(keptCopy("visit", old)).toEqual(today);
  expect(differences(typedCopy(kindOf("visit"), old), typedCopy(kindOf("visit"), today))).toEqual([]);
});

test("a copy of today is read as it is", () => {
  expect(keptCopy("visit", today)).toBe(today);
  expect(keptCopy("visit", { citations: "x" })).toEqual({ citations: "x" });
  expect(keptCopy("visit", null)).toEqual({});
});

test("a year of trade with one standing is read as one with a standing of each figure", () => {
  const citations = [{ source: "s", supports: ["standing", "total"] }];
  const each = ["standingA", "standingB", "standingTotal"];
  expect(keptCopy("tradeYear", { year: 2013, standing: "estimate", citations })).toEqual({
    ...{ year: 2013, standingA: "estimate", standingB: "estimate", standingTotal: "estimate" },
    citations: [{ source: "s", supports: [...each, "total"] }],
  });
});

test("a year of trade with one valuation is read as one with a valuation of each direction", () => {
  const citations = [
    { source: "s", field: "valuation" },
    { source: "t", supports: ["total"] },
  ];
  expect(keptCopy("tradeYear", { year: 2013, valuation: "FOB", citations })).toEqual({
    ...{ year: 2013, valuationA: "FOB", valuationB: "FOB" },
    citations: [
      { source: "s", supports: ["valuationA", "valuationB"] },
      { source: "t", supports: ["total"] },
    ],
  });
});

test("a mission with one head is read as one with heads, and what was cited for the one supports these", () => {
  const citations = [{ source: "s", supports: ["city", "head"] }];
  expect(keptCopy("mission", { city: "C", head: "H", citations })).toEqual({
    ...{ city: "C", heads: [{ name: "H" }] },
    citations: [{ source: "s", supports: ["city", "heads"] }],
  });
});
