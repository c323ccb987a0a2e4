/** How two countries stood with each other on a day, from the dates of the recorded facts alone. */
import type { DraftOf } from "../kinds/define-kind";
import type { MissionType } from "../kinds/mission";
import type { Kinds } from "../kinds/registry";
import { type SideKey, sideOf, type Sides } from "../sides";
import type { TradePeriod } from "../trade-period";
import { daysWithin, hadCome, possibleStates } from "./possible-states";
import {
  type AgreementState,
  agreementSteps,
  type AnnouncementState,
  announcementSteps,
  type MissionState,
  missionSteps,
  seatsOn,
  typesOn,
} from "./steps";

type Values<K extends keyof Kinds> = DraftOf<Kinds[K]>;

interface Fact<V> {
  id: string;
  values: V;
  /** The ISO instant at which it was published as it is: what it says without a date had come by then. */
  updatedAt?: string;
}

/** The dated facts of a dossier, as far as they decide how it stood on a day. */
export interface DatedFacts<
  M extends Fact<Values<"mission">>,
  A extends Fact<Values<"agreement">>,
  V extends Fact<Values<"visit">>,
  T extends Fact<TradePeriod>,
  N extends Fact<Values<"announcement">>,
> {
  /** EDTF: when relations were established. */
  established: string | undefined;
  missions: readonly M[];
  agreements: readonly A[];
  visits: readonly V[];
  trade: readonly T[];
  announcements: readonly N[];
}

/** How it stood at the end of a day. Of states in which something can have been, one alone is certain. */
export interface AsOf<M, A, V, T, N> {
  /** Whether relations were established by then; undefined where no date of that is recorded. */
  established: "yes" | "no" | "perhaps" | undefined;
  /** Those that had, or may have, opened by then. */
  missions: { mission: M; states: MissionState[]; seats: string[]; types: MissionType[] }[];
  /** Those that were, or may have been, signed by then. */
  agreements: { agreement: A; states: AgreementState[] }[];
  /** By the visiting side. */
  visits: Record<SideKey, LastVisits<V>>;
  /** What each reporter states of the last year that had ended by then. */
  trade: T[];
  /** Those that were, or may have been, made by then, with what had come of them. */
  announcements: { announcement: N; states: AnnouncementState[] }[];
}

export interface LastVisits<V> {
  /** The last one that had surely begun by then, as far as its date says. */
  last: V | undefined;
  /** Those that may have begun by then and after that one, the newest first. */
  perhaps: V[];
}

/** How a dossier stood at the end of an ISO day. Visits that were called off count for nothing. */
export function asOf<
  M extends Fact<Values<"mission">>,
  A extends Fact<Values<"agreement">>,
  V extends Fact<Values<"visit">>,
  T extends Fact<TradePeriod>,
  N extends Fact<Values<"announcement">>,
>(facts: DatedFacts<M, A, V, T, N>, day: string, sides: Sides): AsOf<M, A, V, T, N> {
  const { established } = facts;
  const missions = facts.missions.map((mission) => ({
    mission,
    states: possibleStates(missionSteps(mission.values), day, "not-yet"),
    seats: seatsOn(mission.values, day),
    types: typesOn(mission.values, day),
  }));
  const agreements = facts.agreements.map((agreement) => ({
    agreement,
    states: possibleStates(agreementSteps(agreement.values, dayOf(agreement)), day, "not-yet"),
  }));
  const announcements = facts.announcements.map((announcement) => ({
    announcement,
    states: possibleStates(announcementSteps(announcement.values, dayOf(announcement)), day, "not-yet"),
  }));
  const ofSide = (side: SideKey) =>
    lastVisits(
      facts.visits.filter(({ values }) => sideOf(values.from, sides) === side),
      day,
    );
  return {
    established: established === undefined ? undefined : hadCome(established, day),
    missions: missions.filter(({ states }) => hasBegun(states)),
    agreements: agreements.filter(({ states }) => hasBegun(states)),
    visits: { a: ofSide("a"), b: ofSide("b") },
    trade: lastTrade(facts.trade, day),
    announcements: announcements.filter(({ states }) => hasBegun(states)),
  };
}

const dayOf = ({ updatedAt }: Fact<unknown>) => updatedAt?.slice(0, 10);

const hasBegun = (states: readonly string[]) => states.some((state) => state !== "not-yet");

function lastVisits<V extends Fact<Values<"visit">>>(visits: readonly V[], day: string): LastVisits<V> {
  const held = visits
    .filter(({ values }) => values.notHeld === undefined && values.began !== undefined)
    .map((visit) => ({ visit, ...daysWithin(visit.values.began) }))
    .filter(({ earliest }) => earliest <= day)
    // Of one day the order is that of their ids, as in lists.
    .toSorted((one, other) => compare(other.earliest, one.earliest) || compare(one.visit.id, other.visit.id));
  const last = held.find(({ latest }) => latest <= day);
  const perhaps = held.filter((one) => one !== last && (!last || one.latest > last.earliest));
  return { last: last?.visit, perhaps: perhaps.map(({ visit }) => visit) };
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** The last day of a year of trade. On which day fiscal years end is not recorded: they surely have with the calendar year. */
export function lastDayOf({ year, period }: TradePeriod): string {
  return `${String(period === "fiscal" ? year + 1 : year).padStart(4, "0")}-12-31`;
}

function lastTrade<T extends Fact<TradePeriod>>(trade: readonly T[], day: string): T[] {
  const ended = trade.filter(({ values }) => lastDayOf(values) <= day);
  const last = ended
    .map(({ values }) => lastDayOf(values))
    .sort()
    .at(-1);
  return ended.filter(({ values }) => lastDayOf(values) === last);
}
