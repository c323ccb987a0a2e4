import { describe, expect, test } from "vitest";
import { type NamedRecord, namedApart } from "./named-apart";
import { spanOf, yearLine } from "./year-line";

const line = yearLine([spanOf("1990", 2026.9)!], 2026.9)!;
const visit = (year: number, title = "A Visitor"): NamedRecord => ({
  id: `${year} ${title}`,
  href: "/",
  title,
  year,
});
const namesOf = (...named: NamedRecord[]) => namedApart(named, line).map(({ words }) => words);

describe("names above columns", () => {
  test("are as many as have room, the first of them before others", () => {
    expect(namesOf(visit(2024), visit(2023), visit(2014), visit(2005), visit(1992))).toEqual([
      "2024 A Visitor",
      "2014 A Visitor",
      "2005 A Visitor",
      "1992 A Visitor",
    ]);
  });

  test("are fewer on a phone", () => {
    const placed = namedApart([visit(2024), visit(2014), visit(2005), visit(1992)], line);
    expect(placed.map(({ year, onPhone }) => [year, onPhone])).toEqual([
      [2024, true],
      [2014, false],
      [2005, true],
      [1992, false],
    ]);
  });

  test("say a year once, and leave out what has no room on the line or lies beyond it", () => {
    expect(
      namesOf(
        visit(2017, "The Expo 2017"),
        visit(1823),
        visit(1992, "A talk of many words about very little"),
      ),
    ).toEqual(["The Expo 2017", "1992 A talk of many words about very…"]);
  });
});
