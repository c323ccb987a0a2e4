import type { SideKey } from "@/lib/domain/sides";
import { fillOf } from "../frame/side";
import type { Panel } from "./trade-chart";

interface Props {
  panel: Panel;
  base: number;
  side: SideKey | undefined;
  labelled: boolean;
  figure(amount: string): string;
}

/** The columns of one panel, each or the last with its figure above it; bars across are other reporters' figures. */
export function TradeColumns({ panel, base, side, labelled, figure }: Props) {
  const last = panel.columns.at(-1);
  const withFigure = panel.columns.filter((column) => labelled || column === last || column.broken);
  // The last figure alone is wider than its column: it stands above the columns beside it as well.
  const peak = Math.max(
    ...panel.columns.flatMap(({ x, height, others }) => (x > 75 ? [height, ...others] : [])),
    ...withFigure.map(({ height }) => height),
  );
  return (
    <>
      {panel.columns.map(({ year, x, width, height, others, broken }) => (
        <g key={year}>
          <rect x={`${x}%`} y={base - height} width={`${width}%`} height={height} className={fillOf(side)} />
          {others.map((other, index) => (
            <line
              key={index}
              x1={`${x - width * 0.15}%`}
              x2={`${x + width * 1.15}%`}
              y1={base - other}
              y2={base - other}
              strokeWidth="3"
              className="stroke-ink"
            />
          ))}
          {broken && (
            <line
              x1={`${x - width * 0.15}%`}
              x2={`${x + width * 1.15}%`}
              y1={base - height + 12}
              y2={base - height + 7}
              strokeWidth="4"
              className="stroke-paper"
            />
          )}
        </g>
      ))}
      {withFigure.map(({ year, x, width, height, others, amount, broken }) => (
        <text
          key={year}
          x={`${!labelled && x > 80 ? x + width : x + width / 2}%`}
          y={base - (labelled || broken ? Math.max(height, ...others) : peak) - 7}
          textAnchor={!labelled && x > 80 ? "end" : "middle"}
          className="figures fill-ink stroke-paper stroke-[6px] [paint-order:stroke]"
        >
          {figure(amount)}
        </text>
      ))}
    </>
  );
}
