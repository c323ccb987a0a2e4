/** The library ships no types of its own. */
declare module "polylabel" {
  type Ring = readonly (readonly [x: number, y: number])[];
  /** The point within a polygon that is farthest from its edges, to a precision in its own units. */
  export default function polylabel(
    polygon: readonly Ring[],
    precision: number,
  ): [x: number, y: number] & { distance: number };
}
