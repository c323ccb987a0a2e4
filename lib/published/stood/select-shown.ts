/** What an overview and a page of history show of records that are all at hand: the same as `shown-records.ts` finds. */
import { foremostFirst } from "@/lib/domain/foremost-missions";
import { listFacet, notCalledOff } from "@/lib/domain/list-facets";
import { type Acted, unforcedOf } from "@/lib/domain/kinds/agreement-status";
import { MARK_LIMIT } from "@/lib/domain/lane-tallies";
import type { LaneKind, YearCount } from "@/lib/domain/year-counts";
import { calledOff } from "../called-off";
import type { Force, Shown, Wanted } from "../shown-records";
import { byDate, hasAll, isIn, newestOf, ofKind, type Stood, yearIn } from "./select-lists";

const isCalledOff = ({ facets }: Stood) => calledOff.some((facet) => facets.includes(facet));

/** How many there are of each kind, of each side of kinds that have sides, and in which years. */
export function yearCountsOf(
  records: readonly Stood[],
  parties: readonly [string, string],
  lanes: readonly LaneKind[],
): YearCount[] {
  const sides = parties.map((country) =>
    lanes.flatMap(({ countryField }) => (countryField === null ? [] : listFacet(countryField, country))),
  );
  const counts = new Map<string, YearCount>();
  for (const one of records) {
    const side = sides.findIndex((facets) => facets.some((facet) => one.facets.includes(facet)));
    const counted = {
      kind: one.kind,
      country: parties[side] ?? null,
      year: one.sortDate === null ? null : yearIn(one.sortDate),
      isCalledOff: isCalledOff(one),
    };
    const key = JSON.stringify(counted);
    counts.set(key, { ...counted, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

/** The records that a page wants, each part but the missions newest first. */
export function shownOf(records: readonly Stood[], wanted: Wanted): Shown {
  const { latest = [] } = wanted;
  const missions = missionsOf(records, wanted);
  return {
    marks: newestOf(marksOf(records, wanted), Infinity),
    chronicle: chronicleOf(records, wanted),
    latest: newestOf(
      latest.flatMap(({ kind, most }) => newestOf(ofKind(records, kind), most)),
      Infinity,
    ),
    missions: newestOf(
      missions.flatMap(({ shown }) => shown),
      Infinity,
    ).sort(foremostFirst),
    missionCounts: new Map(missions.flatMap(({ country, count }) => (count > 0 ? [[country, count]] : []))),
    ...visitsOf(records, wanted),
    lastAgreement: lastAgreementOf(records, wanted),
    forceCounts: wanted.forces ? forcesOf(records, wanted.forces.today) : new Map(),
  };
}

function marksOf(records: readonly Stood[], { marks }: Wanted): Stood[] {
  if (!marks) return [];
  return marks.tallies.flatMap(({ kind, country, years }) => {
    if (years.length === 0) return [];
    const field = marks.lanes.find((lane) => lane.kind === kind)?.countryField;
    const ofSide = field && country ? [listFacet(field, country)] : [];
    return ofKind(records, kind)
      .filter((one) => one.sortDate !== null && hasAll(one, ofSide) && !isCalledOff(one))
      .slice(0, MARK_LIMIT);
  });
}

function chronicleOf(records: readonly Stood[], { chronicle }: Wanted): Stood[] {
  if (!chronicle) return [];
  const { told, span, page, most } = chronicle;
  const own = told.flatMap(({ kind, onlyDated }) =>
    ofKind(records, kind).filter((one) => isIn(one, span) && (one.sortDate !== null || !onlyDated)),
  );
  return newestOf(own, most, (page - 1) * most);
}

function missionsOf(records: readonly Stood[], { missions }: Wanted) {
  return (missions?.of ?? []).map((country) => {
    const open = ofKind(records, "mission")
      .filter((one) => hasAll(one, [listFacet("sending", country)]) && one.values.closed === undefined)
      .sort((one, other) => foremostFirst(one, other) || byDate(one, other));
    const count = open.filter(({ values }) => values.accreditedFrom === undefined).length;
    return { country, count, shown: open.slice(0, missions?.most) };
  });
}

/** Of each country its last visits that took place, and the next that is planned. */
function visitsOf(records: readonly Stood[], { lastVisits }: Wanted) {
  const own = (lastVisits?.of ?? []).map((country) => {
    const facets = [listFacet("from", country), listFacet("notHeld", notCalledOff)];
    return ofKind(records, "visit").filter((one) => hasAll(one, facets));
  });
  const today = lastVisits?.today ?? "";
  const of = (pick: (visits: Stood[]) => Stood[]) => newestOf(own.flatMap(pick), Infinity);
  const isBegun = ({ sortDate }: Stood) => sortDate !== null && sortDate <= today;
  const isHead = (one: Stood) => hasAll(one, [listFacet("rank", "head-of-state")]);
  return {
    lastVisits: of((visits) =>
      newestOf(
        visits.filter((one) => one.sortDate === null || isBegun(one)),
        1,
      ),
    ),
    nextVisits: of((visits) =>
      visits
        .filter(({ sortDate }) => sortDate !== null && sortDate > today)
        .sort((one, other) => (one.sortDate === other.sortDate ? byDate(one, other) : -byDate(one, other)))
        .slice(0, 1),
    ),
    headVisits: of((visits) =>
      newestOf(
        visits.filter((one) => isBegun(one) && isHead(one)),
        lastVisits?.heads ?? 0,
      ),
    ),
  };
}

function lastAgreementOf(records: readonly Stood[], { lastAgreement }: Wanted): Stood[] {
  if (!lastAgreement) return [];
  const signed = ofKind(records, "agreement").filter(
    ({ sortDate }) => sortDate !== null && sortDate <= lastAgreement.today,
  );
  return newestOf(signed, 1);
}

function forcesOf(records: readonly Stood[], today: string): Map<Force, number> {
  const counts = new Map<Force, number>();
  for (const one of ofKind(records, "agreement")) {
    const force = forceOf(one, today);
    counts.set(force, (counts.get(force) ?? 0) + 1);
  }
  return counts;
}

function forceOf(one: Stood, today: string): Force {
  const has = (field: string, value: string) => hasAll(one, [listFacet(field, value)]);
  if (has("type", "joint-statement")) return "statement";
  if (has("inForce", "yes")) return "yes";
  return has("inForce", "no") ? unforcedOf(one.values as Acted, today) : "unknown";
}
