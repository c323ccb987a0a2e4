import { expect, it } from "vitest";
import { reciprocityOf, timeSince } from "./reciprocity";

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

it("takes the last of several decades by their first days, however exactly they are known", () => {
  const visit = { side: "a", rank: "minister", count: 1 } as const;
  const lastOf = (...dates: string[]) =>
    reciprocityOf(
      dates.map((last, at) => ({ ...visit, decade: at, last })),
      [],
      order,
    ).visits[0]?.last.a;
  expect(lastOf("2014-09-03", "2014-09", "1999")).toBe("2014-09-03");
  expect(lastOf("199X", "1995-02")).toBe("1995-02");
});

it.each([
  ["2024-11-25", { unit: "days", count: 2, isAbout: false }],
  ["2024-02-28", { unit: "days", count: 273, isAbout: false }],
  ["2024-02-28/2024-03-01", { unit: "days", count: 273, isAbout: false }],
  ["2014-09", { unit: "months", count: 122, isAbout: false }],
  ["2014-09~", { unit: "months", count: 122, isAbout: true }],
  ["2014", { unit: "years", count: 10, isAbout: false }],
  ["2001-21", { unit: "years", count: 23, isAbout: true }],
  ["199X", { unit: "years", count: 34, isAbout: true }],
  ["2025-01-01", { unit: "days", count: 0, isAbout: false }],
])("says how long ago %s was as exactly as that is known", (date, since) => {
  expect(timeSince(date, "2024-11-27")).toEqual(since);
});
