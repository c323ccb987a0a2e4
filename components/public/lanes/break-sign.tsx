/** Where a line of years is broken, at a percent of the width: two slanting strokes as high as the drawing. */
export function BreakSign({ at, height }: { at: number; height: number }) {
  return (
    <svg x={`${at}%`} overflow="visible" aria-hidden="true">
      <path d={`M-4 ${height}L0 0M0 ${height}L4 0`} className="fill-none stroke-rule" />
    </svg>
  );
}

/** The same on the line itself, at `y` pixels from the top: the paper shows through between the strokes. */
export function AxisBreak({ at, y }: { at: number; y: number }) {
  return (
    <svg x={`${at}%`} y={y} overflow="visible" aria-hidden="true">
      <path d="M-3 0H3" strokeWidth="3" className="stroke-paper" />
      <path d="M-5 6-1-6M1 6 5-6" className="fill-none stroke-ink" />
    </svg>
  );
}
