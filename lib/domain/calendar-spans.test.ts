import { expect, it } from "vitest";
import { comingMonths, periodFrom, spanOf } from "./calendar-spans";

it("spans a year, a month however long, and the months to come", () => {
  expect(spanOf("2027")).toEqual({ first: "2027-01-01", last: "2027-12-31" });
  expect(spanOf("2028-02")).toEqual({ first: "2028-02-01", last: "2028-02-29" });
  expect(comingMonths("2026-11-27", 3)).toEqual({ first: "2026-11-01", last: "2027-01-31" });
});

it.each([
  ["2027", 1, "2028"],
  ["2027-12", 1, "2028-01"],
  ["2027-01", -1, "2026-12"],
  ["2199", 1, null],
  ["1600-01", -1, null],
])("steps from %s by %i to %s", (period, steps, there) => expect(periodFrom(period, steps)).toBe(there));
