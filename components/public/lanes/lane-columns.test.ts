import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decadeColumns, peakOf } from "./lane-columns";

const line = { first: 1895, last: 2027, most: 40, height: 36 };

describe("the columns of a lane", () => {
  test("stand by year within their decades, as high as the scale has it", () => {
    const columns = decadeColumns(
      [
        { year: 1899, count: 1 },
        { year: 1900, count: 40 },
        { year: 1909, count: 20 },
      ],
      line,
    );
    expect(columns).toEqual([
      { decade: 1890, count: 1, from: 0, years: 5, path: "M4.5 36v-2" },
      { decade: 1900, count: 60, from: 5, years: 10, path: "M5.5 36v-36M14.5 36v-18" },
    ]);
  });

  test("lose no record, lie within the line, and weigh little however many there are", () => {
    const year = fc.record({
      year: fc.integer({ min: 1895, max: 2026 }),
      count: fc.integer({ min: 1, max: 1e6 }),
    });
    const years = fc.uniqueArray(year, { selector: (one) => one.year });
    fc.assert(
      fc.property(years, (some) => {
        const most = Math.max(1, ...some.map(({ count }) => count));
        const columns = decadeColumns(some, { ...line, most });
        const counted = columns.reduce((sum, { count }) => sum + count, 0);
        expect(counted).toBe(some.reduce((sum, { count }) => sum + count, 0));
        for (const { from, years: wide } of columns) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(from + wide).toBeLessThanOrEqual(line.last - line.first);
        }
        expect(columns.map(({ path }) => path).join("").length).toBeLessThan(132 * 20);
      }),
    );
  });

  test("name the fullest year, of several the latest", () => {
    expect(
      peakOf([
        { year: 1990, count: 2 },
        { year: 1999, count: 2 },
        { year: 2001, count: 1 },
      ]),
    ).toEqual({
      year: 1999,
      count: 2,
    });
    expect(peakOf([])).toBeUndefined();
  });
});
