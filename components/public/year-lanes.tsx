import { useTranslations } from "next-intl";
import { dateWords } from "./date-text";
import { inRows, type PlacedItem } from "./lane-rows";
import { type Lane, type LaneRecords, lanesOf } from "./lanes";
import type { Setting } from "./setting";
import { inkOf, SideSign } from "./side";
import { type YearLine, yearFraction, yearLine } from "./year-line";

// Room for a finger between two marks.
const rowHeight = 24;

/**
 * The years of the relations at a glance: a lane for each kind of record, in it a mark for each record that leads
 * to it. The same records stand as text beside it on every page that shows it.
 */
export function YearLanes({ records, setting }: { records: LaneRecords; setting: Setting }) {
  const t = useTranslations("lanes");
  const choice = useTranslations("choices");
  const missions = useTranslations("missions");
  const dates = useTranslations("dates");
  const now = yearFraction(setting.checkedAt.slice(0, 10));
  const lanes = lanesOf(records, setting, now, {
    lane: t,
    choice,
    mission: (type, city) => missions("inCity", { type, city }),
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
          <Mark key={item.id} item={item} line={line} />
        ))}
      </svg>
    </>
  );
}

/** One record: a dot as wide as its date leaves open, and a thin line for as long as it lasted. */
function Mark({ item, line }: { item: PlacedItem; line: YearLine }) {
  const { href, title, date, year, row, label, short, span } = item;
  const { begin, end, open } = span;
  const y = (row + 0.5) * rowHeight + 4;
  const at = (time: number) => `${line.place(time)}%`;
  const bar = ({ from, to }: { from: number; to: number }) => ({ x1: at(from), x2: at(to), y1: y, y2: y });
  const ends = end && !open ? [begin, end] : [begin];
  return (
    <a href={href}>
      <title>{`${date}: ${title}`}</title>
      {end && <line {...bar({ from: begin.from, to: end.to })} className="years-lasting" />}
      {end && open && (
        <svg x={at(end.to)} y={y}>
          <path d="M-6-5 0 0-6 5" className="years-lasting" />
        </svg>
      )}
      {label && (
        <svg x={at(label === "left" ? begin.from : label === "right" && end ? end.to : begin.to)} y={y + 4}>
          <text
            x={label === "left" ? -10 : 10}
            textAnchor={label === "left" ? "end" : "start"}
            className={label === "inline" ? "years-inline" : undefined}
          >
            {short === title ? (
              `${year} ${title}`
            ) : (
              <>
                <tspan className="lg:hidden">{`${year} ${short}`}</tspan>
                <tspan className="hidden lg:inline">{`${year} ${title}`}</tspan>
              </>
            )}
          </text>
        </svg>
      )}
      {ends.map((one) => (
        <g key={one.from}>
          <line {...bar(one)} className="years-halo" />
          <line {...bar(one)} className="years-mark" />
        </g>
      ))}
    </a>
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
