import { expect, test } from "vitest";
import { withoutMark } from "./figure-standing";

test.each([
  ["64.6p", "64.6", "provisional"],
  ["64.6 (p)", "64.6", "provisional"],
  ["(e) 12,3", "12,3", "estimate"],
  ["e12.3", "12.3", "estimate"],
  ["23 million (est.)", "23 million", "estimate"],
  ["1 234 prelim.", "1 234", "provisional"],
  ["tenge 5 e", "tenge 5", "estimate"],
  ["pesos 12p", "pesos 12", "provisional"],
  ["Peso 64.6 e", "Peso 64.6", "estimate"],
  ["e 5 tenge", "5 tenge", "estimate"],
  ["12.3", "12.3", null],
  ["10r", "10", null],
  ["(r) 64.6", "64.6", null],
  ["64.6 rev.", "64.6", null],
  ["R 10", "R 10", null],
  ["US$ 23 mln", "US$ 23 mln", null],
  ["23 bn", "23 bn", null],
  ["p", "p", null],
  ["", "", null],
])("the figure %j is %j, marked as %j", (cell, figure, standing) =>
  expect(withoutMark(cell)).toEqual({ figure, standing }),
);
