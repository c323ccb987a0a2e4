import { expect, it } from "vitest";
import { atMost, slowdown } from "./at-most";

it("measures how much slower than alone this process is, and never that it is faster", () => {
  const measured = slowdown();
  expect(measured).toBeGreaterThanOrEqual(1);
  expect(measured).toBeLessThan(Infinity);
});

it.each([
  ["an idle machine", 1, 1000],
  ["one that is hardly busy", 1.2, 1000],
  ["one of which it gets half", 2, 6000],
  ["one of which it gets a tenth", 10, 30_000],
])("bounds on %s what takes a second", (_machine, slower, bound) => {
  expect(atMost(1000, slower)).toBe(bound);
});

it("takes its own measurement where it is given none", () => {
  expect(atMost(1000)).toBeGreaterThanOrEqual(1000);
});
