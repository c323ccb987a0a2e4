/** Which missions of a dossier a map can mark, and where. */
import { fold } from "@/lib/domain/folding";
import type { Viewed } from "../frame/setting";
import { capitals } from "./capitals";
import type { Point } from "./name-places";
import { mapHeight, mapWidth, type PairShapes } from "./pair-shapes";

export interface MarkedMission {
  id: string;
  /** The country that sent it. */
  sending: string;
  at: Point;
}

/** Closer than this, in the map's units, marks of one country would lie on one another: the first of them stands. */
const apart = 14;

/** The missions whose coordinates are recorded, or that sit in the capital; none that lies beyond the map. */
export function missionMarks(
  missions: readonly Viewed<"mission">[],
  { place }: Pick<PairShapes, "place">,
): MarkedMission[] {
  const marks: MarkedMission[] = [];
  for (const { id, values } of missions) {
    const { sending, closed } = values;
    const where = placeOf(values);
    const at = where && place(...where);
    if (!sending || closed || !at || at[0] < 0 || at[0] > mapWidth || at[1] < 0 || at[1] > mapHeight)
      continue;
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
  return capital && city && fold(capital[2]) === fold(city) ? ([capital[0], capital[1]] as const) : null;
}
