/** Map outlines as short SVG paths: what a reader downloads is mostly these. */

/**
 * The path of straight lines (`M x,y L x,y … Z`, as d3-geo writes it) in relative steps of whole `1/precision`
 * units, without points nearer than `nearest` to the one before, and without rings that shrink to nothing.
 */
export function compactPath(path: string, { precision = 1, nearest = 1 } = {}): string {
  const scaled = (text: string) => Math.round(Number(text) * precision);
  let short = "";
  let [penX, penY] = [0, 0];
  for (const ring of path.split("M").slice(1)) {
    const points: [number, number][] = [];
    const numbers = ring.match(/-?[\d.]+/g) ?? [];
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      const point: [number, number] = [scaled(numbers[at]!), scaled(numbers[at + 1]!)];
      const last = points.at(-1);
      if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= nearest * precision)
        points.push(point);
    }
    const [start, ...rest] = points;
    if (!start || rest.length < 2) continue;
    short += `m${step(start[0] - penX, start[1] - penY)}l`;
    let [x, y] = start;
    short += rest
      .map(([nextX, nextY]) => {
        const one = step(nextX - x, nextY - y);
        [x, y] = [nextX, nextY];
        return one;
      })
      .join(" ");
    short += "z";
    // Closing a ring moves the pen back to where it began.
    [penX, penY] = start;
  }
  return short;
}

// A minus sign parts two numbers as well as a space does.
const step = (x: number, y: number) => `${x}${y < 0 ? "" : " "}${y}`;
