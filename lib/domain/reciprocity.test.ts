import { expect, it } from "vitest";
import { daysBetween, reciprocityOf } from "./reciprocity";

const order = { ranks: ["head-of-state", "minister", "other"], types: ["embassy", "consulate"] };

it("counts each side by rank and decade, in order, and leaves out what no record has", () => {
  const visit = { rank: "minister", count: 1, last: "1994-03-02" };
  const found = reciprocityOf(
    [
      { ...visit, side: "a", decade: 2010, count: 3, last: "2014-09-01" },
      { ...visit, side: "b", decade: null, last: null },
      { ...visit, side: "a", decade: 1990 },
      { ...visit, side: "b", decade: 1990, rank: "head-of-state", count: 2 },
    ],
    [
      { side: "a", type: "consulate", count: 2 },
      { side: "a", type: "embassy", count: 1 },
      { side: "b", type: "embassy", count: 1 },
    ],
    order,
  );
  expect(found.decades).toEqual([1990, 2010, null]);
  expect(found.visits).toEqual([
    {
      rank: "head-of-state",
      each: [
        { a: 0, b: 2 },
        { a: 0, b: 0 },
        { a: 0, b: 0 },
      ],
      all: { a: 0, b: 2 },
      last: { a: null, b: "1994-03-02" },
    },
    {
      rank: "minister",
      each: [
        { a: 1, b: 0 },
        { a: 3, b: 0 },
        { a: 0, b: 1 },
      ],
      all: { a: 4, b: 1 },
      last: { a: "2014-09-01", b: null },
    },
  ]);
  expect(found.missions).toEqual([
    { type: "embassy", a: 1, b: 1 },
    { type: "consulate", a: 2, b: 0 },
  ]);
});

it("counts days over leap years, and none backwards", () => {
  expect([daysBetween("2024-02-28", "2024-03-01"), daysBetween("2024-03-01", "2024-02-28")]).toEqual([2, 0]);
});
