/** That what is said of a moment from a record's course about it equals a replay of its publications, step by step. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Course, isShownAt, sinceThen, stoodAt } from "./course";

type Step = "publish" | "withdraw" | "save";
interface Event {
  is: Step;
  version: number;
  /** ISO instant. */
  at: string;
}

const instant = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString();

/** A record's steps, each at its own time or at that of the one before; a withdrawal of nothing is left out. */
const history = fc
  .array(
    fc.record({
      is: fc.constantFrom<Step>("publish", "withdraw", "save"),
      wait: fc.integer({ min: 1, max: 3 }),
    }),
    {
      maxLength: 12,
    },
  )
  .map((steps) => {
    let time = 0;
    let isThere = false;
    const events: Event[] = [];
    for (const { is, wait } of steps) {
      time += wait;
      if (is === "withdraw" && !isThere) continue;
      if (is !== "save") isThere = is === "publish";
      events.push({ is, version: events.length + 1, at: instant(time) });
    }
    return events;
  });

/** What the database tells of a record: from its events alone. */
function courseOf(events: readonly Event[], moment: string): Course {
  const published = events.filter(({ is }) => is === "publish");
  const stood = published.findLast(({ at }) => at <= moment) ?? null;
  const isThere = events.findLast(({ is }) => is !== "save")?.is === "publish";
  const last = published.at(-1);
  return {
    stood,
    goneAt:
      (stood && events.find(({ is, version }) => is === "withdraw" && version > stood.version)?.at) ?? null,
    now: isThere && last ? { version: last.version, since: published[0]!.at, at: last.at } : null,
  };
}

/** What readers saw after a step, by taking all steps up to it one after the other. */
function replayed(events: readonly Event[]): number | null {
  let shown: number | null = null;
  for (const { is, version } of events) {
    if (is === "publish") shown = version;
    if (is === "withdraw") shown = null;
  }
  return shown;
}

test("the version of a moment is that of a replay, unless it was withdrawn since", () => {
  fc.assert(
    fc.property(history, fc.integer({ min: -1, max: 40 }), (events, n) => {
      const moment = instant(n);
      const course = courseOf(events, moment);
      const [before, after] = [
        events.filter(({ at }) => at <= moment),
        events.filter(({ at }) => at > moment),
      ];
      const then = replayed(before);
      const now = replayed(events);
      const wasTaken = after.some(({ is }) => is === "withdraw");
      expect(stoodAt(course, moment)).toBe(then !== null);
      expect(isShownAt(course)).toBe(then !== null && !wasTaken);
      if (isShownAt(course)) expect(course.stood?.version).toBe(then);

      const since = sinceThen(course, moment);
      if (then === now) expect(since).toBeNull();
      else if (then === null)
        expect(since?.happened).toBe(before.some(({ is }) => is === "publish") ? "again" : "added");
      else if (wasTaken) expect(since?.happened).toBe(now === null ? "withdrawn" : "again");
      else expect(since?.happened).toBe("changed");
      if (since) expect(since.at > moment).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});
