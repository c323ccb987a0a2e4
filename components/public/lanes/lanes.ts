/** The lanes of a dossier's years: which records lie in which, and what each is called there. */
import { countryName } from "@/lib/domain/countries";
import type { DossierKindKey } from "@/lib/domain/kinds/registry";
import { kinds } from "@/lib/domain/kinds/registry";
import { type DateWords, showPartialDate, yearOf } from "@/lib/domain/partial-date";
import type { LaneItem } from "./lane-cover";
import { pathTo, type Setting, type SideKey, sideOf, type Viewed } from "../frame/setting";
import type { KindView, RecordsByKind, ViewWords } from "../kind-view";
import { dossierKinds, viewOf } from "../views";
import { spanOf } from "./year-line";

export interface Lane {
  name: string;
  side?: SideKey;
  items: LaneItem[];
  /** How many of its records have no date. */
  undated: number;
}

interface Words {
  /** A lane's name, by its kind's list. */
  lane(list: string, values?: Record<string, string>): string;
  /** The words of a kind, by its list. */
  of(list: string): ViewWords;
  dates: DateWords;
}

/** A lane for each kind that has one, or one for each side: events, the visits of each side, agreements, … */
export function lanesOf(records: RecordsByKind, setting: Setting, now: number, words: Words): Lane[] {
  return dossierKinds.flatMap((kind) => lanesOfKind(kind, records, setting, now, words));
}

function lanesOfKind(
  kind: DossierKindKey,
  records: RecordsByKind,
  setting: Setting,
  now: number,
  words: Words,
): Lane[] {
  const view = (viewOf(kind) as KindView<DossierKindKey>).lane;
  if (!view) return [];
  const { path } = kinds[kind];
  const all: readonly Viewed<DossierKindKey>[] = records[kind] ?? [];
  const own = words.of(path);
  const itemOf = (record: Viewed<DossierKindKey>): LaneItem[] => {
    const date = view.date(record.values);
    const [span, year] = [spanOf(date, now), yearOf(date)];
    if (!span || !date || year === null) return [];
    const title = view.title(record.values, own) ?? "…";
    const shown = showPartialDate(date, setting.locale, words.dates);
    return [{ id: record.id, href: pathTo(setting, record), title, date: shown, year, span }];
  };
  const lane = (name: string, inIt: readonly Viewed<DossierKindKey>[], side?: SideKey): Lane => {
    const items = inIt.flatMap(itemOf);
    return { name, side, items, undated: inIt.length - items.length };
  };
  const { country } = view;
  if (!country) return [lane(words.lane(path), all)];
  return setting.parties.map((code) =>
    lane(
      words.lane(path, { country: countryName(code, setting.locale) }),
      all.filter(({ values }) => country(values) === code),
      sideOf(setting, code),
    ),
  );
}
