import { useTranslations } from "next-intl";
import { type DossierKindKey, kinds } from "@/lib/domain/kinds/registry";
import type { LaneTally } from "@/lib/domain/lane-tallies";
import { periodQuery } from "@/lib/domain/list-periods";
import { dateWords } from "../frame/date-text";
import { BreakSign } from "./break-sign";
import { densityHeight, DensityRow } from "./density-row";
import { LaneMark, rowHeight, surelyUntil } from "./lane-mark";
import { lanesOf } from "./lanes";
import { settled, type SettledLane } from "./settled-lane";
import { partPath, type Setting, type Viewed } from "../frame/setting";
import type { RecordsByKind } from "../kind-view";
import { inkOf, SideSign } from "../frame/side";
import { spanOfYear, type YearLine, yearFraction, yearLine } from "./year-line";
import { yearsTold } from "./years-told";

interface Props {
  tallies: readonly LaneTally[];
  /** The dated records of the lanes that have room for marks. */
  records: RecordsByKind;
  /** The latest visits by heads of state, the newest first. */
  heads?: readonly Viewed<"visit">[];
  setting: Setting;
  /** ISO instant: what goes on is drawn up to here. */
  now: string;
  /** The ISO days to which the sources of what goes on reach, by the record's id: beyond them it is drawn faintly. */
  reaches: ReadonlyMap<string, string>;
  /** The visits with which events are told, by the event's id. */
  hosts: ReadonlyMap<string, string>;
}

/**
 * The years of the relations at a glance: a lane for each kind of record, in it a mark for each record that leads to
 * it; where there are too many, a column for each year, which leads to its decade.
 */
export function YearLanes({ tallies, records, heads, setting, now: instant, reaches, hosts }: Props) {
  const t = useTranslations("lanes");
  const say = useTranslations();
  const choice = useTranslations("choices");
  const dates = useTranslations("dates");
  const today = instant.slice(0, 10);
  const now = yearFraction(today);
  const words = {
    lane: (list: string, values?: Record<string, string>) => t(`of.${list}`, values),
    of: (list: string) => ({
      say: (key: string, values?: Record<string, string>) => say(`${list}.${key}`, values),
      choice,
    }),
    dates: dateWords(dates.raw.bind(dates)),
  };
  const found = lanesOf(tallies, records, setting, today, words, { heads, reaches, hosts });
  const line = yearLine(
    found.flatMap((lane) =>
      lane.shows === "marks"
        ? lane.items.map(({ span }) => span)
        : lane.years.map(({ year, count }) => ({ ...spanOfYear(year), count })),
    ),
    now,
  );
  if (!line) return null;
  const lanes = found.map((lane) => settled(lane, line));
  const summary = lanes
    .map(({ name, dated, undated }) => t("laneSummary", { name, dated, undated }))
    .join("; ");
  const hasFading = lanes.some(
    (lane) =>
      lane.shows === "marks" &&
      lane.items.some((item) => item.span.end && item.span.end.to > surelyUntil(item)),
  );
  const isDisputed = lanes.some(
    (lane) => lane.shows === "marks" && lane.items.some((item) => item.isDisputed),
  );
  const hasColumns = lanes.some(({ shows }) => shows === "columns");
  const offScale = [
    line.early && t("broken", { year: String(line.first), years: yearsTold(line.early.years) }),
    line.beyond.before.length > 0 &&
      t("before", { year: String(line.first), years: yearsTold(line.beyond.before) }),
    line.beyond.after.length > 0 &&
      t("after", { year: String(line.last), years: yearsTold(line.beyond.after) }),
  ]
    .filter(Boolean)
    .join(" ");
  return (
    <figure className="font-sans">
      <div
        role="group"
        aria-label={[t("description", { summary }), offScale].filter(Boolean).join(" ")}
        className="border-b border-rule sm:grid sm:grid-cols-[11rem_minmax(0,1fr)] lg:grid-cols-[16rem_minmax(0,1fr)] print:block"
      >
        {lanes.map((lane) => (
          <LaneRow
            key={lane.name}
            lane={lane}
            most={mostIn(lanes, lane.kind)}
            line={line}
            setting={setting}
          />
        ))}
      </div>
      <div className="sm:grid sm:grid-cols-[11rem_minmax(0,1fr)] lg:grid-cols-[16rem_minmax(0,1fr)] print:block">
        <YearAxis line={line} />
        <figcaption className="mt-1 max-w-measure text-note text-muted sm:col-start-2">
          {t("caption")} {hasFading && t("fadingCaption")} {hasColumns && t("columnsCaption")}{" "}
          {isDisputed && t("disputedCaption")} {offScale}
        </figcaption>
      </div>
    </figure>
  );
}

/** How many records the fullest year has in the lanes of a kind that show columns: these share a scale. */
function mostIn(lanes: readonly SettledLane[], kind: DossierKindKey): number {
  return Math.max(
    1,
    ...lanes.flatMap((lane) =>
      lane.kind === kind && lane.shows === "columns" ? lane.years.map(({ count }) => count) : [],
    ),
  );
}

interface RowProps {
  lane: SettledLane;
  most: number;
  line: YearLine;
  setting: Setting;
}

function LaneRow({ lane, most, line, setting }: RowProps) {
  const t = useTranslations("lanes");
  const placed = lane.shows === "marks" ? lane.placed : [];
  const nothing = lane.undated > 0 ? t("undatedOnly", { count: lane.undated }) : t("none");
  const rows = Math.max(0, ...placed.map(({ row }) => row)) + 1;
  const height = lane.shows === "columns" ? densityHeight(lane.named) : rows * rowHeight + 8;
  return (
    <>
      <p className="border-t border-rule py-1.5 pr-3 text-label leading-tight">
        {lane.side && <SideSign side={lane.side} />}
        {lane.name}
        {lane.undated > 0 && lane.dated > 0 && (
          <span className="text-muted"> {t("undated", { count: lane.undated })}</span>
        )}
        {/* Neither a phone nor a sheet, where lanes stand below their names, has room for rows with nothing in them. */}
        {lane.dated === 0 && <span className="text-muted sm:hidden print:inline"> {nothing}</span>}
      </p>
      <svg
        width="100%"
        height={height}
        className={`years border-rule sm:block sm:border-t print:border-t-0 ${inkOf(lane.side)} ${lane.dated === 0 ? "hidden print:hidden" : ""}`}
      >
        {line.ticks.map(({ year, x }) => (
          <line key={year} x1={`${x}%`} x2={`${x}%`} y2={height} className="stroke-rule" />
        ))}
        {line.early && <BreakSign at={line.early.breakAt} height={height} />}
        {lane.dated === 0 && (
          <text x="1.5%" y="20" className="years-none">
            {nothing}
          </text>
        )}
        {placed.map((item) => (
          <LaneMark key={item.id} item={item} line={line} differing={t("differing")} />
        ))}
        {lane.shows === "columns" && (
          <DensityRow
            name={lane.name}
            years={lane.years}
            most={most}
            line={line}
            named={lane.named}
            pathTo={(decade) =>
              partPath(setting, kinds[lane.kind].path, periodQuery({ span: { decade }, page: 1 }))
            }
          />
        )}
      </svg>
    </>
  );
}

function YearAxis({ line }: { line: YearLine }) {
  return (
    <svg width="100%" height="22" className="years sm:col-start-2" aria-hidden="true">
      {line.early && (
        <svg x={`${line.early.breakAt}%`} overflow="visible">
          <path d="M-5 12-1 0M1 12 5 0" className="years-lasting" />
        </svg>
      )}
      {line.beyond.before.length > 0 && <path d="M5 5 0 9l5 4" className="years-lasting" />}
      {line.beyond.after.length > 0 && (
        <svg x="100%" overflow="visible">
          <path d="M-5 5 0 9l-5 4" className="years-lasting" />
        </svg>
      )}
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
