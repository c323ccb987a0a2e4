import { useTranslations } from "next-intl";
import type { SideKey } from "@/lib/domain/sides";
import { fillOf } from "../frame/side";
import type { Panel } from "./trade-chart";

interface Props {
  panel: Panel;
  base: number;
  side: SideKey | undefined;
  figure(amount: string): string;
}

/** In pixels. */
const lineHeight = 13;

const figureLook = (own: string) => `figures ${own} stroke-paper stroke-[6px] [paint-order:stroke]`;

/** The columns of one panel, each with its figure above it and a letter where it is not final; bars across are other reporters' figures. */
export function TradeColumns({ panel, base, side, figure }: Props) {
  const t = useTranslations("trade.standings");
  return (
    <>
      {panel.columns.map(({ year, x, width, height, others, otherStandings, broken }) => (
        <g key={year}>
          <rect x={`${x}%`} y={base - height} width={`${width}%`} height={height} className={fillOf(side)} />
          {others.map((other, index) => (
            <line
              key={index}
              strokeDasharray={otherStandings[index] && "3 2"}
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
      {panel.columns.map(({ year, x, width, height, others, amount, standing }) => {
        const [at, above] = [`${x + width / 2}%`, base - Math.max(height, ...others) - 7];
        // Above its own figure the one of another reporter that the bar at the top does not reach.
        const further = panel.beyond.find((one) => one.year === year && one.amount !== amount);
        return (
          <g key={year} textAnchor="middle">
            {further && (
              <text x={at} y={above - lineHeight} className={figureLook("fill-muted text-note")}>
                {figure(further.amount)}
              </text>
            )}
            <text x={at} y={above} className={figureLook("fill-ink")}>
              {figure(amount)}
              {standing && ` ${t(`${standing}.mark`)}`}
            </text>
          </g>
        );
      })}
    </>
  );
}
