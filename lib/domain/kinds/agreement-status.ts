/**
 * What follows from the actions on an agreement: when it was signed, and whether it is in force. It follows from the
 * record alone, whatever the day: an action that is recorded has taken place. What takes effect later is told apart by
 * `forceToCome` where the record is shown, and by `forceOnDay` in lists and files.
 */
import { hasCome } from "../has-come";
import { sortDay } from "../partial-date";
import type { actionTypes } from "./agreement-terms";

export interface Action {
  party?: string;
  name?: string;
  action?: (typeof actionTypes)[number];
  date?: string;
  effective?: string;
  place?: string;
}

export interface Signatory {
  party?: string;
  name?: string;
}

export interface Acted {
  signatories?: readonly Signatory[];
  actions?: readonly Action[];
}

/**
 * The date of an agreement's signatures, EDTF: of two parties the day on which the last one signed, of more the day on
 * which it was opened for signature, as the UN Treaty Collection dates conclusions. Undefined where no signature is dated.
 */
export function signedOnOf(agreement: Acted): string | undefined {
  const dates = (agreement.actions ?? [])
    .filter(({ action }) => action === "signature" || action === "definitive-signature")
    .flatMap(({ date }) => (date ? [date] : []))
    .sort(byDay);
  return hasManyParties(agreement) ? dates[0] : dates.at(-1);
}

/** What each action makes of an agreement; actions that change nothing about its force are not among them. */
const makesInForce: { readonly [A in (typeof actionTypes)[number]]?: "yes" | "no" } = {
  "entry-into-force": "yes",
  extension: "yes",
  suspension: "no",
  withdrawal: "no",
  denunciation: "no",
  replacement: "no",
  termination: "no",
};

/** An action that decides whether an agreement is in force, and what it makes of it. */
export interface DecidingAction {
  makes: "yes" | "no";
  /** EDTF: the day from which it acts, as far as it is recorded. */
  date: string | undefined;
}

/**
 * The actions that decide whether an agreement is in force, in the order in which they came. One of two parties that leaves
 * it ends it; one of many that leaves it ends nothing for the others.
 */
export function decidingActions(agreement: Acted): DecidingAction[] {
  const deciding = actionsForAll(agreement).flatMap((one) => {
    const makes = one.action && makesInForce[one.action];
    if (!makes) return [];
    const date = one.effective ?? one.date;
    // Without a day, what ends an agreement came after what began it.
    return [{ makes, date, day: sortDay(date) ?? (makes === "no" ? "9999" : "") }];
  });
  // Of one day the action that is written last.
  deciding.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  return deciding.map(({ makes, date }) => ({ makes, date }));
}

/** Whether an agreement is in force: as the last action of those that decide it has made it; unknown where there is none. */
export function inForceOf(agreement: Acted): "yes" | "no" | "unknown" {
  return decidingActions(agreement).at(-1)?.makes ?? "unknown";
}

/** What the first deciding action that is still to come and changes anything will make of an agreement. */
export interface ForceToCome {
  /** How it stands until then. */
  now: "yes" | "no" | "unknown";
  then: "yes" | "no";
  /** EDTF. */
  date: string;
}

/**
 * What is still to come of an agreement's force on the ISO day `today`; null where all has come that decides it, or where its
 * force is stated otherwise than it follows. What will enter into force is not in force until then.
 */
export function forceToCome(
  agreement: Acted & { inForce?: "yes" | "no" | "unknown" },
  today: string,
): ForceToCome | null {
  const deciding = decidingActions(agreement);
  if (deciding.at(-1)?.makes !== agreement.inForce) return null;
  const hasDone = ({ date }: DecidingAction) => date === undefined || hasCome(date, today);
  const coming = deciding.filter((one) => !hasDone(one));
  const now = deciding.findLast(hasDone)?.makes ?? (coming[0]?.makes === "yes" ? "no" : "unknown");
  const next = coming.find(({ makes }) => makes !== now);
  return next?.date === undefined ? null : { now, then: next.makes, date: next.date };
}

/** How an agreement's force stands on an ISO day before which not all has come that decides it; null where all has. */
export function forceOnDay(agreement: Parameters<typeof forceToCome>[0], day: string) {
  return forceToCome(agreement, day)?.now ?? null;
}

/** The dates on which actions on an agreement take effect, as far as they are recorded. */
export function effectiveDates({ actions = [] }: Acted): (string | undefined)[] {
  return actions.map(({ effective, date }) => effective ?? date);
}

/** The place at which an agreement was signed, where each signature that names one names the same; undefined where none does. */
export function signedAtOf({ actions = [] }: Acted): string | undefined {
  const places = new Set(
    actions.flatMap(({ action, place }) =>
      place && (action === "signature" || action === "definitive-signature") ? [place] : [],
    ),
  );
  const [place, ...others] = places;
  return others.length === 0 ? place : undefined;
}

/** The actions that say of an agreement that is not in force that it was, or that it ended. */
export const pastActions = Object.keys(makesInForce) as (keyof typeof makesInForce)[];

/**
 * What an agreement that is not in force is: ended, where it was in force or ended by an action; pending, where its course is
 * recorded as far as it has come; else no more is known than that it is not in force. With an ISO day, no action counts that is
 * still to come then.
 */
export function unforcedOf({ actions = [] }: Acted, day?: string): "ended" | "pending" | "not-in-force" {
  const hasActed = ({ action, effective, date }: Action) =>
    action && action in makesInForce && (day === undefined || hasCome(effective ?? date ?? "", day));
  if (actions.some(hasActed)) return "ended";
  return actions.length > 0 ? "pending" : "not-in-force";
}

const endings: readonly Action["action"][] = ["denunciation", "termination", "withdrawal"];

/** The actions by which an agreement ended, without those by which one of many parties left it. */
export function endingActions(agreement: Acted): Action[] {
  return actionsForAll(agreement).filter(({ action }) => endings.includes(action));
}

/** The actions but for those by which one of many parties ended it, for itself alone. */
export function actionsForAll(agreement: Acted): readonly Action[] {
  const { actions = [] } = agreement;
  if (!isOfMany(agreement)) return actions;
  return actions.filter((one) => !one.action || makesInForce[one.action] !== "no" || !isOfOne(one));
}

function isOfOne({ party, name }: Action): boolean {
  return party !== "both" && party !== "all" && (party ?? name) !== undefined;
}

/** Whether an agreement is of more than two parties, as far as its rows say. */
export function isOfMany(agreement: Acted): boolean {
  // "All parties" are said of more than two.
  return hasManyParties(agreement) || (agreement.actions ?? []).some(({ party }) => party === "all");
}

/** More than two parties signed it or acted upon it. Bodies of one party count once. */
function hasManyParties({ signatories = [], actions = [] }: Acted): boolean {
  const named = [...signatories, ...actions.filter(isOfOne)].map(({ party, name }) => party ?? name);
  return new Set(named).size > 2;
}

function byDay(one: string, other: string): number {
  const [a, b] = [sortDay(one) ?? "", sortDay(other) ?? ""];
  return a < b ? -1 : a > b ? 1 : 0;
}
