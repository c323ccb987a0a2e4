/**
 * When what is typed is sent, as a table of what follows from what: pure, with times in milliseconds. One request is under
 * way at a time, and each carries all that was typed by then: the newest wins.
 */

export interface Schedule {
  /** How many edits there were, and how many of them the server has kept. */
  readonly edits: number;
  readonly kept: number;
  /** How many edits the request under way carries; null while there is none. */
  readonly sending: number | null;
  /** When the last edit was made, and the first of those that are not kept. */
  readonly typedAt: number;
  readonly since: number;
  /** Requests that failed, one after another, and when the next may be made. */
  readonly failures: number;
  readonly notBefore: number;
  /** It waits for a person: trying again by itself would not help. */
  readonly isHalted: boolean;
}

export const atRest: Schedule = {
  edits: 0,
  kept: 0,
  sending: null,
  typedAt: 0,
  since: 0,
  failures: 0,
  notBefore: 0,
  isHalted: false,
};

/** So long after the last edit it is sent; and so long after the first, where typing never pauses. */
export const pause = 1000;
export const longestWait = 5000;
/** Between tries after failures: doubled with each, up to the longest, and then between half and all of that. */
const firstRetry = 1000;
const longestRetry = 60_000;

export const isUnkept = ({ edits, kept }: Schedule): boolean => kept < edits;

/** Something was typed. */
export function typed(was: Schedule, now: number): Schedule {
  return { ...was, edits: was.edits + 1, typedAt: now, since: isUnkept(was) ? was.since : now };
}

/** When the next request is due; null where none is. */
export function dueAt(one: Schedule): number | null {
  if (!isUnkept(one) || one.sending !== null || one.isHalted) return null;
  return Math.max(one.notBefore, Math.min(one.typedAt + pause, one.since + longestWait));
}

/** A request goes out with all that was typed. */
export function sent(was: Schedule): Schedule {
  return { ...was, sending: was.edits };
}

/** The server has kept this many edits: of the request under way, or of one by a button. */
export function kept(was: Schedule, edits: number, now: number): Schedule {
  const still = { ...was, kept: Math.max(was.kept, edits), sending: null };
  return { ...still, failures: 0, notBefore: 0, isHalted: false, since: isUnkept(still) ? now : was.since };
}

/** The request under way came to nothing and is tried again; `chance` is between 0 and 1. */
export function failed(was: Schedule, now: number, chance: number): Schedule {
  const wait = Math.min(firstRetry * 2 ** was.failures, longestRetry);
  return {
    ...was,
    sending: null,
    failures: Math.min(was.failures + 1, 30),
    notBefore: now + wait * (0.5 + chance / 2),
  };
}

/** The request under way was refused in a way that a person has to see to. */
export function halted(was: Schedule): Schedule {
  return { ...was, sending: null, isHalted: true };
}

/** A person has seen to it, or asks to try again now. */
export function resumed(was: Schedule): Schedule {
  return { ...was, isHalted: false, failures: 0, notBefore: 0 };
}
