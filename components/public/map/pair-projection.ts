/** Which part of the globe a map of two countries shows: turned and drawn so large that the two fill it. */
import {
  geoAzimuthalEqualArea,
  geoCentroid,
  geoDistance,
  geoEqualEarth,
  geoInterpolate,
  type GeoProjection,
} from "d3-geo";
import { type CountryFeature, mainCentroid, outerRings } from "./atlas";

export const mapWidth = 960;
export const mapHeight = 280;
/** Kept free around the two: names stand there. */
const margins = { side: 70, top: 34, bottom: 44 };

const degrees = 180 / Math.PI;
/** Parts of a country farther than this from its main land, as islands an ocean away, do not make the map any wider. */
const near = 50 / degrees;
/** Pairs within this are drawn as seen from above their middle; others on a map of the world. */
const regional = 70 / degrees;
/** Pixels to a radian: two small islands still show in which sea they lie. */
const largest = 1900;

/** The projection for these countries, those that the atlas has. */
export function pairProjection(countries: readonly CountryFeature[]): GeoProjection {
  const points = countries.flatMap(mainPoints);
  const [one, other = one] = countries.map(mainCentroid);
  if (!one || !other) return whole(geoEqualEarth(), 0);
  const middle = geoInterpolate(one, other)(0.5);
  const isRegional = points.every((point) => geoDistance(point, middle) < regional / 2);
  const projection = isRegional
    ? geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]])
    : geoEqualEarth().rotate([-middleLongitude(one[0], other[0]), 0]);
  fit(projection, points);
  return projection.clipExtent([
    [0, 0],
    [mapWidth, mapHeight],
  ]);
}

function whole(projection: GeoProjection, middle: number): GeoProjection {
  projection.rotate([-middle, 0]);
  fit(projection, [
    [middle - 179, 60],
    [middle + 179, -50],
  ]);
  return projection;
}

function fit(projection: GeoProjection, points: [number, number][]): void {
  const { side, top, bottom } = margins;
  const extent: [[number, number], [number, number]] = [
    [side, top],
    [mapWidth - side, mapHeight - bottom],
  ];
  const shape = { type: "MultiPoint", coordinates: points } as const;
  projection.fitExtent(extent, shape);
  if (projection.scale() <= largest) return;
  projection.scale(largest);
  const at = points.flatMap((point) => projection(point) ?? []);
  const [x, y] = [0, 1].map((axis) => {
    const own = at.filter((_, index) => index % 2 === axis);
    return (Math.min(...own) + Math.max(...own)) / 2;
  });
  const [left, up] = projection.translate();
  projection.translate([left + mapWidth / 2 - x!, up + mapHeight / 2 - y!]);
}

/** The corners of all parts that lie near the main land, as longitudes and latitudes. */
function mainPoints(country: CountryFeature): [number, number][] {
  const main = mainCentroid(country);
  return outerRings(country)
    .filter((ring) => geoDistance(geoCentroid({ type: "MultiPoint", coordinates: ring }), main) < near)
    .flatMap((ring) => ring.map(([x = 0, y = 0]): [number, number] => [x, y]));
}

/** The meridian halfway between two, the shorter way round. */
export function middleLongitude(one = 0, other = one): number {
  const apart = ((other - one + 540) % 360) - 180;
  return ((one + apart / 2 + 540) % 360) - 180;
}
