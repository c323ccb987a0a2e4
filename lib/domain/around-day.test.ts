import { expect, test } from "vitest";
import { aroundDay } from "./around-day";

const days = ["2026-10-30", "2026-11-25", "2026-11-26", "2026-11-28", "2026-12-24", "2027-11-27"];

test.each([
  ["2026-11-27", 1, ["2026-11-28"]],
  ["2026-11-27", 2, ["2026-11-26", "2026-11-28"]],
  ["2026-11-27", 4, ["2026-11-25", "2026-11-26", "2026-11-28", "2026-12-24"]],
  ["2026-11-27", 0, []],
  ["2026-11-27", 9, days],
  ["2020-01-01", 2, days.slice(0, 2)],
  ["2030-01-01", 2, days.slice(-2)],
])("of days those nearest to %s, %i at most", (day, most, nearest) =>
  expect(aroundDay(days, (one) => one, { day, most })).toEqual(nearest),
);
