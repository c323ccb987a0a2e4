/** Where on a map the names of its two countries stand: beside or within their own, on no other where it can be, and clear of each other. */
import { mapWidth } from "./pair-projection";
import { roomiestPoint } from "./roomiest-point";

export type Point = readonly [x: number, y: number];
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** What a name is set beside: the outlines of its country as they are drawn, and the box around them. */
export interface Outlined {
  name: string;
  rings: readonly (readonly Point[])[];
  box: Box;
  /** The outline of its main land as it is drawn; empty for a country too small to hold anything. */
  main: readonly Point[];
}

export type NameSide = "below" | "above" | "right" | "left" | "within";

export interface NamePlace {
  side: NameSide;
  x: number;
  y: number;
}

const sides = ["below", "above", "right", "left"] as const;
/** How wide a map is in pixels, at its narrowest on a phone and on a page, and a letter and a line of a name. */
const widths = [330, 600];
const [letter, lineHeight, gap] = [7.6, 21, 5];

/**
 * A place for each name, the first that is clear on a phone and on a page of a map so high, whose `land` is given as outlines; null
 * where they have no room on it. A name at sea comes first, then one wholly within its own country, then one that lies on others'
 * land, and last one that is on its own country in part.
 */
export function namePlaces(
  one: Outlined,
  other: Outlined,
  height: number,
  land: Outlined["rings"] = [],
): [NamePlace, NamePlace] | null {
  const [ofOne, ofOther] = [placesFor(one, other, height, land), placesFor(other, one, height, land)];
  for (const first of ofOne)
    for (const second of ofOther)
      if (widths.every((width) => !overlap(boxAt(one, first, width), boxAt(other, second, width))))
        return [first, second];
  return null;
}

function placesFor(own: Outlined, other: Outlined, height: number, land: Outlined["rings"]): NamePlace[] {
  const [left, top, right, bottom] = own.box;
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const at: Record<Exclude<NameSide, "within">, Omit<NamePlace, "side">> = {
    below: { x, y: bottom },
    above: { x, y: top },
    right: { x: right, y },
    left: { x: left, y },
  };
  const beside = sides
    .map((side) => ({ side, ...at[side] }))
    .filter((place) =>
      widths.every((width) => {
        const box = boxAt(own, place, width);
        return isOnMap(box, height) && !lieOn(box, other.rings);
      }),
    );
  // The edge of its own shape, beside which it stands, it may touch.
  const inner = ([west, north, east, south]: Box): Box => [west + 2, north + 2, east - 2, south - 2];
  const isOn = (place: NamePlace, rings: Outlined["rings"]) =>
    widths.some((width) => lieOn(inner(boxAt(own, place, width)), rings));
  const rank = (place: NamePlace) => {
    if (place.side === "within") return 1;
    if (isOn(place, own.rings)) return 3;
    return isOn(place, land) ? 2 : 0;
  };
  return [...beside, ...placesWithin(own)].sort((one, place) => rank(one) - rank(place));
}

/** The place within a country where a name has most room, if the whole of it lies within. */
function placesWithin({ name, rings, main, box }: Outlined): NamePlace[] {
  // Room is measured alike in all directions: what is wide and low has it in an outline that is pressed as much.
  const pressed = lineHeight / (name.length * letter);
  const found = roomiestPoint(main.map(([x, y]) => [x * pressed, y]));
  if (!found) return [];
  const place: NamePlace = { side: "within", x: Math.round(found.x / pressed), y: Math.round(found.y) };
  const fits = (width: number) => liesWithin(boxAt({ name, rings, main, box }, place, width), rings);
  return widths.every(fits) ? [place] : [];
}

/** What a name covers, in the map's units, on a map so many pixels wide. */
function boxAt({ name }: Outlined, { side, x, y }: NamePlace, width: number): Box {
  const unit = mapWidth / width;
  const [long, high, apart] = [name.length * letter * unit, lineHeight * unit, gap * unit];
  switch (side) {
    case "within":
      return [x - long / 2, y - high / 2, x + long / 2, y + high / 2];
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
export function lieOn(box: Box, rings: Outlined["rings"]): boolean {
  return rings.some((ring) => reaches(ring, box) || probesOf(box).some((point) => isWithin(point, ring)));
}

/** Whether a box lies wholly within one of these shapes. */
function liesWithin(box: Box, rings: Outlined["rings"]): boolean {
  return (
    !rings.some((ring) => reaches(ring, box)) &&
    rings.some((ring) => probesOf(box).every((point) => isWithin(point, ring)))
  );
}

/** Points of a box that are tried for all of it. */
function probesOf([left, top, right, bottom]: Box): Point[] {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((across) =>
    [0, 0.5, 1].map((down): Point => [left + (right - left) * across, top + (bottom - top) * down]),
  );
}

/** Whether a corner of an outline lies in a box. */
const reaches = (ring: readonly Point[], [left, top, right, bottom]: Box) =>
  ring.some(([x, y]) => x > left && x < right && y > top && y < bottom);

/** Whether a point lies within a closed ring, by how often a ray to its right meets the ring's edges. */
function isWithin([x, y]: Point, ring: readonly Point[]): boolean {
  let inside = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
    const [[ax, ay], [bx, by]] = [ring[at]!, ring[before]!];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
