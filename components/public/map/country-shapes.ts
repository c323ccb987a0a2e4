/** The shapes of a map of the world on which a country and those it has a dossier with are marked. */
import { type GeoProjection, geoEqualEarth, geoPath } from "d3-geo";
import { LRUCache } from "lru-cache";
import { compactPath } from "../frame/compact-path";
import { countryFeature, landFeature, mainCentroid } from "./atlas";

export const worldWidth = 960;
export const worldHeight = 400;

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

/** A map turned to one country, and what was drawn on it so far: drawing a country takes milliseconds, and none ever changes. */
interface Turned {
  projection: GeoProjection;
  land: string;
  shapes: Map<string, WorldShape | null>;
}

const turned = new LRUCache<string, Turned>({ max: 40 });

/** The land, this country in the middle, and the others; those that the atlas lacks are left out. */
export function countryShapes(own: string, others: readonly string[]): CountryShapes {
  const { projection, land, shapes } = turnedTo(own);
  const drawn = (code: string): WorldShape | null => {
    const known = shapes.get(code);
    if (known !== undefined) return known;
    const shape = shapeOf(code, projection);
    shapes.set(code, shape);
    return shape;
  };
  return { land, own: drawn(own), others: others.flatMap((code) => drawn(code) ?? []) };
}

function turnedTo(code: string): Turned {
  const known = turned.get(code);
  if (known) return known;
  const projection = worldAround(code);
  const coast = geoPath(projection).digits(1)(landFeature("world")) ?? "";
  const made = { projection, land: compactPath(coast, { nearest: landDetail }), shapes: new Map() };
  turned.set(code, made);
  return made;
}

function worldAround(code: string): GeoProjection {
  const found = countryFeature(code);
  const middle = found ? (mainCentroid(found)[0] ?? 0) : 0;
  const corners = [
    [middle - 179.9, 0],
    [middle + 179.9, 0],
    [middle, north],
    [middle, south],
  ] as const;
  return geoEqualEarth()
    .rotate([-middle, 0])
    .fitExtent(
      [
        [0, 0],
        [worldWidth, worldHeight],
      ],
      { type: "MultiPoint", coordinates: corners.map((corner) => [...corner]) },
    )
    .clipExtent([
      [0, 0],
      [worldWidth, worldHeight],
    ]);
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
