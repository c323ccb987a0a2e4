import fc from "fast-check";
import { expect, test } from "vitest";
import { compactPath } from "./compact-path";

test("steps are relative, and each ring begins from the last one's start", () => {
  expect(compactPath("M10,10L20,10L20,20ZM30,30L40,30L40,25Z")).toBe("m10 10l10 0 0 10zm20 20l10 0 0-5z");
});

test("points too near and rings too small are left out", () => {
  expect(compactPath("M0,0L0.2,0.1L9,0L9,9ZM1,1L1.1,1L1,1.1Z")).toBe("m0 0l9 0 0 9z");
  expect(compactPath("")).toBe("");
});

test("a finer precision counts in parts of a unit", () => {
  expect(compactPath("M1,1L2.5,1L2.5,3Z", { precision: 10, nearest: 0.5 })).toBe("m10 10l15 0 0 20z");
});

/** Where the pen stands after each step of a compact path. */
function follow(path: string): [number, number][] {
  let [x, y] = [0, 0];
  return [...path.matchAll(/(-?\d+) ?(-?\d+)/g)].map(([, dx, dy]) => {
    [x, y] = [x + Number(dx), y + Number(dy)];
    return [x, y];
  });
}

test("a ring of whole, distinct points is kept as it is", () => {
  const point = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }));
  const points = fc.uniqueArray(point, { minLength: 3, maxLength: 30, selector: String });
  fc.assert(
    fc.property(points, (ring) => {
      const path = `M${ring.map((at) => at.join(",")).join("L")}Z`;
      expect(follow(compactPath(path))).toEqual(ring);
    }),
  );
});
