/** The shapes of a map of two countries: Equal Earth, turned so that the shorter way between them lies in the middle. */
import { geoCentroid, geoEqualEarth, geoPath, type GeoProjection } from "d3-geo";
import type { Feature, Geometry, Polygon } from "geojson";
import { feature } from "topojson-client";
import world from "world-atlas/countries-50m.json";
import coasts from "world-atlas/land-110m.json";
import { countryNumber } from "@/lib/domain/countries";
import { compactPath } from "../frame/compact-path";
import { type Room, roomiestPoint } from "./roomiest-point";

export const mapWidth = 960;
export const mapHeight = 430;

/** How far apart the points of coasts are at least; and those of a country, the finest first, by its outline's length. */
const landDetail = 2.5;
const outlineDetails = [0.7, 1, 1.4, 2, 3];
const outlineRoom = 4000;

/** Countries are drawn on a canvas this much finer than the land around them. */
export const finer = 4;

export interface CountryShape {
  path: string;
  /** Where its name and, for a country too small to be seen, its ring go. */
  x: number;
  y: number;
  /** Its lower edge. */
  bottom: number;
  tiny: boolean;
  /** Where within it the sign of its side has most room; null for a country too small for it. */
  sign: Room | null;
}

export interface PairShapes {
  land: string;
  a: CountryShape | null;
  b: CountryShape | null;
}

const drawn = new Map<string, PairShapes>();

/** The paths of land and of both countries on a canvas of `mapWidth` by `mapHeight`; null for a country that the atlas lacks. */
export function pairShapes(parties: readonly [string, string]): PairShapes {
  const key = parties.join(" ");
  const known = drawn.get(key);
  if (known) return known;
  const [a, b] = parties.map(countryFeature);
  const middle = middleLongitude(a && geoCentroid(a)[0], b && geoCentroid(b)[0]);
  const projection = geoEqualEarth().rotate([-middle, 0]);
  // Without Antarctica, which is no country's and would take a fifth of the height.
  projection.fitExtent(
    [
      [0, 0],
      [mapWidth, mapHeight],
    ],
    { type: "MultiPoint", coordinates: frame(middle) },
  );
  projection.clipExtent([
    [0, 0],
    [mapWidth, mapHeight],
  ]);
  const coast = feature(coasts, coasts.objects.land);
  const shapes = {
    land: compactPath(geoPath(projection).digits(1)(coast) ?? "", { nearest: landDetail }),
    a: a ? shapeOf(a, projection) : null,
    b: b ? shapeOf(b, projection) : null,
  };
  // Two hundred pairs are more than a site has; a bound all the same.
  if (drawn.size > 200) drawn.clear();
  drawn.set(key, shapes);
  return shapes;
}

type CountryFeature = Feature<Geometry>;

function countryFeature(code: string): CountryFeature | undefined {
  const number = countryNumber(code);
  const found = world.objects.countries.geometries.find(
    ({ id }) => id !== undefined && String(id).padStart(3, "0") === number,
  );
  // One geometry has one feature, which a union of all that topologies hold cannot say.
  return found && (feature(world, found) as CountryFeature);
}

function shapeOf(country: CountryFeature, projection: GeoProjection): CountryShape {
  const path = geoPath(projection).digits(2);
  // Its name goes to the main land, not between that and islands an ocean away.
  const main = largestPart(country, path.area);
  const [x, y] = path.centroid(main);
  const tiny = path.area(country) < 40;
  const bottom = tiny ? y + 10 : path.bounds(main)[1][1];
  const outline = outlineOf(path(country) ?? "", tiny);
  const sign = tiny ? null : roomIn(main, projection);
  return { path: outline, x: Math.round(x), y: Math.round(y), bottom: Math.round(bottom), tiny, sign };
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

/** The meridian halfway between two, the shorter way round. */
export function middleLongitude(one = 0, other = one): number {
  const apart = ((other - one + 540) % 360) - 180;
  return ((one + apart / 2 + 540) % 360) - 180;
}

// The outermost points that the map has to show, around its middle meridian.
function frame(middle: number): [number, number][] {
  return [
    [middle - 179.9, 0],
    [middle + 179.9, 0],
    [middle, 83],
    [middle, -56],
  ];
}
