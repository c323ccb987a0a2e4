/**
 * What is asked of the order in which things came about with an agreement. Days are compared as far as they are known:
 * only what surely came before is asked about, and only what registers seldom have.
 */
import { isBefore } from "../partial-date";
import { type Acted, type Action, actionsForAll, endingActions, isOfMany } from "./agreement-status";
import type { renewals } from "./agreement-terms";
import type { KindContext } from "./rules";

interface Stated extends Acted {
  signedOn?: string;
  inForce?: "yes" | "no" | "unknown";
  expires?: string;
  renewal?: (typeof renewals)[number];
}

/** A successor is bound from the day on which it came to be, and what has run out is extended from that day on. */
const actsBackwards: readonly Action["action"][] = ["succession", "extension"];

/** The rules, for the agreement's definition. */
export const agreementOrderDoubts = [
  {
    severity: "doubt",
    on: "actions",
    says: "doubt.agreement.changedAfterEnd",
    holds: ({ signatories, actions = [] }: Stated) => {
      const ends = endingActions({ signatories, actions });
      const changes = actionsForAll({ signatories, actions }).filter(isOf("amendment", "suspension"));
      return !changes.some((change) =>
        ends.some((end) => isWhollyBefore(end, change) && !resumedBetween(end, change, actions)),
      );
    },
  },
  {
    severity: "doubt",
    on: "actions",
    says: "doubt.agreement.stoppedBeforeInForce",
    holds: ({ signatories, actions = [] }: Stated) => {
      const began = actions.filter(isOf("entry-into-force"));
      // What is applied before it is in force can be suspended.
      const isApplied = actions.some(isOf("provisional-application"));
      const stops = actionsForAll({ signatories, actions }).filter(
        isApplied ? isOf("replacement") : isOf("suspension", "replacement"),
      );
      return began.length === 0 || !stops.some((stop) => began.every((one) => isWhollyBefore(stop, one)));
    },
  },
  {
    severity: "doubt",
    on: "actions",
    says: "doubt.agreement.ratifiedAfterInForce",
    // Of many parties, those that ratify later join those for which it is in force. What changes it may be ratified again.
    holds: ({ signatories, actions = [] }: Stated) => {
      if (isOfMany({ signatories, actions }) || actions.some(isOf("amendment", "extension"))) return true;
      const began = actions.filter(isOf("entry-into-force"));
      const ratified = actions.filter(isOf("ratification"));
      return (
        began.length === 0 || !ratified.some((one) => began.every((entry) => isWhollyBefore(entry, one)))
      );
    },
  },
  {
    severity: "doubt",
    on: "actions",
    says: "doubt.agreement.effectBeforeSignature",
    // Agreements do take effect backwards. An effect before its own date is asked beside it.
    holds: ({ signedOn, actions = [] }: Stated) =>
      !signedOn ||
      !actions
        .filter(isOf("entry-into-force"))
        .some(
          ({ date, effective }) =>
            (date !== undefined && isBefore(date, signedOn)) ||
            (effective !== undefined &&
              isBefore(effective, signedOn) &&
              !(date !== undefined && isBefore(effective, date))),
        ),
  },
  {
    severity: "doubt",
    on: "actions",
    within: "effective",
    says: "doubt.agreement.effectBeforeDate",
    holds: ({ action, date, effective }: Action) =>
      actsBackwards.includes(action) || !date || !effective || !isBefore(effective, date),
  },
  {
    severity: "doubt",
    on: "expires",
    says: "doubt.agreement.expiresBeforeSignature",
    holds: ({ expires, signedOn }: Stated) => !expires || !signedOn || !isBefore(expires, signedOn),
  },
  {
    severity: "doubt",
    on: "expires",
    says: "doubt.agreement.expired",
    holds: ({ expires, renewal, inForce, actions = [] }: Stated, { today }: KindContext) => {
      if (!expires || !today || inForce !== "yes" || !isBefore(expires, today)) return true;
      if (renewal !== undefined && renewal !== "not-renewed") return true;
      const isAgain = ({ date, effective }: Action) =>
        [date, effective].some((day) => day !== undefined && isBefore(expires, day));
      return (
        actions.some(isOf("extension")) ||
        actions.some((one) => isOf("entry-into-force")(one) && isAgain(one))
      );
    },
  },
] as const;

function isOf(...types: NonNullable<Action["action"]>[]): (one: Action) => boolean {
  return ({ action }) => action !== undefined && types.includes(action);
}

/** Whether an action surely came before another, by every day that each states; undated ones do not. */
function isWhollyBefore(one: Action, other: Action): boolean {
  const [days, others] = [daysOf(one), daysOf(other)];
  return (
    days.length > 0 && others.length > 0 && days.every((day) => others.every((later) => isBefore(day, later)))
  );
}

function daysOf({ date, effective }: Action): string[] {
  return [date, effective].flatMap((day) => day ?? []);
}

/** Whether an agreement that had ended may have been in force again. */
function resumedBetween(end: Action, change: Action, actions: readonly Action[]): boolean {
  const resumed = actions.filter(
    (one) => isOf("extension")(one) || (isOf("entry-into-force")(one) && daysOf(one).length > 0),
  );
  return resumed.some((one) => !isWhollyBefore(one, end) && !isWhollyBefore(change, one));
}
