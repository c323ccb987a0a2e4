import { expect, it } from "vitest";
import { atMost, slowdown } from "./at-most";

it("is never less than what was asked for, and more where others take the processor", () => {
  expect(slowdown()).toBeGreaterThanOrEqual(1);
  expect(atMost(1000)).toBeGreaterThanOrEqual(1000);
});
