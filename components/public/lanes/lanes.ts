/** The lanes of a dossier's years: which records lie in which, and what each is called there. */
import { countryName } from "@/lib/domain/countries";
import { type DateWords, showPartialDate, yearOf } from "@/lib/domain/partial-date";
import type { LaneItem } from "./lane-cover";
import { pathTo, type Setting, type SideKey, sideOf, type Viewed } from "../frame/setting";
import { during, spanOf } from "./year-line";

export interface LaneRecords {
  events: readonly Viewed<"event">[];
  visits: readonly Viewed<"visit">[];
  agreements: readonly Viewed<"agreement">[];
  missions: readonly Viewed<"mission">[];
}

export interface Lane {
  name: string;
  side?: SideKey;
  items: LaneItem[];
  /** How many of its records have no date. */
  undated: number;
}

interface Words {
  lane(key: string, values?: Record<string, string>): string;
  choice(key: string): string;
  mission(type: string, city: string): string;
  dates: DateWords;
}

interface Dated {
  record: Viewed;
  title: string | undefined;
  /** EDTF. */
  date: string | undefined;
}

/** A lane for events, one for the visits of each side, one for agreements, one for the missions of each side. */
export function lanesOf(records: LaneRecords, setting: Setting, now: number, words: Words): Lane[] {
  const { parties, locale } = setting;
  const lane = (name: string, dated: Dated[], side?: SideKey): Lane => {
    const items = dated.flatMap(({ record, title = "…", date }): LaneItem[] => {
      const [span, year] = [spanOf(date, now), yearOf(date)];
      if (!span || !date || year === null) return [];
      const shown = showPartialDate(date, locale, words.dates);
      return [{ id: record.id, href: pathTo(setting, record), title, date: shown, year, span }];
    });
    return { name, side, items, undated: dated.length - items.length };
  };
  const perSide = (of: (code: string) => Dated[], key: string) =>
    parties.map((code) =>
      lane(words.lane(key, { country: countryName(code, locale) }), of(code), sideOf(setting, code)),
    );
  const visitsFrom = (code: string) =>
    records.visits
      .filter(({ values }) => values.from === code)
      .map((record): Dated => {
        const { visitor, began, ended } = record.values;
        return { record, title: visitor, date: during(began, ended) };
      });
  const missionsOf = (code: string) =>
    records.missions
      .filter(({ values }) => values.sending === code)
      .map((record): Dated => {
        const { type, city = "", opened, closed } = record.values;
        const title = words.mission(type ? words.choice(type) : "", city);
        return { record, title, date: during(opened, closed ?? "..") };
      });
  return [
    lane(
      words.lane("events"),
      records.events.map((record) => ({ record, title: record.values.title, date: record.values.date })),
    ),
    ...perSide(visitsFrom, "visits"),
    lane(
      words.lane("agreements"),
      records.agreements.map((record) => {
        const { shortTitle, title, signedOn } = record.values;
        return { record, title: shortTitle ?? title, date: signedOn };
      }),
    ),
    ...perSide(missionsOf, "missions"),
  ];
}
