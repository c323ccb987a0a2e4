/** How two countries stood with each other, in a line for each of a country's dossiers: what `country-dossiers.ts` reads of now. */
import "server-only";
import type { DossierState } from "@/lib/domain/dossier-state";
import { standingOfTotal, totalOf } from "@/lib/domain/kinds/trade-total";
import { notCalledOff, listFacet } from "@/lib/domain/list-facets";
import { normalDecimal } from "@/lib/domain/money";
import type { PublishedRecord } from "@/lib/domain/published";
import { sidesIn } from "@/lib/domain/sides";
import type { ChangedSince } from "@/lib/domain/stood/course";
import { calledOff } from "../called-off";
import { changesOf, latestFirst, latestShown, nothingOfAt } from "./changed-since";
import { coursesIn, mostStood, type RecordCourse } from "./courses";
import { byDate, hasAll, ofKind, type Stood, yearIn } from "./select-lists";
import { stoodRecord } from "./stood-records";

/** A change since, with the dossier of the record as it is called and addressed now. */
export type ChangedInDossier = ChangedSince & { dossierSlug: string; dossierTitle: string };

export type StoodStates =
  | { is: "too much" }
  | { is: "stood"; states: DossierState[]; since: ChangedInDossier[]; changed: string | undefined };

/** What of its records a line tells. */
const told = ["event", "visit", "agreement", "mission", "tradeYear"] as const;

/**
 * These dossiers, published now, as they stood at a moment, those that stood then and of a country; of the day of the moment, an ISO
 * day, it is told what had begun by it. `since` has the latest first; `changed` is the instant of the latest change by then. One statement.
 */
export async function stoodStates(
  country: string,
  dossierIds: readonly string[],
  moment: string,
  most = mostStood,
): Promise<StoodStates> {
  const courses = await coursesIn(dossierIds, told, moment, most);
  if (courses === null) return { is: "too much" };
  const byDossier = new Map(dossierIds.map((id): [string, RecordCourse[]] => [id, []]));
  for (const course of courses) byDossier.get(course.dossierId ?? course.id)?.push(course);
  const states: DossierState[] = [];
  const since: ChangedInDossier[] = [];
  for (const [id, own] of byDossier) {
    const state = stateOf(id, own, moment);
    if (state?.countries.includes(country)) states.push(state);
    const now = own.find((course) => course.id === id)?.named;
    if (now)
      for (const change of changesOf(own, moment))
        since.push({ ...change, dossierSlug: now.slug, dossierTitle: now.title });
  }
  return { is: "stood", states, since: since.sort(latestFirst), changed: latestShown(courses) };
}

function stateOf(id: string, courses: readonly RecordCourse[], moment: string): DossierState | null {
  const own = courses.find((course) => course.id === id);
  const dossier = own && !nothingOfAt(own, moment) ? stoodRecord(own, null, null, moment) : null;
  if (!dossier) return null;
  const { slug, values } = dossier as PublishedRecord<"dossier">;
  const sides = sidesIn(values);
  const countries: [string, string] = [values.countryA, values.countryB];
  const records = courses.flatMap((course): Stood[] => {
    const found = course.id === id ? null : stoodRecord(course, id, sides, moment);
    return found ? [found as Stood] : [];
  });
  const day = moment.slice(0, 10);
  const missions = ofKind(records, "mission").filter(
    ({ values: { closed, accreditedFrom } }) => closed === undefined && accreditedFrom === undefined,
  );
  return {
    ...{ id, slug, countries },
    established: values.established ?? null,
    agreements: ofKind(records, "agreement").length,
    missions: countries.map(
      (code) => missions.filter(({ values: { sending } }) => sending === code).length,
    ) as [number, number],
    ...visitsOf(records, day),
    trade: tradeOf(records, countries, Number(day.slice(0, 4))),
    years: yearsOf(records),
  };
}

/** The last visit that had begun by a day and took place, and the next one planned. */
function visitsOf(records: readonly Stood[], day: string): Pick<DossierState, "lastVisit" | "nextVisit"> {
  const held = ofKind(records, "visit")
    .filter((one) => hasAll(one, [listFacet("notHeld", notCalledOff)]) && one.sortDate !== null)
    .sort(byDate);
  const line = (one: (typeof held)[number] | undefined) =>
    one
      ? { slug: one.slug, visitor: one.values.visitor, began: one.values.began, from: one.values.from }
      : null;
  // Of one day the first by id, in either direction.
  const coming = held.filter(({ sortDate }) => sortDate! > day);
  const next = coming.filter(({ sortDate }) => sortDate === coming.at(-1)?.sortDate);
  return { lastVisit: line(held.find(({ sortDate }) => sortDate! <= day)), nextVisit: line(next[0]) };
}

/** The latest year with a total, of those begun by a year where there are any; of its reporters the first side first. */
function tradeOf(
  records: readonly Stood[],
  countries: readonly string[],
  thisYear: number,
): DossierState["trade"] {
  const rank = (reporter: string) =>
    countries.includes(reporter) ? countries.indexOf(reporter) : countries.length;
  const compare = (one: number | string, other: number | string) =>
    one === other ? 0 : one < other ? -1 : 1;
  const [first] = ofKind(records, "tradeYear")
    .filter(({ values }) => totalOf(values) !== undefined)
    .sort(
      ({ id, values: one }, { id: otherId, values: other }) =>
        Number(one.year > thisYear) - Number(other.year > thisYear) ||
        other.year - one.year ||
        rank(one.reporter) - rank(other.reporter) ||
        compare(one.reporter, other.reporter) ||
        compare(id, otherId),
    );
  if (!first) return null;
  const { year, period, currency } = first.values;
  const total = totalOf(first.values)!;
  return {
    ...{ year, currency },
    period: period ?? null,
    total: normalDecimal(total) ?? total,
    standing: standingOfTotal(first.values) ?? null,
  };
}

function yearsOf(records: readonly Stood[]): DossierState["years"] {
  const counts = new Map<number, number>();
  for (const { kind, sortDate, facets } of records) {
    const isTold = kind === "event" || kind === "visit" || kind === "agreement";
    if (!isTold || sortDate === null || calledOff.some((facet) => facets.includes(facet))) continue;
    counts.set(yearIn(sortDate), (counts.get(yearIn(sortDate)) ?? 0) + 1);
  }
  return [...counts].map(([year, count]) => ({ year, count })).sort((one, other) => one.year - other.year);
}
