import type { FigureStanding } from "@/lib/domain/kinds/figure-standing";
import { showPeriod } from "@/lib/domain/trade-period";
import type { SideKey } from "@/lib/domain/sides";
import { useLocale, useTranslations } from "next-intl";
import { AxisBreak } from "../lanes/break-sign";
import { partyNames, type Setting } from "../frame/setting";
import { SideSign } from "../frame/side";
import { isWorthAChart, type Panel, type TradeChart, tradeChart } from "./trade-chart";
import { TradeColumns } from "./trade-columns";
import { plotFor } from "./line-looks";
import { LineNames, TradeLines } from "./trade-lines";
import { apartBy } from "./beyond-scale";
import { inUnit } from "./figure-setting";
import { reporterName } from "./reporter";
import type { Flow, TradeRecord } from "./trade-figures";
import { unitName } from "./unit-name";

const sideOfFlow: Record<Flow, SideKey | undefined> = { total: undefined, exportsA: "a", exportsB: "b" };

/**
 * The chart of trade by year: a panel for the total and for each direction that is known, all on one scale, each named where
 * it stands: columns of few years, a line for each reporter of many. The table below it says the same in figures. Nothing of
 * fewer than three years, which a sentence says.
 */
export function TradePanels({ records, setting }: { records: readonly TradeRecord[]; setting: Setting }) {
  const t = useTranslations("trade");
  const units = useTranslations("units");
  const locale = useLocale();
  const chart = isWorthAChart(records) ? tradeChart(records, setting) : null;
  if (!chart) return null;
  const [a, b] = partyNames(setting);
  const titles: Record<Flow, string> = {
    total: t("total"),
    exportsA: t("flow", { from: a, to: b }),
    exportsB: t("flow", { from: b, to: a }),
  };
  const meaningOf = (standing: FigureStanding) =>
    chart.labelled
      ? t(`standings.${standing}.meaning`)
      : t(standing === "provisional" ? "chartRing" : "chartSquare");
  return (
    <figure className="font-sans text-label">
      <div
        className={`grid gap-x-10 gap-y-8 ${chart.panels.length === 2 ? "lg:grid-cols-2" : chart.panels.length > 2 ? "lg:grid-cols-3" : ""}`}
      >
        {chart.panels.map((panel) => (
          <PanelFigure key={panel.flow} panel={panel} chart={chart} title={titles[panel.flow]} />
        ))}
      </div>
      <figcaption className="mt-2 max-w-measure text-note text-muted">
        {[
          t(chart.labelled ? "chartUnit" : "chartUnitOfLines", { unit: unitName(chart.unit, locale, units) }),
          chart.unit.isRounded && t("chartRounded"),
          chart.compares && chart.labelled && t("chartCompares"),
          ...(["provisional", "estimate"] as const).map(
            (standing) => chart.standings.has(standing) && meaningOf(standing),
          ),
          chart.labelled && chart.hasUnsureBars && t("chartUnsureBars"),
          chart.hasSums && t("chartSums"),
          chart.hasFiscal && t("chartFiscal"),
          chart.yearBreaks.length > 0 && t("chartYearBreaks"),
          chart.breaks && t(chart.labelled ? "chartBreaks" : "chartBreaksOfLines"),
        ]
          .filter(Boolean)
          .join(" ")}
      </figcaption>
    </figure>
  );
}

const [top, bottom] = [26, 24];
/** As much of the plot's width, in percent, as a figure may take on a phone. */
const widthOfFigure = 20;

/** As wide as so many columns need to be, by their number. */
const widths = ["", "max-w-20", "max-w-40", "max-w-60", "max-w-80", "max-w-96"];

function PanelFigure({ panel, chart, title }: { panel: Panel; chart: TradeChart; title: string }) {
  const t = useTranslations("trade");
  const word = useTranslations("choices");
  const locale = useLocale();
  const side = sideOfFlow[panel.flow];
  const figure = (amount: string | number) => inUnit(amount, chart.unit, locale);
  const said = (amount: string, standing: FigureStanding | undefined) =>
    standing
      ? t("unsure", { amount: figure(amount), standing: t(`standings.${standing}.word`) })
      : figure(amount);
  const summary = panel.columns
    .map(({ year, amount, standing }) => `${year}: ${said(amount, standing)}`)
    .join("; ");
  const beyond = panel.beyond.map(({ record: { values }, year, amount, standing }) => {
    const by = [reporterName(values, locale, word), standing && t(`standings.${standing}.word`)];
    return t("beyondScale", {
      year: showPeriod({ year, period: values.period }),
      amount: figure(amount),
      by: by.filter(Boolean).join(", "),
    });
  });
  const figures = beyond.length > 0 && t("chartBeyond", { figures: beyond.join("; ") });
  const base = top + chart.height;
  const plot = plotFor(panel.lines.map(({ record }) => reporterName(record.values, locale, word)));
  const across = chart.labelled ? "100%" : `${plot.width}%`;
  const width = widths[chart.slots] ?? (chart.labelled ? "max-w-xl" : "max-w-3xl");
  return (
    <div>
      <h3 className="text-label">
        {side && <SideSign side={side} />}
        {title}
      </h3>
      {/* The canvas has no scale of its own, so that its words keep their size: places across are percentages. */}
      <div
        role="img"
        aria-label={[t("chartDescription", { title, summary }), figures].filter(Boolean).join(". ")}
        className={`mt-1 ${width} ${chart.labelled ? "" : "grid grid-cols-[3.25rem_minmax(0,1fr)] max-sm:overflow-x-clip"}`}
      >
        {!chart.labelled && (
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
        )}
        <svg
          width={chart.labelled ? "100%" : undefined}
          height={base + bottom}
          className={`overflow-visible ${chart.labelled ? "" : `w-full ${plot.drawing}`}`}
        >
          {chart.lines.map(({ amount, height }) => (
            <line
              key={amount}
              x1="0"
              x2={across}
              y1={base - height}
              y2={base - height}
              className="stroke-rule"
            />
          ))}
          {chart.labelled ? (
            <TradeColumns panel={panel} base={base} side={side} figure={figure} />
          ) : (
            <>
              <TradeLines
                lines={panel.lines}
                base={base}
                height={chart.height}
                side={side}
                plot={plot}
                locale={locale}
              />
              {apartBy(panel.beyond, widthOfFigure).map(({ record, x, amount }) => (
                <text
                  key={record.id}
                  x={`${(x * plot.width) / 100}%`}
                  y={top - 8}
                  textAnchor="middle"
                  className="figures fill-ink stroke-paper text-note stroke-[6px] [paint-order:stroke]"
                >
                  {figure(amount)}
                </text>
              ))}
            </>
          )}
          <line x2={across} y1={base} y2={base} className="stroke-ink" />
          {chart.yearBreaks.map((at) => (
            <AxisBreak key={at} at={chart.labelled ? at : (at * plot.width) / 100} y={base} />
          ))}
          {chart.years.map(
            ({ year, middle, named }) =>
              named && (
                <text
                  key={year}
                  x={`${chart.labelled ? middle : (middle * plot.width) / 100}%`}
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
      {!chart.labelled && <LineNames lines={panel.lines} side={side} plot={plot} locale={locale} />}
      {figures && <p className="mt-1 max-w-measure text-note text-muted">{figures}</p>}
    </div>
  );
}
