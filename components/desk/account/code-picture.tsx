import { create } from "qrcode";

/** A picture that a phone's app reads, drawn as one path. `label` says what it is for those who do not see it. */
export function CodePicture({ text, label }: { text: string; label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  const edge = 4; // the quiet zone that readers need around it
  const dark = Array.from(data).flatMap((isDark, index) =>
    isDark ? [`M${(index % size) + edge} ${Math.floor(index / size) + edge}h1v1h-1z`] : [],
  );
  const whole = size + 2 * edge;
  return (
    <svg
      viewBox={`0 0 ${whole} ${whole}`}
      width="200"
      height="200"
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={whole} height={whole} fill="#fff" />
      <path d={dark.join("")} fill="#000" />
    </svg>
  );
}
