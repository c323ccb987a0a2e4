/** In which state something can have been on a day, as far as the dates of its changes say. */
import { parsePartialDate } from "../partial-date";

/** A change of state, and when it came. */
export interface Step<S extends string> {
  to: S;
  /** EDTF; undefined where no date is recorded. */
  on: string | undefined;
}

/** The first and the last day on which something dated can have come about. */
export interface Within {
  earliest: string;
  latest: string;
}

const anyDay: Within = { earliest: "0000-00-00", latest: "9999-99-99" };

/**
 * The days on which something with this date can have come about: of what went on from one date to another the days of its
 * beginning, of an interval between two known dates any day in it.
 */
export function daysWithin(date: string | undefined): Within {
  if (date === undefined) return anyDay;
  const [from = "", to] = date.split("/", 2);
  // What is open at its end, or ends on an unknown day, began within its first date.
  const read = parsePartialDate(to === "" || to === ".." ? from : date);
  if (!read.ok) return anyDay;
  return { earliest: read.date.earliest ?? anyDay.earliest, latest: read.date.latest ?? anyDay.latest };
}

/** Whether something with this date had come about at the end of an ISO day. */
export function hadCome(date: string | undefined, day: string): "yes" | "no" | "perhaps" {
  const { earliest, latest } = daysWithin(date);
  if (latest <= day) return "yes";
  return earliest > day ? "no" : "perhaps";
}

/**
 * The states in which something can have been at the end of an ISO day, in the order in which it passed through them. The
 * steps come in the order in which they were taken, whatever is known of their days: a later one was not taken before an
 * earlier one. One state alone is certain.
 */
export function possibleStates<S extends string>(steps: readonly Step<S>[], day: string, before: S): S[] {
  const days = inOrder(steps.map(({ on }) => daysWithin(on)));
  const states = [before, ...steps.map(({ to }) => to)];
  const possible = states.filter((_state, taken) => {
    const isTaken = taken === 0 || days[taken - 1]!.earliest <= day;
    const isLast = taken === steps.length || days[taken]!.latest > day;
    return isTaken && isLast;
  });
  return [...new Set(possible)];
}

/** The same with each step no earlier than can be the one before, and no later than the one after. */
function inOrder(days: readonly Within[]): Within[] {
  const earliest: string[] = [];
  for (const one of days) earliest.push(later(one.earliest, earliest.at(-1) ?? anyDay.earliest));
  const latest: string[] = [];
  for (const [index, one] of [...days.entries()].reverse()) {
    // Where dates contradict the order, the order counts.
    const own = later(one.latest, earliest[index]!);
    const next = latest[0] ?? anyDay.latest;
    latest.unshift(own < next ? own : next);
  }
  return days.map((_one, index) => ({ earliest: earliest[index]!, latest: latest[index]! }));
}

const later = (one: string, other: string) => (one > other ? one : other);
