/** What records of missions, agreements and announcements say of their own course, as steps from one state to the next. */
import { decidingActions, unforcedOf } from "../kinds/agreement-status";
import { type Fulfilment, fulfilmentOf, tellingSteps } from "../kinds/announcement-fulfilment";
import type { DraftOf } from "../kinds/define-kind";
import type { Kinds } from "../kinds/registry";
import { daysWithin, hadCome, possibleStates, type Step } from "./possible-states";

export const missionStates = ["not-yet", "open", "interrupted", "closed"] as const;
export type MissionState = (typeof missionStates)[number];

/** Of what was signed `unknown` where nothing tells of its force, `not-in-force` where nothing tells whether yet or any more. */
export const agreementStates = [
  "not-yet",
  "unknown",
  "pending",
  "in-force",
  "ended",
  "not-in-force",
] as const;
export type AgreementState = (typeof agreementStates)[number];

/** An announcement that is made has, until a step says so, come to nothing that is known. */
export type AnnouncementState = "not-yet" | Fulfilment;

type Mission = Pick<
  DraftOf<Kinds["mission"]>,
  "opened" | "closed" | "closures" | "type" | "earlierTypes" | "city" | "earlierSeats" | "heads"
>;
type Agreement = Pick<DraftOf<Kinds["agreement"]>, "signedOn" | "signatories" | "actions" | "inForce">;

/** Of an interruption whose end is not recorded it is not known until when it lasted: it is a step without a date. */
export function missionSteps({ opened, closed, closures = [] }: Mission): Step<MissionState>[] {
  return [
    { to: "open", on: opened },
    ...inOrder(closures).flatMap(({ closed: from, reopened }): Step<MissionState>[] => [
      { to: "interrupted", on: from },
      { to: "open", on: reopened },
    ]),
    ...(closed === undefined ? [] : [{ to: "closed", on: closed } as const]),
  ];
}

/** Interruptions in the order in which they are written, unless their dates say that one surely came before another. */
function inOrder<C extends { closed?: string; reopened?: string }>(closures: readonly C[]): C[] {
  const ordered: C[] = [];
  for (const one of closures) {
    const ended = daysWithin(one.closed ?? one.reopened).latest;
    const after = ordered.findIndex((other) => ended < daysWithin(other.closed ?? other.reopened).earliest);
    ordered.splice(after < 0 ? ordered.length : after, 0, one);
  }
  return ordered;
}

/**
 * The steps of an agreement. What is stated of its force and does not follow from its actions holds from a day after them that is
 * not recorded, and had come, as its signature had, by the ISO day on which the record was published as it is.
 */
export function agreementSteps(agreement: Agreement, recordedOn?: string): Step<AgreementState>[] {
  const { signedOn, inForce = "unknown" } = agreement;
  const deciding = decidingActions(agreement);
  const isStated = inForce !== (deciding.at(-1)?.makes ?? "unknown");
  const stated = inForce === "yes" ? "in-force" : inForce === "no" ? unforcedOf(agreement) : "unknown";
  // What is not in force yet has not been since it was signed; what came into force later was not until then.
  const isPending = deciding[0] ? deciding[0].makes === "yes" : stated === "pending" || stated === "in-force";
  const signed = isPending ? "pending" : "unknown";
  return [
    { to: signed, on: signedOn ?? untilDay(recordedOn) },
    ...deciding.map(({ makes, date }): Step<AgreementState> => ({
      to: makes === "yes" ? "in-force" : "ended",
      on: date,
    })),
    ...(isStated && stated !== signed ? [{ to: stated, on: untilDay(recordedOn) } as const] : []),
  ];
}

/** Some day up to this one; any day where there is none. */
const untilDay = (day: string | undefined) => day && `../${day}`;

/**
 * The steps of an announcement. What is stated of it and does not follow from its steps holds from a day that is not recorded,
 * and did, as it was made, by the ISO day on which the record was published as it is.
 */
export function announcementSteps(
  values: Pick<DraftOf<Kinds["announcement"]>, "announced" | "steps" | "fulfilment">,
  recordedOn?: string,
): Step<AnnouncementState>[] {
  const { announced, steps, fulfilment } = values;
  const isStated = fulfilment !== undefined && fulfilment !== fulfilmentOf({ steps });
  return [
    { to: "unknown", on: announced ?? untilDay(recordedOn) },
    ...tellingSteps(steps).map((step) => ({ to: step.fulfilment, on: step.date })),
    ...(isStated ? [{ to: fulfilment, on: untilDay(recordedOn) }] : []),
  ];
}

/** The cities in which a mission can have had its seat on an ISO day; one alone is certain. */
export function seatsOn({ city, earlierSeats = [] }: Mission, day: string): string[] {
  return possibleOn(
    earlierSeats.map((seat) => ({ ...seat, value: seat.city })),
    city,
    day,
  );
}

/** What a mission can have been on an ISO day, as an embassy or a legation; one alone is certain. */
export function typesOn({ type, earlierTypes = [] }: Mission, day: string) {
  return possibleOn(
    earlierTypes.map((level) => ({ ...level, value: level.type })),
    type,
    day,
  );
}

interface Earlier<T> {
  value: T | undefined;
  from?: string;
  to?: string;
}

/** What of a mission can have held on a day, of what held before in turn and of what holds since. */
function possibleOn<T extends string>(earlier: readonly Earlier<T>[], last: T | undefined, day: string): T[] {
  const values = [...earlier.map(({ value }) => value), last].flatMap((one) => one ?? []);
  const [first, ...next] = values;
  if (first === undefined) return [];
  const moves = next.map((to, index) => ({
    to,
    // It changed when the one before ended, or at the latest when the next is known to have begun.
    on: earlier[index]?.to ?? earlier[index + 1]?.from,
  }));
  return possibleStates(moves, day, first);
}

/** Who headed a mission on an ISO day, where the dates leave no doubt; undefined where they do. */
export function headOn({ heads = [] }: Mission, day: string) {
  const begun = heads.filter(({ from }) => from !== undefined && hadCome(from, day) === "yes");
  const head = begun
    .toSorted((one, other) => (daysWithin(one.from).earliest < daysWithin(other.from).earliest ? -1 : 1))
    .at(-1);
  return head?.name !== undefined && (head.to === undefined || hadCome(head.to, day) === "no")
    ? head
    : undefined;
}
