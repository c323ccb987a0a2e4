import { describe, expect, test } from "vitest";
import { roomiestPoint } from "./roomiest-point";

describe("the roomiest point", () => {
  test("of a square is its middle", () => {
    const square = [
      [0, 0],
      [24, 0],
      [24, 24],
      [0, 24],
    ] as const;
    expect(roomiestPoint(square)).toEqual({ x: 12, y: 12, room: 12 });
  });

  test("of a crooked shape lies within it, where its middle does not", () => {
    const corner = [
      [0, 0],
      [30, 0],
      [30, 10],
      [4, 10],
      [4, 30],
      [0, 30],
    ] as const;
    const found = roomiestPoint(corner);
    expect(found!.y).toBeLessThan(10);
    expect(found!.room).toBeGreaterThan(4);
  });

  test("is none where there is no shape", () => {
    expect(roomiestPoint([])).toBeNull();
  });
});
