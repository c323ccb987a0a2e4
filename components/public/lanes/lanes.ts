/** The lanes of a dossier's years: which records lie in which, and what each is called there. */
import { type SideKey, sideOf } from "@/lib/domain/sides";
import { countryInText } from "@/lib/domain/countries";
import type { DossierKindKey } from "@/lib/domain/kinds/registry";
import { kindOf, kinds } from "@/lib/domain/kinds/registry";
import { type DateWords, showPartialDate } from "@/lib/domain/date-words";
import { knownUntil } from "@/lib/domain/known-until";
import { disputedPath } from "@/lib/domain/supports";
import { yearOf } from "@/lib/domain/partial-date";
import type { LaneKind } from "@/lib/domain/year-counts";
import { datedIn, type LaneTally, markedLanes } from "@/lib/domain/lane-tallies";
import { toldWithMissions } from "../history/told-with-missions";
import type { LaneItem } from "./lane-cover";
import { pathTo, type Setting, type Viewed } from "../frame/setting";
import type { KindView, LaneView, RecordsByKind, ViewWords } from "../kind-view";
import { dossierKinds, viewOf } from "../views";
import { spanOf, yearFraction } from "./year-line";

interface AnyLane {
  name: string;
  kind: DossierKindKey;
  /** The country of the side whose lane it is; null where the kind has one lane for all. */
  country: string | null;
  side?: SideKey;
  /** How many of its records have a date, and how many have none. */
  dated: number;
  undated: number;
}

/** A mark for each record or, where there are too many, a column for each year. */
export type Lane = AnyLane &
  (
    { shows: "marks"; items: LaneItem[] } | { shows: "columns"; years: LaneTally["years"]; named: LaneItem[] }
  );

interface Words {
  /** A lane's name, by its kind's list. */
  lane(list: string, values?: Record<string, string>): string;
  /** The words of a kind, by its list. */
  of(list: string): ViewWords;
  dates: DateWords;
}

interface LanesBesides {
  /** The latest visits by heads of state, which are named where a lane of visits has no room for marks. */
  heads?: readonly Viewed<"visit">[];
  /** The ISO days to which the sources of what goes on reach, by the record's id. */
  reaches?: ReadonlyMap<string, string>;
  /** The visits with which events are told, by the event's id: these have no marks of their own. */
  hosts?: ReadonlyMap<string, string>;
}

/** The records among these that go on, as far as their dates say. */
export function goingOn(records: readonly Viewed<DossierKindKey>[]): string[] {
  return records.flatMap(({ id, kind, values }) => {
    const date = (viewOf(kind) as KindView<DossierKindKey>).lane?.date(values);
    return date?.endsWith("/..") ? [id] : [];
  });
}

/** The kinds that have lanes, in the dossier's order. */
export const laneKinds: readonly LaneKind[] = dossierKinds.flatMap((kind) => {
  const { lane } = viewOf(kind);
  return lane ? [{ kind, countryField: lane.countryField ?? null }] : [];
});

/**
 * A lane for each tally, in their order: events, the visits of each side, agreements, … Of those that have room for
 * marks, `records` holds the dated records; what goes on does so until `today`, an ISO day.
 */
export function lanesOf(
  tallies: readonly LaneTally[],
  records: RecordsByKind,
  setting: Setting,
  today: string,
  words: Words,
  { heads = [], reaches = new Map(), hosts = new Map() }: LanesBesides = {},
): Lane[] {
  const marked = markedLanes(tallies);
  const told = new Set([...toldWithMissions(records.event ?? [], records.mission ?? []), ...hosts.keys()]);
  return tallies.map((tally): Lane => {
    const { kind, country, undated, years } = tally;
    const { path } = kinds[kind];
    const lane = {
      name: words.lane(
        path,
        country === null ? undefined : { country: countryInText(country, setting.locale) },
      ),
      kind,
      country,
      side: sideOf(country ?? undefined, setting),
      dated: datedIn(tally),
      undated,
    };
    if (!marked.includes(tally)) {
      const named = itemsOf(tally, { visit: heads }, setting, { today, reaches }, words);
      return { ...lane, shows: "columns", years, named };
    }
    const items = itemsOf(tally, records, setting, { today, reaches }, words).filter(
      ({ id }) => !told.has(id),
    );
    return { ...lane, dated: items.length, shows: "marks", items };
  });
}

function itemsOf(
  { kind, country }: LaneTally,
  records: RecordsByKind,
  setting: Setting,
  { today, reaches }: { today: string; reaches: ReadonlyMap<string, string> },
  words: Words,
): LaneItem[] {
  const view = (viewOf(kind) as KindView<DossierKindKey>).lane;
  const all: readonly Viewed<DossierKindKey>[] = records[kind] ?? [];
  const own = words.of(kinds[kind].path);
  return all.flatMap((record): LaneItem[] => {
    if (!view || (country !== null && sideOf(countryOf(view, record), setting) !== sideOf(country, setting)))
      return [];
    const date = view.date(record.values);
    const [span, year] = [spanOf(date, yearFraction(today)), yearOf(date)];
    if (!span || !date || year === null) return [];
    const title = view.title(record.values, own) ?? "…";
    const shown = showPartialDate(date, setting.locale, words.dates);
    const last = knownUntil([date, ...(view.lasted?.(record.values) ?? [])], reaches.get(record.id), today);
    const known = last === null ? span.begin.to : yearFraction(last, 1);
    const dates: readonly (string | undefined)[] = [kindOf(kind).sortedBy, kindOf(kind).endedBy];
    const isDisputed = (record.values.citations ?? []).some((one) =>
      dates.includes(disputedPath(one) ?? "none"),
    );
    return [
      { id: record.id, href: pathTo(setting, record), title, date: shown, year, span, known, isDisputed },
    ];
  });
}

function countryOf(
  { countryField }: LaneView<DossierKindKey>,
  { values }: Viewed<DossierKindKey>,
): string | undefined {
  const country = countryField && (values as Record<string, unknown>)[countryField];
  return typeof country === "string" ? country : undefined;
}
