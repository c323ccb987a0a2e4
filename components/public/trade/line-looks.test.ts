import { expect, test } from "vitest";
import { lookOf, plotFor } from "./line-looks";

test("no two of five lines look alike, nor are two dashed alike", () => {
  const five = [0, 1, 2, 3, 4].map((index) => lookOf(index, "a"));
  expect(new Set(five.map((look) => JSON.stringify(look))).size).toBe(5);
  expect(new Set(five.map(({ strokeDasharray }) => strokeDasharray)).size).toBe(5);
});

test.each([
  [["Mexico", "Kazakhstan"], 76],
  [["A third source", "Mexico"], 60],
  [["United Arab Emirates"], 60],
  [["Direction of Trade Statistics"], 95],
])("names such as %j leave the lines %i percent", (names, width) => {
  const plot = plotFor(names);
  expect(plot.width).toBe(width);
  // A letter takes at most 7 pixels, the sign before it 22; the narrowest panel beside another has 390.
  const longest = Math.max(...names.map((name) => name.length));
  if (plot.isNamedBeside) expect(22 + longest * 6.4).toBeLessThan(390 * (1 - width / 100) + 5);
});

test.each([["Mexico"], ["United Arab Emirates"]])("on a phone the lines have the room of %s", (name) => {
  const { width, drawing } = plotFor([name]);
  const widened = Number(/\[(\d+)%\]/.exec(drawing)?.[1]);
  // What stands above the last year is wider than its point.
  expect((width * widened) / 100).toBeCloseTo(95, 0);
});
