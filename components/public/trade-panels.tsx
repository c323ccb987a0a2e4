import { useLocale, useTranslations } from "next-intl";
import { partyNames, type Setting, type SideKey } from "./setting";
import { fillOf, SideSign } from "./side";
import {
  type Flow,
  inUnit,
  type Panel,
  type TradeChart,
  tradeChart,
  type TradeRecord,
} from "./trade-figures";
import { unitName } from "./unit-name";

const sideOfFlow: Record<Flow, SideKey | undefined> = { total: undefined, exportsA: "a", exportsB: "b" };

/**
 * The chart of trade by year: a panel for the total and for each direction that is known, all on one scale, each
 * named where it stands. The table below it on every page says the same in figures.
 */
export function TradePanels({ records, setting }: { records: readonly TradeRecord[]; setting: Setting }) {
  const t = useTranslations("trade");
  const units = useTranslations("units");
  const locale = useLocale();
  const chart = tradeChart(records, setting.parties);
  if (!chart) return null;
  const [a, b] = partyNames(setting);
  const titles: Record<Flow, string> = {
    total: t("total"),
    exportsA: t("flow", { from: a, to: b }),
    exportsB: t("flow", { from: b, to: a }),
  };
  return (
    <figure className="font-sans text-label">
      <div
        className={`grid gap-x-10 gap-y-8 ${chart.panels.length > 1 ? "lg:grid-cols-3" : chart.years.length < 6 ? "max-w-lg" : "max-w-3xl"}`}
      >
        {chart.panels.map((panel) => (
          <PanelFigure key={panel.flow} panel={panel} chart={chart} title={titles[panel.flow]} />
        ))}
      </div>
      <figcaption className="mt-2 max-w-measure text-note text-muted">
        {t("chartUnit", { unit: unitName(chart.unit, locale, units) })} {chart.compares && t("chartCompares")}
      </figcaption>
    </figure>
  );
}

const [top, bottom] = [26, 24];

function PanelFigure({ panel, chart, title }: { panel: Panel; chart: TradeChart; title: string }) {
  const t = useTranslations("trade");
  const locale = useLocale();
  const side = sideOfFlow[panel.flow];
  const figure = (amount: string | number) => inUnit(amount, chart.unit, locale);
  const summary = panel.columns.map(({ year, amount }) => `${year}: ${figure(amount)}`).join("; ");
  const base = top + chart.height;
  return (
    <div>
      <h3 className="text-label">
        {side && <SideSign side={side} />}
        {title}
      </h3>
      {/* The canvas has no scale of its own, so that its words keep their size: places across are percentages. */}
      <div
        role="img"
        aria-label={t("chartDescription", { title, summary })}
        className="mt-1 grid grid-cols-[3.25rem_minmax(0,1fr)]"
      >
        <svg width="100%" height={base + bottom}>
          {chart.lines.map(({ amount, height }) => (
            <text
              key={amount}
              x="85%"
              y={base - height + 4}
              textAnchor="end"
              className="figures fill-muted text-note"
            >
              {figure(amount)}
            </text>
          ))}
        </svg>
        <svg width="100%" height={base + bottom} className="overflow-visible">
          {chart.lines.map(({ amount, height }) => (
            <line
              key={amount}
              x1="0"
              x2="100%"
              y1={base - height}
              y2={base - height}
              className={amount === 0 ? "stroke-ink" : "stroke-rule"}
            />
          ))}
          <Columns panel={panel} base={base} side={side} figure={figure} />
          {chart.years.map(
            ({ year, middle, named }) =>
              named && (
                <text
                  key={year}
                  x={`${middle}%`}
                  y={base + 17}
                  textAnchor="middle"
                  className="figures fill-muted text-note"
                >
                  {year}
                </text>
              ),
          )}
        </svg>
      </div>
    </div>
  );
}

interface ColumnsProps {
  panel: Panel;
  base: number;
  side: SideKey | undefined;
  figure(amount: string): string;
}

/** The columns of one panel, the last with its figure above it; bars across are other reporters' figures. */
function Columns({ panel, base, side, figure }: ColumnsProps) {
  const last = panel.columns.at(-1);
  return (
    <>
      {panel.columns.map(({ year, x, width, height, others }) => (
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
        </g>
      ))}
      {last && (
        <text
          x={`${last.x > 80 ? last.x + last.width : last.x + last.width / 2}%`}
          y={base - Math.max(last.height, ...last.others) - 7}
          textAnchor={last.x > 80 ? "end" : "middle"}
          className="figures fill-ink stroke-paper stroke-[5px] font-semibold [paint-order:stroke]"
        >
          {figure(last.amount)}
        </text>
      )}
    </>
  );
}
