/** Where on a map the names of its two countries stand: beside their own, on no other, and clear of each other. */
import { mapWidth } from "./pair-projection";

export type Point = readonly [x: number, y: number];
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** What a name is set beside: the outlines of its country as they are drawn, and the box around them. */
export interface Outlined {
  name: string;
  rings: readonly (readonly Point[])[];
  box: Box;
}

export type NameSide = "below" | "above" | "right" | "left";

export interface NamePlace {
  side: NameSide;
  x: number;
  y: number;
}

const sides: readonly NameSide[] = ["below", "above", "right", "left"];
/** How wide a map is in pixels, at its narrowest on a phone and on a page, and a letter and a line of a name. */
const widths = [330, 600];
const [letter, lineHeight, gap] = [7.6, 21, 5];

/**
 * A place for each name, the first that is clear on a phone and on a page of a map so high; null where they have no room on it.
 * Those that lie on none of their own country come first.
 */
export function namePlaces(one: Outlined, other: Outlined, height: number): [NamePlace, NamePlace] | null {
  const [ofOne, ofOther] = [placesFor(one, other, height), placesFor(other, one, height)];
  for (const first of ofOne)
    for (const second of ofOther)
      if (widths.every((width) => !overlap(boxAt(one, first, width), boxAt(other, second, width))))
        return [first, second];
  return null;
}

function placesFor(own: Outlined, other: Outlined, height: number): NamePlace[] {
  const [left, top, right, bottom] = own.box;
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const at: Record<NameSide, Omit<NamePlace, "side">> = {
    below: { x, y: bottom },
    above: { x, y: top },
    right: { x: right, y },
    left: { x: left, y },
  };
  const clear = sides
    .map((side) => ({ side, ...at[side] }))
    .filter((place) =>
      widths.every((width) => {
        const box = boxAt(own, place, width);
        return isOnMap(box, height) && !lieOn(box, other.rings);
      }),
    );
  // The edge of its own shape, beside which it stands, it may touch.
  const liesOnOwn = (place: NamePlace) =>
    widths.some((width) => {
      const [west, north, east, south] = boxAt(own, place, width);
      return lieOn([west + 2, north + 2, east - 2, south - 2], own.rings);
    });
  return [...clear].sort((one, place) => Number(liesOnOwn(one)) - Number(liesOnOwn(place)));
}

/** What a name covers, in the map's units, on a map so many pixels wide. */
function boxAt({ name }: Outlined, { side, x, y }: NamePlace, width: number): Box {
  const unit = mapWidth / width;
  const [long, high, apart] = [name.length * letter * unit, lineHeight * unit, gap * unit];
  switch (side) {
    case "below":
      return [x - long / 2, y, x + long / 2, y + high];
    case "above":
      return [x - long / 2, y - high, x + long / 2, y];
    case "right":
      return [x + apart, y - high / 2, x + apart + long, y + high / 2];
    case "left":
      return [x - apart - long, y - high / 2, x - apart, y + high / 2];
  }
}

// A line of text may reach a little below or above the map: there is room around it.
const isOnMap = ([left, top, right, bottom]: Box, height: number) =>
  left >= 0 && right <= mapWidth && top >= -24 && bottom <= height + 24;

const overlap = (one: Box, other: Box) =>
  one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

/** Whether a box lies on any of these shapes, in part or as a whole. */
export function lieOn([left, top, right, bottom]: Box, rings: Outlined["rings"]): boolean {
  const probes: Point[] = [0, 0.25, 0.5, 0.75, 1].flatMap((across) =>
    [0, 0.5, 1].map((down): Point => [left + (right - left) * across, top + (bottom - top) * down]),
  );
  return rings.some(
    (ring) =>
      ring.some(([x, y]) => x > left && x < right && y > top && y < bottom) ||
      probes.some((point) => isWithin(point, ring)),
  );
}

/** Whether a point lies within a closed ring, by how often a ray to its right meets the ring's edges. */
function isWithin([x, y]: Point, ring: readonly Point[]): boolean {
  let inside = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
    const [[ax, ay], [bx, by]] = [ring[at]!, ring[before]!];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
