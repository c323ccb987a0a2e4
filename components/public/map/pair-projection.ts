/** Which part of the globe a map of two countries shows: turned and drawn so large that the two fill it. */
import {
  geoAzimuthalEqualArea,
  geoDistance,
  geoEqualEarth,
  geoInterpolate,
  type GeoProjection,
} from "d3-geo";
import { type CountryFeature, mainCentroid, mainLand } from "./atlas";
import { capitals } from "./capitals";

export const mapWidth = 960;
/** The lowest that fits the two as wide as it can; of two that lie one above the other a higher one. */
export const mapHeights = [280, 360, 440] as const;
export type MapHeight = (typeof mapHeights)[number];

export interface FittedMap {
  projection: GeoProjection;
  height: MapHeight;
}

/** Kept free around the two: names stand there. */
const margins = { side: 70, top: 42, bottom: 44 };

const degrees = 180 / Math.PI;
/** Pairs within this are drawn as seen from above their middle; others on a map of the world. */
const regional = 70 / degrees;
/** Pixels to a radian: two small islands still show in which sea they lie. */
const largest = 1900;

/** The projection for these countries, those that the atlas has, by their codes. */
export function pairProjection(countries: readonly { code: string; feature: CountryFeature }[]): FittedMap {
  const points = countries.flatMap(({ code, feature }) => mainPoints(feature, code));
  const [one, other = one] = countries.map(({ feature }) => mainCentroid(feature));
  if (!one || !other) return { projection: whole(geoEqualEarth(), 0), height: mapHeights[0] };
  const middle = geoInterpolate(one, other)(0.5);
  const isRegional = points.every((point) => geoDistance(point, middle) < regional / 2);
  const projection = isRegional
    ? geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]])
    : geoEqualEarth().rotate([-middleLongitude(one[0], other[0]), 0]);
  const height = isRegional ? heightFor(projection, points) : mapHeights[0];
  fit(projection, points, height);
  return { projection: clipped(projection, height), height };
}

const clipped = (projection: GeoProjection, height: number) =>
  projection.clipExtent([
    [0, 0],
    [mapWidth, height],
  ]);

function whole(projection: GeoProjection, middle: number): GeoProjection {
  projection.rotate([-middle, 0]);
  const [height] = mapHeights;
  fit(
    projection,
    [
      [middle - 179, 60],
      [middle + 179, -50],
    ],
    height,
  );
  return clipped(projection, height);
}

/** The first height at which the two are as wide as the map, or else the greatest. */
function heightFor(projection: GeoProjection, points: [number, number][]): MapHeight {
  const [greatest] = mapHeights.toReversed();
  const found = mapHeights.find((height) => {
    fit(projection, points, height);
    const across = points.flatMap((point) => projection(point)?.[0] ?? []);
    return Math.max(...across) - Math.min(...across) > (mapWidth - 2 * margins.side) * 0.9;
  });
  return found ?? greatest!;
}

function fit(projection: GeoProjection, points: [number, number][], height: number): void {
  const { side, top, bottom } = margins;
  const extent: [[number, number], [number, number]] = [
    [side, top],
    [mapWidth - side, height - bottom],
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
  projection.translate([left + mapWidth / 2 - x!, up + height / 2 - y!]);
}

/** The corners of a country's main land, as longitudes and latitudes. */
function mainPoints(country: CountryFeature, code: string): [number, number][] {
  const [longitude, latitude] = capitals[code] ?? [];
  const capital =
    longitude === undefined || latitude === undefined ? undefined : ([longitude, latitude] as const);
  return mainLand(country, capital).flatMap((ring) => ring.map(([x = 0, y = 0]): [number, number] => [x, y]));
}

/** The meridian halfway between two, the shorter way round. */
export function middleLongitude(one = 0, other = one): number {
  const apart = ((other - one + 540) % 360) - 180;
  return ((one + apart / 2 + 540) % 360) - 180;
}
