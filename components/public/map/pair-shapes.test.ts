import { describe, expect, test } from "vitest";
import { mapHeight, mapWidth, middleLongitude, pairShapes } from "./pair-shapes";

describe("the map of two countries", () => {
  test("turns to the meridian halfway on the shorter way", () => {
    expect(middleLongitude(67, -102)).toBeCloseTo(-17.5);
    expect(Math.abs(middleLongitude(175, -175))).toBe(180);
    expect(middleLongitude(10, 20)).toBe(15);
  });

  test("shows both within the canvas", () => {
    const { a, b, land } = pairShapes(["KZ", "MX"]);
    for (const shape of [a, b]) {
      expect(shape?.path).toMatch(/^m/);
      expect(shape?.x).toBeGreaterThan(0);
      expect(shape?.x).toBeLessThan(mapWidth);
      expect(shape?.y).toBeGreaterThan(0);
      expect(shape?.y).toBeLessThan(mapHeight);
    }
    // The page is mostly these: what they may weigh is a matter of its speed.
    expect(land.length).toBeLessThan(20_000);
    expect(a!.path.length + b!.path.length).toBeLessThan(8_000);
  });

  test("marks a country too small to be seen", () => {
    expect(pairShapes(["SG", "KZ"]).a?.tiny).toBe(true);
    expect(pairShapes(["KZ", "MX"]).a?.tiny).toBe(false);
  });
});
