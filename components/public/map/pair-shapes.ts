/** The shapes of a map of two countries, turned and enlarged so that the two fill it. */
import { geoPath, type GeoProjection } from "d3-geo";
import type { Geometry, Polygon } from "geojson";
import { countryName } from "@/lib/domain/countries";
import { compactPath } from "../frame/compact-path";
import { type CountryFeature, countryFeature, landFeature, mainCentroid } from "./atlas";
import { capitals } from "./capitals";
import { type NamePlace, namePlaces, type Outlined, type Point } from "./name-places";
import { type MapHeight, pairProjection } from "./pair-projection";
import { type Room, roomiestPoint } from "./roomiest-point";

export { mapWidth } from "./pair-projection";

/** How far apart the points of coasts are at least; and those of a country, the finest first, by its outline's length. */
const landDetail = 2.5;
const outlineDetails = [0.7, 1, 1.4, 2, 3];
const outlineRoom = 4000;
/** From so many pixels to a radian on, coasts drawn for the whole world would look hewn. */
const largeScale = 300;

/** A country of less is too small to be seen, and has a ring around it. */
const tinyArea = 40;

/** Countries are drawn on a canvas this much finer than the land around them. */
export const finer = 4;

export interface CountryShape {
  path: string;
  /** Where a ring goes around a country too small to be seen. */
  x: number;
  y: number;
  tiny: boolean;
  /** Where within it the sign of its side has most room; null for a country too small for it. */
  sign: Room | null;
  /** Where its government sits. */
  capital: Point | null;
  /** Where its name stands; null where the names have no room on the map. */
  name: NamePlace | null;
}

export interface PairShapes {
  /** Of the canvas, as wide as `mapWidth`. */
  height: MapHeight;
  land: string;
  a: CountryShape | null;
  b: CountryShape | null;
  /** Where a place lies on this map; null where it lies beyond it. */
  place(longitude: number, latitude: number): Point | null;
}

const drawn = new Map<string, PairShapes>();

/** The paths of land and of both countries on a canvas of `mapWidth` by their `height`; null for a country that the atlas lacks. */
export function pairShapes(parties: readonly [string, string], locale = "en"): PairShapes {
  const key = [...parties, locale].join(" ");
  const known = drawn.get(key);
  if (known) return known;
  const shapes = draw(parties, locale);
  // Two hundred pairs are more than a site has; a bound all the same.
  if (drawn.size > 200) drawn.clear();
  drawn.set(key, shapes);
  return shapes;
}

function draw(parties: readonly [string, string], locale: string): PairShapes {
  const features = parties.map(countryFeature);
  const { projection, height } = pairProjection(
    features.flatMap((feature, index) => (feature ? [{ code: parties[index]!, feature }] : [])),
  );
  const coast = landFeature(projection.scale() > largeScale ? "region" : "world");
  const outlined = features.map(
    (one, index) => one && outlinedOf(one, countryName(parties[index]!, locale), projection),
  );
  const [first, second] = outlined;
  const land = geoPath(projection).digits(1)(coast) ?? "";
  const names = first && second ? namePlaces(first, second, height, ringsIn(land)) : null;
  const [a, b] = features.map(
    (one, index) => one && shapeOf(one, parties[index]!, projection, names?.[index] ?? null),
  );
  return {
    height,
    land: compactPath(land, { nearest: landDetail }),
    a: a ?? null,
    b: b ?? null,
    place: (longitude, latitude) => onMap(projection, longitude, latitude),
  };
}

function shapeOf(
  country: CountryFeature,
  code: string,
  projection: GeoProjection,
  name: NamePlace | null,
): CountryShape {
  const path = geoPath(projection).digits(2);
  // What is said of it is said of the main land, not of a place between that and islands an ocean away.
  const main = largestPart(country, path.area);
  // Of what lies beyond the map's edge there is no middle to go around.
  const [x, y] = onCanvas(path.centroid(main)) ?? projection(mainCentroid(country)) ?? [0, 0];
  const tiny = path.area(country) < tinyArea;
  const outline = outlineOf(path(country) ?? "", tiny);
  const sign = tiny ? null : roomIn(main, projection);
  const [longitude, latitude] = capitals[code] ?? [];
  const capital =
    longitude === undefined || latitude === undefined ? null : onMap(projection, longitude, latitude);
  return { path: outline, x: Math.round(x), y: Math.round(y), tiny, sign, capital, name };
}

const onCanvas = ([x, y]: [number, number]) =>
  Number.isFinite(x) && Number.isFinite(y) ? ([x, y] as const) : null;

function onMap(projection: GeoProjection, longitude: number, latitude: number): Point | null {
  const found = projection([longitude, latitude]);
  return found && [Math.round(found[0] * 10) / 10, Math.round(found[1] * 10) / 10];
}

/** A country's outlines as they are drawn, read from the path itself: what is cut off at the map's edge is no longer there. */
function outlinedOf(country: CountryFeature, name: string, projection: GeoProjection): Outlined {
  const path = geoPath(projection).digits(1);
  const rings = ringsIn(path(country) ?? "");
  const main = largestPart(country, path.area);
  const [[left, top], [right, bottom]] = path.bounds(main);
  const small = right - left < 8 && bottom - top < 8;
  // Around a country too small to be seen there is a ring.
  return {
    name,
    rings,
    main: path.area(country) < tinyArea ? [] : (ringsIn(path(main) ?? "")[0] ?? []),
    box: small ? [left - 9, top - 9, right + 9, bottom + 9] : [left, top, right, bottom],
  };
}

function ringsIn(path: string): Point[][] {
  return path
    .split("M")
    .slice(1)
    .map((ring) => {
      const numbers = (ring.match(/-?[\d.]+/g) ?? []).map(Number);
      return Array.from({ length: Math.floor(numbers.length / 2) }, (_, at): Point => [
        numbers[2 * at]!,
        numbers[2 * at + 1]!,
      ]);
    });
}

/** As fine as it can be drawn without weighing more than a page has room for. */
function outlineOf(path: string, tiny: boolean): string {
  let outline = "";
  for (const nearest of tiny ? [0.1] : outlineDetails) {
    outline = compactPath(path, { precision: finer, nearest });
    if (outline.length <= outlineRoom) break;
  }
  return outline;
}

function roomIn(main: Geometry, projection: GeoProjection): Room | null {
  const ring = main.type === "Polygon" ? (main.coordinates[0] ?? []) : [];
  const found = roomiestPoint(
    ring.flatMap(([x = 0, y = 0]) => [projection([x, y])].filter((one) => one !== null)),
  );
  return found && { x: Math.round(found.x), y: Math.round(found.y), room: Math.floor(found.room) };
}

function largestPart({ geometry }: CountryFeature, area: (of: Polygon) => number): Geometry {
  if (geometry.type !== "MultiPolygon") return geometry;
  const parts = geometry.coordinates.map((coordinates): Polygon => ({ type: "Polygon", coordinates }));
  return parts.reduce((one, other) => (area(other) > area(one) ? other : one));
}
