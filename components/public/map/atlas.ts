/** Countries and coasts as the atlas has them, by the codes that the records use. */
import { geoArea, geoCentroid, geoContains, geoDistance } from "d3-geo";
import type { Feature, Geometry, Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import world from "world-atlas/countries-50m.json";
import coasts from "world-atlas/land-110m.json";
import finerCoasts from "world-atlas/land-50m.json";
import { countryNumber } from "@/lib/domain/countries";

export type CountryFeature = Feature<Geometry>;

/** All land, drawn for a map of the world, or finer for a map of a region. */
export function landFeature(detail: "world" | "region") {
  return detail === "region"
    ? feature(finerCoasts, finerCoasts.objects.land)
    : feature(coasts, coasts.objects.land);
}

/** A country by its code (ISO 3166-1 alpha-2); undefined for one that the atlas lacks. */
export function countryFeature(code: string): CountryFeature | undefined {
  const number = countryNumber(code);
  const found = world.objects.countries.geometries.find(
    ({ id }) => id !== undefined && String(id).padStart(3, "0") === number,
  );
  // One geometry has one feature, which a union of all that topologies hold cannot say.
  return found && (feature(world, found) as CountryFeature);
}

/** Where a country's main part lies, as longitude and latitude. */
export const mainCentroid = (country: CountryFeature) => geoCentroid(mainPart(country));

/** The part of a country with the longest coast: as good as the largest for where it lies. */
function mainPart(country: CountryFeature): Geometry {
  const rings = outerRings(country);
  const longest = rings.reduce((one, ring) => (ring.length > one.length ? ring : one), rings[0] ?? []);
  return partOf(longest);
}

/** The land within an outline. Drawn the other way round, as around a pole, a ring would hold all of the globe but that. */
function partOf(ring: Position[]): Polygon {
  const part: Polygon = { type: "Polygon", coordinates: [ring] };
  return geoArea(part) > 2 * Math.PI ? { ...part, coordinates: [ring.toReversed()] } : part;
}

/** So much of a country's area makes its main land. */
const mostOfArea = 0.8;

/**
 * The outlines of a country's main land: its largest parts that make most of it, the one that holds `capital`, and those that lie
 * among these. What lies an ocean or another country away is left out.
 */
export function mainLand(country: CountryFeature, capital?: readonly [number, number]): Position[][] {
  const parts = outerRings(country)
    .map(partOf)
    .map((part) => ({ part, area: geoArea(part) }))
    .sort((one, other) => other.area - one.area);
  const all = parts.reduce((sum, { area }) => sum + area, 0);
  let made = 0;
  const core = parts.filter(({ part, area }) => {
    const isMost = made < all * mostOfArea;
    made += area;
    return isMost || (capital !== undefined && geoContains(part, [...capital]));
  });
  const middle = geoCentroid({ type: "MultiPolygon", coordinates: core.map(({ part }) => part.coordinates) });
  const reach = Math.max(
    ...core.flatMap(({ part }) => part.coordinates[0]!.map(([x = 0, y = 0]) => geoDistance([x, y], middle))),
  );
  return parts
    .filter((one) => core.includes(one) || geoDistance(geoCentroid(one.part), middle) < reach)
    .map(({ part }) => part.coordinates[0]!);
}

/** The outline of each part of a country, as longitudes and latitudes. */
export function outerRings({ geometry }: CountryFeature): Position[][] {
  if (geometry.type === "Polygon") return geometry.coordinates.slice(0, 1);
  return geometry.type === "MultiPolygon"
    ? geometry.coordinates.flatMap(([outer]) => (outer ? [outer] : []))
    : [];
}
