/** Where within a shape there is most room for a sign. */

type Point = readonly [x: number, y: number];

export interface Room {
  x: number;
  y: number;
  /** How far it is to the nearest edge. */
  room: number;
}

/** Of a grid of points across a closed ring, the one farthest from its edges; null where none lies within. */
export function roomiestPoint(ring: readonly Point[], steps = 24): Room | null {
  const edges = ring.map((point, index): [Point, Point] => [point, ring[(index + 1) % ring.length]!]);
  const [left, right] = extent(ring.map(([x]) => x));
  const [top, bottom] = extent(ring.map(([, y]) => y));
  let best: Room | null = null;
  for (let column = 1; column < steps; column += 1)
    for (let row = 1; row < steps; row += 1) {
      const point: Point = [left + ((right - left) * column) / steps, top + ((bottom - top) * row) / steps];
      if (!isWithin(point, edges)) continue;
      const room = Math.min(...edges.map((edge) => distance(point, edge)));
      if (!best || room > best.room) best = { x: point[0], y: point[1], room };
    }
  return best;
}

const extent = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];

// As many edges lie to one side of a point within as make an odd number.
function isWithin([x, y]: Point, edges: readonly (readonly [Point, Point])[]): boolean {
  const crossed = edges.filter(
    ([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax,
  );
  return crossed.length % 2 === 1;
}

function distance([x, y]: Point, [[ax, ay], [bx, by]]: readonly [Point, Point]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = dx || dy ? ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy) : 0;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
