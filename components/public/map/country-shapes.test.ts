import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { countryCodes } from "@/lib/domain/countries";
import { countryShapes, worldHeight, worldWidth } from "./country-shapes";

describe("the map of a country and those it has a dossier with", () => {
  test("has the country in its middle, wherever on the globe it lies", () => {
    for (const code of ["MX", "KZ", "NZ", "FJ"]) {
      const { own } = countryShapes(code, []);
      const [x] = own?.ring ?? firstPoint(own?.path);
      expect(Math.abs(x - worldWidth / 2), code).toBeLessThan(120);
    }
  });

  test("is turned a little where its edge would cut one of them in two", () => {
    for (const [own, other] of [
      ["MX", "KZ"],
      ["KZ", "US"],
      ["FR", "NZ"],
      ["BR", "CN"],
    ] as const) {
      const shapes = countryShapes(own, [other]);
      for (const shape of [shapes.own, shapes.others[0]]) expect(breadth(shape?.path), own).toBeLessThan(420);
    }
  });

  test("draws each of the others, and rings those too small to be seen", () => {
    const { others } = countryShapes("MX", ["KZ", "VA", "SG", "US"]);
    expect(others.map(({ code }) => code)).toEqual(["KZ", "VA", "SG", "US"]);
    expect(others.filter(({ ring }) => ring).map(({ code }) => code)).toEqual(["VA", "SG"]);
    for (const { ring } of others)
      if (ring) {
        expect(ring[0]).toBeGreaterThan(0);
        expect(ring[0]).toBeLessThan(worldWidth);
        expect(ring[1]).toBeGreaterThan(0);
        expect(ring[1]).toBeLessThan(worldHeight);
      }
  });

  test("leaves out what the atlas lacks", () => {
    expect(countryShapes("SU", ["XX", "KZ"])).toMatchObject({ own: null, others: [{ code: "KZ" }] });
  });

  test("weighs little enough for a page, also with a dossier for every country", () => {
    const all = countryShapes(
      "MX",
      countryCodes.filter((code) => code !== "MX"),
    );
    const drawn = [all.land, all.own?.path, ...all.others.map(({ path }) => path)].join("\n");
    expect(gzipSync(drawn).length).toBeLessThan(28_000);
  });
});

const firstPoint = (path = "") => (path.match(/-?\d+/g) ?? []).slice(0, 2).map(Number) as [number, number];

/** From the westernmost to the easternmost point of a path of relative lines. */
function breadth(path = ""): number {
  let pen = 0;
  const all = path
    .split("m")
    .slice(1)
    .flatMap((ring) => {
      const steps = (ring.match(/-?\d+/g) ?? []).map(Number).filter((_, at) => at % 2 === 0);
      let x = pen;
      const xs = steps.map((step) => (x += step));
      pen = xs[0] ?? pen;
      return xs;
    });
  return Math.max(...all) - Math.min(...all);
}
