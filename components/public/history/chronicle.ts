/** A dossier's dated records woven into one chronicle. */
import { parsePartialDate, yearOf } from "@/lib/domain/partial-date";
import type { Viewed } from "../frame/setting";

/** A record of a kind that a chronicle tells of. */
export type ChronicleRecord = Viewed<"event"> | Viewed<"visit"> | Viewed<"agreement">;

export interface ChronicleItem {
  record: ChronicleRecord;
  date: string | undefined;
}

/** The key of a record's notes in a chronicle: the page may show it a second time, among its own kind. */
export const chronicleKey = (id: string) => `chronicle ${id}`;

interface Chronicled {
  events: readonly Viewed<"event">[];
  visits: readonly Viewed<"visit">[];
  agreements: readonly Viewed<"agreement">[];
}

/** What happened when, oldest first: events and visits, and agreements whose day of signature is recorded. */
export function dossierChronicle({ events, visits, agreements }: Chronicled): ChronicleItem[] {
  return chronicleOf([...events, ...visits, ...agreements.filter(({ values }) => values.signedOn)]);
}

/** The records by their dates, oldest first; what has no date comes last, in its own order. */
export function chronicleOf(records: readonly ChronicleRecord[]): ChronicleItem[] {
  return records
    .map((record) => ({ record, date: dateOf(record) }))
    .sort((one, other) => {
      const [a, b] = [sortKey(one.date), sortKey(other.date)];
      return a < b ? -1 : Number(a > b);
    });
}

// What is known to the day comes before what is known to the month or year that holds it, and moments before
// periods that begin with them.
function sortKey(date: string | undefined): string {
  if (!date) return "9999-99";
  const [from = "", to] = date.split("/");
  const read = parsePartialDate(/^(\.\.)?$/.test(from) ? (to ?? "") : from);
  return `${(read.ok && read.date.latest) || "9999-98"} ${to === undefined ? "moment" : "period"}`;
}

function dateOf(record: ChronicleRecord): string | undefined {
  if (record.kind === "event") return record.values.date;
  return record.kind === "visit" ? record.values.began : record.values.signedOn;
}

/** The items in groups of the decade in which they lie; null holds what has no date. */
export function byDecade(
  items: readonly ChronicleItem[],
): { decade: number | null; items: ChronicleItem[] }[] {
  const groups = new Map<number | null, ChronicleItem[]>();
  for (const item of items) {
    const year = yearOf(item.date);
    const decade = year === null ? null : Math.floor(year / 10) * 10;
    groups.set(decade, [...(groups.get(decade) ?? []), item]);
  }
  return [...groups].map(([decade, group]) => ({ decade, items: group }));
}
