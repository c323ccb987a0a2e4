/** Which missions of a dossier a map can mark, and where. */
import { fold } from "@/lib/domain/folding";
import { placesNamed } from "@/lib/domain/former-names";
import type { Viewed } from "../frame/setting";
import { capitals } from "./capitals";
import type { Point } from "./name-places";
import { missionCities } from "./mission-cities";
import { mapWidth, type PairShapes } from "./pair-shapes";

export interface MarkedMission {
  id: string;
  /** The country that sent it. */
  sending: string;
  at: Point;
}

/** Closer than this, in the map's units, marks of one country would lie on one another: the first of them stands. */
const apart = 14;

/** The missions whose coordinates are recorded, or that sit in the capital or another city that is known; none beyond the map. */
export function missionMarks(
  missions: readonly Viewed<"mission">[],
  { place, height }: Pick<PairShapes, "place" | "height">,
): MarkedMission[] {
  const marks: MarkedMission[] = [];
  for (const { id, values } of missions) {
    const { sending, closed } = values;
    const where = placeOf(values);
    const at = where && place(...where);
    if (!sending || closed || !at || at[0] < 0 || at[0] > mapWidth || at[1] < 0 || at[1] > height) continue;
    if (marks.some((one) => Math.hypot(one.at[0] - at[0], one.at[1] - at[1]) < apart)) continue;
    marks.push({ id, sending, at });
  }
  return marks;
}

function placeOf({ latitude, longitude, city, receiving, accreditedFrom }: Viewed<"mission">["values"]) {
  // One that sits elsewhere is not in the country for which it is accredited.
  if (accreditedFrom) return null;
  if (latitude !== undefined && longitude !== undefined)
    return [Number(longitude), Number(latitude)] as const;
  const capital = capitals[receiving ?? ""];
  const known = [...(capital ? [capital] : []), ...(missionCities[receiving ?? ""] ?? [])];
  const names = namesOf(city ?? "");
  const found = known.find(([, , name]) => names.includes(fold(name)));
  return found ? ([found[0], found[1]] as const) : null;
}

/** A city's name, and those that it has had, folded. */
function namesOf(city: string): string[] {
  const words = fold(city)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const places = placesNamed(words.map((word) => [word]));
  const [only] = places.filter(({ from, to }) => from === 0 && to === words.length);
  return [fold(city), ...(only?.names.map(fold) ?? [])];
}
