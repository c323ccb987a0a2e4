import { useTranslations } from "next-intl";
import { dateWords } from "../frame/date-text";
import { LaneMark, rowHeight } from "./lane-mark";
import { inRows } from "./lane-rows";
import { type Lane, lanesOf } from "./lanes";
import type { Setting } from "../frame/setting";
import type { RecordsByKind } from "../kind-view";
import { inkOf, SideSign } from "../frame/side";
import { type YearLine, yearFraction, yearLine } from "./year-line";

/**
 * The years of the relations at a glance: a lane for each kind of record, in it a mark for each record that leads
 * to it. The same records stand as text beside it on every page that shows it.
 */
export function YearLanes({ records, setting }: { records: RecordsByKind; setting: Setting }) {
  const t = useTranslations("lanes");
  const say = useTranslations();
  const choice = useTranslations("choices");
  const dates = useTranslations("dates");
  const now = yearFraction(setting.checkedAt.slice(0, 10));
  const lanes = lanesOf(records, setting, now, {
    lane: (list, values) => t(`of.${list}`, values),
    of: (list) => ({ say: (key, values) => say(`${list}.${key}`, values), choice }),
    dates: dateWords(dates.raw.bind(dates)),
  });
  const line = yearLine(
    lanes.flatMap(({ items }) => items.map(({ span }) => span)),
    now,
  );
  if (!line) return null;
  const summary = lanes
    .map(({ name, items, undated }) => t("laneSummary", { name, dated: items.length, undated }))
    .join("; ");
  return (
    <figure className="font-sans">
      <div
        role="group"
        aria-label={t("description", { summary })}
        className="border-b border-rule sm:grid sm:grid-cols-[11rem_minmax(0,1fr)] lg:grid-cols-[16rem_minmax(0,1fr)]"
      >
        {lanes.map((lane) => (
          <LaneRow key={lane.name} lane={lane} line={line} />
        ))}
      </div>
      <div className="sm:grid sm:grid-cols-[11rem_minmax(0,1fr)] lg:grid-cols-[16rem_minmax(0,1fr)]">
        <YearAxis line={line} />
        <figcaption className="mt-1 max-w-measure text-note text-muted sm:col-start-2">
          {t("caption")}
        </figcaption>
      </div>
    </figure>
  );
}

function LaneRow({ lane, line }: { lane: Lane; line: YearLine }) {
  const t = useTranslations("lanes");
  const placed = inRows(lane.items, line);
  const nothing = lane.undated > 0 ? t("undatedOnly", { count: lane.undated }) : t("none");
  const height = (Math.max(0, ...placed.map(({ row }) => row)) + 1) * rowHeight + 8;
  return (
    <>
      <p className="border-t border-rule py-1.5 pr-3 text-label leading-tight">
        {lane.side && <SideSign side={lane.side} />}
        {lane.name}
        {lane.undated > 0 && lane.items.length > 0 && (
          <span className="text-muted"> {t("undated", { count: lane.undated })}</span>
        )}
        {/* A phone has no room for rows with nothing in them. */}
        {lane.items.length === 0 && <span className="text-muted italic sm:hidden"> {nothing}</span>}
      </p>
      <svg
        width="100%"
        height={height}
        className={`years border-rule sm:block sm:border-t ${inkOf(lane.side)} ${lane.items.length === 0 ? "hidden" : ""}`}
      >
        {line.ticks.map(({ year, x }) => (
          <line key={year} x1={`${x}%`} x2={`${x}%`} y2={height} className="stroke-rule" />
        ))}
        {placed.length === 0 && (
          <text x="1.5%" y="20" className="years-none">
            {nothing}
          </text>
        )}
        {placed.map((item) => (
          <LaneMark key={item.id} item={item} line={line} />
        ))}
      </svg>
    </>
  );
}

function YearAxis({ line }: { line: YearLine }) {
  return (
    <svg width="100%" height="22" className="years sm:col-start-2" aria-hidden="true">
      {line.ticks.map(({ year, x }) => (
        <text
          key={year}
          x={`${x}%`}
          y="15"
          textAnchor={x < 4 ? "start" : x > 96 ? "end" : "middle"}
          className="figures fill-muted"
        >
          {year}
        </text>
      ))}
    </svg>
  );
}
