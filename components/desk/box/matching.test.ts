import { expect, test } from "vitest";
import { meant, scoreOf } from "./matching";

test.each([
  ["New visit", "v", 3],
  ["New visit", "new vis", 3],
  ["New visit", "isit", 2],
  ["New agreement", "agremeent", 1],
  ["Names of countries", "visit", 0],
  ["Émigré", "emigre", 3],
  ["New visit", "", 1],
])("%s answers “%s” by %d", (label, typed, score) => {
  expect(scoreOf(label, typed)).toBe(score);
});

test("what begins a word comes first, and equals keep their order", () => {
  const items = ["New event", "New visit", "Visits", "Private"].map((label) => ({ label }));
  expect(meant(items, "vi").map(({ label }) => label)).toEqual(["New visit", "Visits"]);
  expect(meant(items, "v").map(({ label }) => label)).toEqual(["New visit", "Visits"]);
  expect(meant(items, "iv").map(({ label }) => label)).toEqual(["Private"]);
});
