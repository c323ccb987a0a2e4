import { describe, expect, test } from "vitest";
import { anniversariesOf, happeningsOf } from "./dossier-calendar";
import { dayAfter, readPeriod } from "./periods-in-words";

test.each([
  ["six months before the end of the term", { months: 6, days: 0 }],
  ["six (6) months", { months: 6, days: 0 }],
  ["90 days' written notice", { months: 0, days: 90 }],
  ["successive periods of five years", { months: 60, days: 0 }],
  ["a year", { months: 12, days: 0 }],
  ["in due time", null],
  ["months", null],
])("the period in “%s”", (text, period) => {
  expect(readPeriod(text)).toEqual(period);
});

test.each([
  ["2024-02-29", { months: 12, days: 0 }, 1, "2025-02-28"],
  ["2024-08-31", { months: 6, days: 0 }, -1, "2024-02-29"],
  ["2024-03-01", { months: 0, days: 90 }, -1, "2023-12-02"],
])("from %s by %j, %d times", (day, period, times, other) => {
  expect(dayAfter(day, period, times)).toBe(other);
});

const span = { first: "2026-01-01", last: "2027-12-31" };

describe("the calendar", () => {
  test("has anniversaries of days that are known for certain", () => {
    expect(anniversariesOf("1992-01-14", "established", span)).toEqual([
      { day: "2026-01-14", what: "established", years: 34 },
      { day: "2027-01-14", what: "established", years: 35 },
    ]);
    for (const date of ["1992-01", "1992-01-14?", null, "2030-01-01"])
      expect(anniversariesOf(date, "established", span)).toEqual([]);
  });

  test("goes on from term to term where an agreement is renewed tacitly, and has the last days for notice", () => {
    const agreement = {
      expires: "2020-06-30",
      renewal: "tacit",
      renewalPeriod: "two years",
      noticePeriod: "six months before the end of the term",
    };
    expect(happeningsOf(agreement, span)).toEqual([
      { day: "2026-06-30", what: "expires" },
      { day: "2027-12-30", what: "notice" },
    ]);
    expect(happeningsOf({ ...agreement, renewal: "by-consent" }, span)).toEqual([]);
  });
});
