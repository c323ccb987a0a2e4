/** Where within a shape there is most room for a sign. */
import polylabel from "polylabel";

type Point = readonly [x: number, y: number];

export interface Room {
  x: number;
  y: number;
  /** How far it is to the nearest edge. */
  room: number;
}

/** The point within a closed ring that is farthest from its edges, to half a unit; null where there is no shape. */
export function roomiestPoint(ring: readonly Point[]): Room | null {
  if (ring.length < 3) return null;
  const found = polylabel([ring], 0.5);
  const [x, y] = found;
  return found.distance > 0 ? { x, y, room: found.distance } : null;
}
