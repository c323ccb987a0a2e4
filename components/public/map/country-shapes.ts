/** The shapes of a map of the world on which a country and those it has a dossier with are marked. */
import { geoBounds, type GeoProjection, geoEqualEarth, geoPath } from "d3-geo";
import { LRUCache } from "lru-cache";
import { compactPath } from "../frame/compact-path";
import { countryFeature, landFeature, mainCentroid } from "./atlas";

export const worldWidth = 960;
export const worldHeight = 340;

/** How far apart the points of coasts are at least, and those of countries. */
const [landDetail, outlineDetail] = [2.5, 1.6];
/** Countries that cover less than this, in square units, are marked by a ring around where they lie. */
const leastArea = 30;
/** North and south of these there is ice. */
const [north, south] = [78, -54];

/** A country on the map: its outline, and where a ring goes around one too small to be seen. */
export interface WorldShape {
  code: string;
  path: string;
  ring: readonly [x: number, y: number] | null;
}

export interface CountryShapes {
  land: string;
  own: WorldShape | null;
  others: WorldShape[];
}

/** How far the map is turned at a time, and how far the edge at which it is cut keeps from countries, in degrees. */
const [turn, clear] = [10, 10];

/** A map turned to one meridian, and what was drawn on it so far: drawing a country takes milliseconds, and none ever changes. */
interface Turned {
  projection: GeoProjection;
  land: string;
  shapes: Map<string, WorldShape | null>;
}

const turned = new LRUCache<number, Turned>({ max: 36 });

/** The land, this country near the middle, and the others; those that the atlas lacks are left out. */
export function countryShapes(own: string, others: readonly string[]): CountryShapes {
  const { projection, land, shapes } = turnedTo(middleFor(own, others));
  const drawn = (code: string): WorldShape | null => {
    const known = shapes.get(code);
    if (known !== undefined) return known;
    const shape = shapeOf(code, projection);
    shapes.set(code, shape);
    return shape;
  };
  return { land, own: drawn(own), others: others.flatMap((code) => drawn(code) ?? []) };
}

/**
 * The meridian in the middle: the country's own, to the nearest turn, or the nearest to it from which on the edge of the map
 * cuts none of these countries in two; where each cuts some, that which cuts the fewest.
 */
function middleFor(own: string, others: readonly string[]): number {
  const found = countryFeature(own);
  const start = found ? Math.round((mainCentroid(found)[0] ?? 0) / turn) * turn : 0;
  const reaches = [own, ...others].map(spanOf).filter((span) => span !== null);
  const middles = Array.from({ length: 360 / turn }, (_, nth) => {
    const away = Math.ceil(nth / 2) * turn;
    return normal(start + (nth % 2 === 0 ? -away : away));
  });
  const cutBy = middles.map((middle) => reaches.filter((span) => isCut(span, middle + 180)).length);
  return middles[cutBy.indexOf(Math.min(...cutBy))]!;
}

/** Degrees within -180 and 180. */
const normal = (longitude: number) => ((((longitude + 180) % 360) + 360) % 360) - 180;

const isCut = ([west, wide]: Span, edge: number) =>
  (((edge - west + clear) % 360) + 360) % 360 < wide + 2 * clear;

type Span = readonly [west: number, wide: number];
const spans = new Map<string, Span | null>();

/** Where a country begins in the west, and over how many degrees it reaches; null for one that the atlas lacks. */
function spanOf(code: string): Span | null {
  const known = spans.get(code);
  if (known !== undefined) return known;
  const found = countryFeature(code);
  const bounds = found && geoBounds(found);
  const span: Span | null = bounds ? [bounds[0][0], (bounds[1][0] - bounds[0][0] + 360) % 360] : null;
  spans.set(code, span);
  return span;
}

function turnedTo(middle: number): Turned {
  const known = turned.get(middle);
  if (known) return known;
  const projection = worldAround(middle);
  const coast = geoPath(projection).digits(1)(landFeature("world")) ?? "";
  const made = { projection, land: compactPath(coast, { nearest: landDetail }), shapes: new Map() };
  turned.set(middle, made);
  return made;
}

function worldAround(middle: number): GeoProjection {
  const corners = [
    [middle - 179.9, 0],
    [middle + 179.9, 0],
    [middle, north],
    [middle, south],
  ];
  const canvas: [[number, number], [number, number]] = [
    [0, 0],
    [worldWidth, worldHeight],
  ];
  return geoEqualEarth()
    .rotate([-middle, 0])
    .fitExtent(canvas, { type: "MultiPoint", coordinates: corners })
    .clipExtent(canvas);
}

function shapeOf(code: string, projection: GeoProjection): WorldShape | null {
  const found = countryFeature(code);
  if (!found) return null;
  const path = geoPath(projection).digits(1);
  const outline = compactPath(path(found) ?? "", { nearest: outlineDetail });
  if (path.area(found) >= leastArea && outline) return { code, path: outline, ring: null };
  const at = projection(mainCentroid(found));
  return at ? { code, path: outline, ring: [Math.round(at[0]), Math.round(at[1])] } : null;
}
