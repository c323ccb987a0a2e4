import { describe, expect, test } from "vitest";
import type { LaneItem } from "./lane-cover";
import { inRows } from "./lane-rows";
import { spanOf, yearLine } from "./year-line";

const now = 2026.9;
const item = (title: string, date: string): LaneItem => ({
  id: title,
  href: `/${title}`,
  title,
  date,
  year: Number(date.slice(0, 4)),
  span: spanOf(date, now)!,
  known: now,
});
const rowsOf = (items: readonly LaneItem[]) =>
  inRows(
    items,
    yearLine(
      items.map(({ span }) => span),
      now,
    )!,
  );

describe("a lane's rows", () => {
  test("keep what overlaps apart, the oldest on top", () => {
    const placed = rowsOf([
      item("later", "2014/.."),
      item("all along", "1992/.."),
      item("soon", "1992-01-14"),
    ]);
    expect(placed.map(({ title, row }) => [title, row])).toEqual([
      ["soon", 0],
      ["all along", 1],
      ["later", 0],
    ]);
  });

  test("set a label before its mark where there is no room after it", () => {
    const [, late] = rowsOf([item("first", "1992"), item("a title of some length", "2024")]);
    expect(late?.label).toBe("left");
  });

  test("cut a long title after a word where a phone has no room for all of it", () => {
    const [one] = rowsOf([item("Rocket with a Mexican satellite lost after launch", "1992")]);
    expect(one?.short).toBe("Rocket with a Mexican satellite…");
    const [first, late] = rowsOf([
      item("first", "1992"),
      item("Cooperation on nuclear-free zones", "2014/.."),
    ]);
    expect(first?.short).toBe("first");
    expect(late).toMatchObject({ label: "left", short: "Cooperation on…" });
  });

  test("set the label of what lasted a few days after its end, and of what lasts on its line", () => {
    const [days, years] = rowsOf([item("a visit", "1996-05-12/1996-05-15"), item("an embassy", "1997/..")]);
    expect([days?.label, years?.label]).toEqual(["right", "inline"]);
  });

  test("are never more than ten, and in a crowd no mark lies on another", () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      item(
        `event ${index}`,
        index % 10 === 0 ? `${1992 + index / 10}/..` : `${1992 + ((index * 7) % 33)}-05-12`,
      ),
    );
    const placed = rowsOf(many);
    expect(placed).toHaveLength(60);
    expect(Math.max(...placed.map(({ row }) => row))).toBeLessThan(10);
    expect(placed.some(({ label }) => label === null)).toBe(true);
    const spots = placed.map(({ row, span }) => `${row} ${span.begin.from}`);
    expect(new Set(spots).size).toBe(60);
  });
});
