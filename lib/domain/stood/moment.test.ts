import fc from "fast-check";
import { expect, test } from "vitest";
import { dayShown, isToCome, readMoment, spellInstant } from "./moment";
import { todaysDay } from "../today";

test("an instant is read as it is spelled", () => {
  fc.assert(
    fc.property(
      fc.date({
        min: new Date("1500-01-01T00:00:00Z"),
        max: new Date("2100-12-31T23:59:59Z"),
        noInvalidDate: true,
      }),
      (date) => {
        const at = date.toISOString();
        const spelled = spellInstant(at);
        expect(readMoment(spelled)).toEqual({ spelled, at, isDay: false });
        // A query holds it as it is.
        expect(new URLSearchParams({ stood: spelled }).toString()).toBe(`stood=${spelled}`);
      },
    ),
  );
});

test("a day is its end", () => {
  expect(readMoment("2026-11-27")).toEqual({
    spelled: "2026-11-27",
    at: "2026-11-27T23:59:59.999Z",
    isDay: true,
  });
});

test.each([
  "",
  "2026",
  "2026-02-30",
  "20260230T120000.000Z",
  "20261127T240000.000Z",
  "20261127T126000.000Z",
  "20261127T120000Z",
  "2026-11-27T12:00:00.000Z",
  "20261127t120000.000z",
  "99991127T120000.000Z",
  "20261127T120000.000Z ".repeat(9),
  ["2026-11-27"],
  undefined,
])("%j is no moment", (text) => expect(readMoment(text)).toBeNull());

test("what a moment shows is told of as of its day, whether a day or an instant is asked for", () => {
  expect(dayShown("2014-09-12")).toBe("2014-09-12");
  expect(dayShown("20140912T230000.000Z")).toBe("2014-09-12");
  expect(dayShown(undefined)).toBe(todaysDay());
});

test("the day that it is stands so far, and later ones are to come", () => {
  const now = new Date("2026-11-27T12:00:00.000Z");
  const coming = ["2026-11-26", "2026-11-27", "2026-11-28", "20261127T120000.000Z", "20261127T120000.001Z"];
  expect(coming.filter((text) => isToCome(readMoment(text)!, now))).toEqual([
    "2026-11-28",
    "20261127T120000.001Z",
  ]);
});
