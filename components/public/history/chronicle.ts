/** A dossier's dated records woven into one chronicle. */
import type { DossierKindKey } from "@/lib/domain/kinds/registry";
import type { ToldKind } from "@/lib/domain/year-counts";
import { parsePartialDate, yearOf } from "@/lib/domain/partial-date";
import type { Viewed } from "../frame/setting";
import type { KindView } from "../kind-view";
import { dossierKinds, viewOf } from "../views";

/** A record of a kind that a chronicle tells of. */
export type ChronicleRecord = Viewed<DossierKindKey>;

export interface ChronicleItem {
  record: ChronicleRecord;
  date: string | undefined;
  /** What else is told of it, each at its place in the order. */
  joined?: ChronicleItem[];
}

/** The key of a record's notes in a chronicle: the page may show it a second time, among its own kind. */
export const chronicleKey = (id: string) => `chronicle ${id}`;

/** How a chronicle tells of a record, null where its kind is none that happens at a time. */
export const toldView = (kind: DossierKindKey) => (viewOf(kind) as KindView<DossierKindKey>).told;

/** The kinds of which a chronicle tells; of agreements, for one, only those whose day of signature is recorded. */
export const toldKinds: readonly ToldKind[] = dossierKinds.flatMap((kind) => {
  const told = toldView(kind);
  return told ? [{ kind, onlyDated: told.onlyDated === true }] : [];
});

/** The records by their dates, oldest first; what has no date comes last, in its own order. */
export function chronicleOf(records: readonly ChronicleRecord[]): ChronicleItem[] {
  return records
    .map((record) => ({ record, date: toldView(record.kind)?.date(record.values) }))
    .sort((one, other) => {
      const [a, b] = [sortKey(one.date), sortKey(other.date)];
      return a < b ? -1 : a > b ? 1 : rankOf(one) - rankOf(other);
    });
}

/**
 * The items with those events that tell of what was announced during a visit among them (`hosts`, by event) told with it rather
 * than by themselves.
 */
export function joinedToHosts(
  items: readonly ChronicleItem[],
  hosts: ReadonlyMap<string, string>,
): ChronicleItem[] {
  const there = new Set(items.map(({ record }) => record.id));
  const hostOf = ({ record: { id } }: ChronicleItem) => {
    const host = hosts.get(id);
    return host !== undefined && there.has(host) ? host : undefined;
  };
  return items
    .filter((item) => hostOf(item) === undefined)
    .map((item) => {
      const joined = items.filter((one) => hostOf(one) === item.record.id);
      return joined.length > 0 ? { ...item, joined } : item;
    });
}

// Of one date, what else came of a visit follows it: what was signed, then what happened besides.
const rankOf = ({ record: { kind } }: ChronicleItem) => (kind === "visit" ? 0 : kind === "agreement" ? 1 : 2);

// What is known to the day comes before what is known to the month or year that holds it, and moments before
// periods that begin with them.
function sortKey(date: string | undefined): string {
  if (!date) return "9999-99";
  const [from = "", to] = date.split("/");
  const read = parsePartialDate(/^(\.\.)?$/.test(from) ? (to ?? "") : from);
  return `${(read.ok && read.date.latest) || "9999-98"} ${to === undefined ? "moment" : "period"}`;
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
