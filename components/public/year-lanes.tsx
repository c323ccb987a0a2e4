import { useTranslations } from "next-intl";
import { countryName } from "@/lib/domain/countries";
import { type Stretch, stretchBetween, stretchOf, type YearLine, yearFraction, yearLine } from "./chronicle";
import { type Setting, type SideKey, sideOf, type Viewed } from "./setting";
import { fillOf, SideSign } from "./side";

export interface LaneRecords {
  events: readonly Viewed<"event">[];
  visits: readonly Viewed<"visit">[];
  agreements: readonly Viewed<"agreement">[];
  missions: readonly Viewed<"mission">[];
}

interface Lane {
  name: string;
  side?: SideKey;
  stretches: Stretch[];
  undated: number;
}

const laneHeight = 26;

/**
 * The years of the relations at a glance: a lane for each kind of record, each mark as wide as its date is
 * imprecise. The same records stand as text beside it on every page that shows it.
 */
export function YearLanes({ records, setting }: { records: LaneRecords; setting: Setting }) {
  const t = useTranslations("lanes");
  const now = yearFraction(setting.checkedAt.slice(0, 10));
  const lanes = lanesOf(records, setting, now, t);
  const line = yearLine(
    lanes.flatMap(({ stretches }) => stretches),
    now,
  );
  if (!line) return null;
  const summary = lanes
    .map(({ name, stretches, undated }) => t("laneSummary", { name, dated: stretches.length, undated }))
    .join("; ");
  return (
    <figure className="font-sans text-label">
      <div
        role="img"
        aria-label={t("description", { summary })}
        className="grid gap-y-1 sm:grid-cols-[13rem_minmax(0,1fr)]"
      >
        {lanes.map((lane) => (
          <LaneRow key={lane.name} lane={lane} line={line} />
        ))}
        <span />
        <YearAxis line={line} />
      </div>
      <figcaption className="mt-2 max-w-measure text-note text-muted">{t("caption")}</figcaption>
    </figure>
  );
}

function LaneRow({ lane, line }: { lane: Lane; line: YearLine }) {
  const t = useTranslations("lanes");
  return (
    <>
      <span className="pt-1 leading-tight sm:self-center sm:pt-0">
        {lane.side && <SideSign side={lane.side} />}
        {lane.name}
        {lane.undated > 0 && <span className="text-muted"> {t("undated", { count: lane.undated })}</span>}
      </span>
      <svg width="100%" height={laneHeight} className="overflow-visible">
        {line.ticks.map(({ year, x }) => (
          <line key={year} x1={`${x}%`} x2={`${x}%`} y1="-2" y2={laneHeight + 2} className="stroke-rule" />
        ))}
        <line x1="0" x2="100%" y1={laneHeight / 2} y2={laneHeight / 2} className="stroke-rule" />
        {lane.stretches.map((stretch, index) => {
          const { x, width } = line.place(stretch);
          return <Mark key={index} x={x} width={width} side={lane.side} />;
        })}
        {lane.stretches.length === 0 && lane.undated === 0 && (
          <text
            x="0"
            y={laneHeight / 2 + 5}
            className="fill-muted stroke-paper stroke-[6px] italic [paint-order:stroke]"
          >
            {t("none")}
          </text>
        )}
      </svg>
    </>
  );
}

function Mark({ x, width, side }: { x: number; width: number; side: SideKey | undefined }) {
  // A day is narrower than a hair: every mark is at least a thick line. What lasts for years is drawn thin, so
  // that what happened meanwhile stands out.
  const lasting = width > 6;
  return (
    <>
      <rect
        x={`${x}%`}
        y={lasting ? 11 : 6}
        width={`${width}%`}
        height={lasting ? 4 : laneHeight - 12}
        className={fillOf(side)}
        fillOpacity={lasting ? 1 : 0.6}
      />
      <rect x={`${x}%`} y="5" width="3" height={laneHeight - 10} className={fillOf(side)} />
    </>
  );
}

function YearAxis({ line }: { line: YearLine }) {
  return (
    <svg width="100%" height="22" className="overflow-visible">
      {line.ticks.map(({ year, x }) => (
        <text
          key={year}
          x={`${x}%`}
          y="15"
          textAnchor={x < 4 ? "start" : x > 96 ? "end" : "middle"}
          className="figures fill-muted text-note"
        >
          {year}
        </text>
      ))}
    </svg>
  );
}

type Words = (key: string, values?: Record<string, string | number>) => string;

function lanesOf(records: LaneRecords, setting: Setting, now: number, t: Words): Lane[] {
  const { parties, locale } = setting;
  const lane = (name: string, found: (Stretch | null)[], side?: SideKey): Lane => ({
    name,
    side,
    stretches: found.filter((one) => one !== null),
    undated: found.filter((one) => one === null).length,
  });
  const bySide = parties.map((code) => ({
    code,
    side: sideOf(setting, code),
    country: countryName(code, locale),
  }));
  return [
    lane(
      t("events"),
      records.events.map(({ values }) => stretchOf(values.date, now)),
    ),
    ...bySide.map(({ code, side, country }) =>
      lane(
        t("visits", { country }),
        records.visits
          .filter(({ values }) => values.from === code)
          .map(({ values }) =>
            values.ended ? stretchBetween(values.began, values.ended, now) : stretchOf(values.began, now),
          ),
        side,
      ),
    ),
    lane(
      t("agreements"),
      records.agreements.map(({ values }) => stretchOf(values.signedOn, now)),
    ),
    ...bySide.map(({ code, side, country }) =>
      lane(
        t("missions", { country }),
        records.missions
          .filter(({ values }) => values.sending === code)
          .map(({ values }) => stretchBetween(values.opened, values.closed, now)),
        side,
      ),
    ),
  ];
}
