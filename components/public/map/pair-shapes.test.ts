import { describe, expect, test } from "vitest";
import { countryCodes } from "@/lib/domain/countries";
import { countryFeature, mainLand } from "./atlas";
import { capitals } from "./capitals";
import { missionMarks } from "./mission-marks";
import { middleLongitude } from "./pair-projection";
import { mapWidth, pairShapes } from "./pair-shapes";

describe("the map of two countries", () => {
  test("turns to the meridian halfway on the shorter way", () => {
    expect(middleLongitude(67, -102)).toBeCloseTo(-17.5);
    expect(Math.abs(middleLongitude(175, -175))).toBe(180);
    expect(middleLongitude(10, 20)).toBe(15);
  });

  test.each([
    ["KZ", "MX"],
    ["FR", "DE"],
    ["MX", "US"],
    ["FJ", "TO"],
    ["NZ", "RU"],
    ["CL", "AR"],
  ] as const)("shows %s and %s within the canvas, and names both", (...pair) => {
    const { a, b, land, height } = pairShapes(pair);
    for (const shape of [a, b]) {
      expect(shape?.path).toMatch(/^m/);
      expect(shape?.x).toBeGreaterThan(0);
      expect(shape?.x).toBeLessThan(mapWidth);
      expect(shape?.y).toBeGreaterThan(0);
      expect(shape?.y).toBeLessThan(height);
      expect(shape?.name).not.toBeNull();
    }
    // The page is mostly these: what they may weigh is a matter of its speed.
    expect(land.length).toBeLessThan(14_000);
    expect(a!.path.length + b!.path.length).toBeLessThan(8_000);
  });

  test("neighbours fill it, and islands on both sides of the date line lie together", () => {
    const [paris, berlin] = [pairShapes(["FR", "DE"]).a!.capital!, pairShapes(["FR", "DE"]).b!.capital!];
    expect(berlin[0] - paris[0]).toBeGreaterThan(100);
    const { a, b } = pairShapes(["FJ", "TO"]);
    expect(Math.hypot(a!.x - b!.x, a!.y - b!.y)).toBeLessThan(mapWidth / 2);
  });

  test.each([
    ["MX", "US", 0.4],
    ["FR", "DE", 0.35],
    ["ID", "MY", 0.6],
    ["FJ", "NZ", 0.1],
    ["AR", "CL", 0.1],
    ["NO", "SE", 0.1],
  ] as const)("%s and %s fill it by their main land, whatever islands lie far away", (one, other, share) => {
    const { place, height } = pairShapes([one, other]);
    const points = [one, other]
      .flatMap((code) => mainLand(countryFeature(code)!).flat())
      .map(([x = 0, y = 0]) => place(x, y)!);
    const [across, down] = [0, 1].map((axis) => {
      const own = points.map((point) => point[axis]!);
      return Math.max(...own) - Math.min(...own);
    });
    expect(across! / mapWidth).toBeGreaterThan(share);
    // Two that lie one above the other fill it from top to bottom, but for their names.
    expect(Math.max(across! / (mapWidth - 140), down! / (height - 86))).toBeGreaterThan(0.95);
    expect(across).toBeLessThan(mapWidth);
    expect(down).toBeLessThan(height);
  });

  test.each(["AQ", "RU", "FJ", "KI", "GL"])("has numbers for %s, also around a pole", (code) => {
    const { a, b } = pairShapes(["AD", code]);
    for (const shape of [a, b]) {
      expect([shape!.x, shape!.y].every(Number.isFinite)).toBe(true);
      expect(shape!.path).toMatch(/^m/);
    }
  });

  test("sets a name that touches no more than the edge of its country below it, as most are", () => {
    expect(pairShapes(["KZ", "MX"]).a?.name?.side).toBe("below");
  });

  test("sets a name within its country that would else lie on another's land", () => {
    const { a, b } = pairShapes(["DE", "RU"]);
    expect(b?.name?.side).toBe("within");
    expect(a?.name?.side).not.toBe("within");
  });

  test("has room for names of which no one lies on another part of its own country", () => {
    const { b, height } = pairShapes(["MX", "US"]);
    // Above it lies another's land.
    expect(b?.name?.side).toBe("within");
    expect(height).toBe(440);
  });

  test("marks a country too small to be seen", () => {
    expect(pairShapes(["SG", "KZ"]).a?.tiny).toBe(true);
    expect(pairShapes(["KZ", "MX"]).a?.tiny).toBe(false);
  });

  test("marks missions by their coordinates or in the capital, and none of which neither is known", () => {
    const shapes = pairShapes(["KZ", "MX"]);
    const mission = (id: string, values: object) =>
      ({ id, kind: "mission", slug: id, values: { sending: "KZ", receiving: "MX", ...values } }) as const;
    const marks = missionMarks(
      [
        mission("capital", { city: "Mexico City" }),
        mission("measured", { city: "Cancún", latitude: "21.16", longitude: "-86.85" }),
        mission("elsewhere named", { city: "Alma-Ata", sending: "MX", receiving: "KZ" }),
        mission("unknown", { city: "Comala" }),
        mission("closed", { city: "Mexico City", closed: "2020" }),
        mission("elsewhere", { city: "Mexico City", accreditedFrom: "US" }),
      ],
      shapes,
    );
    expect(marks.map(({ id }) => id)).toEqual(["capital", "measured", "elsewhere named"]);
    expect(marks[0]?.at).toEqual(shapes.b?.capital);
  });

  test("every capital is that of a country there is", () => {
    expect(Object.keys(capitals).filter((code) => !countryCodes.includes(code))).toEqual([]);
  });
});
