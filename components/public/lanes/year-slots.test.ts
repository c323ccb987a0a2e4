import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { yearSlots } from "./year-slots";

const since = (first: number, count: number) => Array.from({ length: count }, (_, at) => first + at);
const runsOf = (years: readonly number[]) => yearSlots(years)?.runs.map(({ first, last }) => [first, last]);

describe("a line of years", () => {
  test.each<[string, number[], number[][]]>([
    [
      "a year far ahead",
      [...since(2010, 9), 2099],
      [
        [2010, 2018],
        [2099, 2099],
      ],
    ],
    [
      "two of them",
      [...since(1990, 29), 2098, 2099],
      [
        [1990, 2018],
        [2098, 2099],
      ],
    ],
    [
      "both ends",
      [25, ...since(1992, 34), 5008],
      [
        [25, 25],
        [1992, 2025],
        [5008, 5008],
      ],
    ],
    [
      "stretches alike",
      [1000, ...since(2000, 10), 3009],
      [
        [1000, 1000],
        [2000, 2009],
        [3009, 3009],
      ],
    ],
    [
      "a stretch within",
      [1938, 1939, ...since(1990, 30)],
      [
        [1938, 1939],
        [1990, 2019],
      ],
    ],
  ])("is broken at %s", (_what, years, runs) => expect(runsOf(years)).toEqual(runs));

  test.each<[string, number[]]>([
    ["one year", [2018]],
    ["years that lie apart as they are", [1900, 1992, 2014]],
    ["years with a gap that squeezes nothing", [2001, 2002, 2003, 2020]],
    ["a stretch shorter than the rest", [1836, ...since(1900, 120)]],
    ["an even series", since(0, 9).map((at) => 1800 + 27 * at)],
  ])("is whole with %s", (_what, years) => expect(runsOf(years)).toHaveLength(1));

  test("is none without years", () => expect(yearSlots([])).toBeNull());

  test("has a slot for each year, in order, beside the breaks and none within them", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 30 }), (years) => {
        const { at, count, breaks, runs } = yearSlots(years)!;
        const places = [...new Set(years)].sort((one, other) => one - other).map(at);
        expect(places.every((place, index) => place > (places[index - 1] ?? -1) && place < count)).toBe(true);
        expect(breaks).toHaveLength(runs.length - 1);
        for (const middle of breaks)
          expect(places.some((place) => place < middle && middle < place + 1)).toBe(false);
      }),
    );
  });
});
