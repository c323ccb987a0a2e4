import { useTranslations } from "next-intl";
import type { FigureStanding } from "@/lib/domain/kinds/figure-standing";
import type { SideKey } from "@/lib/domain/sides";
import { Name } from "../frame/name";
import { fillOf, strokeOf } from "../frame/side";
import { reporterName } from "./reporter";
import { lookOf, type Plot } from "./line-looks";
import type { ReporterLine } from "./trade-chart";

interface Props {
  lines: readonly ReporterLine[];
  /** Pixels from the top to the base line, and from there to the top of the scale. */
  base: number;
  height: number;
  side: SideKey | undefined;
  plot: Plot;
  locale: string;
}

/** Names closer than this, in pixels, would touch. */
const lineHeight = 15;

/** A line for each reporter, broken where years are missing, with its name at its end where there is room. */
export function TradeLines({ lines, base, height, side, plot, locale }: Props) {
  const word = useTranslations("choices");
  const drawn = lines.map((line, index) => ({ ...line, look: lookOf(index, side) }));
  const names = apart(
    drawn.map(({ record, runs, look }) => ({
      name: reporterName(record.values, locale, word),
      look,
      y: base - (runs.at(-1)?.at(-1)?.height ?? 0),
    })),
    base - 3,
  );
  return (
    <>
      <svg width={`${plot.width}%`} height={base} overflow="visible">
        {/* A canvas of percents across, whatever the plot's width, and of pixels upwards. */}
        <svg
          y={base - height}
          width="100%"
          height={height}
          viewBox={`0 0 100 ${height}`}
          preserveAspectRatio="none"
          overflow="visible"
        >
          {drawn.map(({ record, runs, look }) => (
            <path
              key={record.id}
              d={runs.map((run) => pathOf(run, height)).join("")}
              vectorEffect="non-scaling-stroke"
              {...look}
            />
          ))}
        </svg>
      </svg>
      {/* Percents of the plot: signs keep their shape. */}
      <svg width={`${plot.width}%`} height={base} overflow="visible">
        {drawn.flatMap(({ record, runs }) =>
          runs.flatMap((run) =>
            run.map(
              ({ x, height: up, standing }) =>
                (standing || run.length === 1) && (
                  <PointSign key={`${record.id} ${x}`} standing={standing} x={x} y={base - up} side={side} />
                ),
            ),
          ),
        )}
      </svg>
      {plot.isNamedBeside && (
        <g className="max-sm:hidden">
          {names.map(({ name, look, y }) => (
            <svg key={name} x={`${plot.width}%`} y={y} overflow="visible">
              <path d="M6 0h14" {...look} />
              <text x="24" dy="0.35em" className="fill-ink text-note">
                {name}
              </text>
            </svg>
          ))}
        </g>
      )}
    </>
  );
}

/** Whose line is which, below the drawing: on a phone, and where names are too long to stand beside it. */
export function LineNames({ lines, side, plot, locale }: Pick<Props, "lines" | "side" | "plot" | "locale">) {
  const word = useTranslations("choices");
  return (
    <ul className={`mt-1 flex flex-wrap gap-x-5 gap-y-1 text-note ${plot.isNamedBeside ? "sm:hidden" : ""}`}>
      {lines.map(({ record }, index) => (
        <li key={record.id} className="flex items-center gap-x-2">
          <svg width="28" height="6" aria-hidden="true" className="shrink-0">
            <path d="M0 3h28" {...lookOf(index, side)} />
          </svg>
          <Name>{reporterName(record.values, locale, word)}</Name>
        </li>
      ))}
    </ul>
  );
}

/** The sign of a figure that is not final, on its line: a ring or a square; a dot for one that has no line. */
function PointSign({
  standing,
  x,
  y,
  side,
}: {
  standing: FigureStanding | undefined;
  x: number;
  y: number;
  side: SideKey | undefined;
}) {
  const look = { strokeWidth: 1.5, className: `fill-paper ${strokeOf(side)}` };
  return (
    <svg x={`${x}%`} y={y} overflow="visible">
      {standing === undefined && <circle r="2.5" className={fillOf(side)} />}
      {standing === "provisional" && <circle r="3.5" {...look} />}
      {standing === "estimate" && <path d="M-3-3h6v6h-6z" {...look} />}
    </svg>
  );
}

// A year by itself is no line: it has a dot.
function pathOf(run: ReporterLine["runs"][number], height: number): string {
  if (run.length === 1) return "";
  return `M${run.map(({ x, height: up }) => `${x} ${Math.round((height - up) * 10) / 10}`).join("L")}`;
}

/**
 * The same names from the top down, each moved as far down as it needs to be clear of the one above; and the lowest as far up again as
 * they need to stay above `floor`, below which the years stand.
 */
function apart<T extends { y: number }>(names: readonly T[], floor: number): T[] {
  const inOrder = [...names].sort((one, other) => one.y - other.y);
  let free = -Infinity;
  const moved = inOrder.map((one) => {
    const y = Math.max(one.y, free);
    free = y + lineHeight;
    return { ...one, y };
  });
  let room = floor;
  for (const one of moved.toReversed()) {
    one.y = Math.min(one.y, room);
    room = one.y - lineHeight;
  }
  return moved;
}
