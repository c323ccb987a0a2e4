import fc from "fast-check";
import { expect, test } from "vitest";
import * as plan from "./schedule";

test("what is typed is sent a second after the last key, and every five seconds while typing goes on", () => {
  let one = plan.typed(plan.atRest, 1000);
  expect(plan.dueAt(one)).toBe(2000);
  one = plan.typed(one, 1900);
  expect(plan.dueAt(one)).toBe(2900);
  for (let now = 2000; now < 9000; now += 500) one = plan.typed(one, now);
  expect(plan.dueAt(one)).toBe(6000);
});

test("what is typed while a request is under way goes out by the next, and by no other meanwhile", () => {
  let one = plan.sent(plan.typed(plan.atRest, 0));
  one = plan.typed(one, 1500);
  expect(plan.dueAt(one)).toBeNull();
  one = plan.kept(one, 1, 1600);
  expect(plan.isUnkept(one)).toBe(true);
  expect(plan.dueAt(one)).toBe(2500);
  one = plan.kept(plan.sent(one), 2, 2700);
  expect(plan.dueAt(one)).toBeNull();
});

test("a server out of reach is asked ever more rarely, a minute apart at the most, and never in step with others", () => {
  let one = plan.typed(plan.atRest, 0);
  const waits = Array.from({ length: 10 }, () => {
    const now = one.notBefore;
    one = plan.failed(plan.sent(one), now, 1);
    return one.notBefore - now;
  });
  expect(waits.slice(0, 4)).toEqual([1000, 2000, 4000, 8000]);
  expect(waits.at(-1)).toBe(60_000);
  expect(plan.failed(plan.sent(plan.typed(plan.atRest, 0)), 0, 0).notBefore).toBe(500);
  expect(plan.dueAt(plan.resumed(one))).toBe(1000);
});

test("what a person has to see to is not tried again by itself, whatever is typed on", () => {
  const one = plan.typed(plan.halted(plan.sent(plan.typed(plan.atRest, 0))), 60_000);
  expect(plan.dueAt(one)).toBeNull();
  expect(plan.dueAt(plan.resumed(one))).toBe(5000);
});

test("whatever happens in whatever order, the newest edit is kept in the end, and by one request at a time", () => {
  const step = fc.oneof(
    fc.constant("type" as const),
    fc.constant("wait" as const),
    fc.constantFrom("kept" as const, "failed" as const),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let [one, now, underWay, server] = [plan.atRest, 0, 0, 0];
      const act = (what: (typeof steps)[number]) => {
        now += 300;
        if (what === "type") one = plan.typed(one, now);
        const due = plan.dueAt(one);
        if (what === "wait" && due !== null) {
          now = Math.max(now, due);
          one = plan.sent(one);
          underWay += 1;
          expect(underWay).toBe(1);
        }
        if ((what === "kept" || what === "failed") && one.sending !== null) {
          underWay -= 1;
          // The request may have reached the server although it is not known.
          server = Math.max(server, one.sending);
          one = what === "kept" ? plan.kept(one, one.sending, now) : plan.failed(one, now, 0.5);
        }
        expect(one.kept).toBeLessThanOrEqual(server);
      };
      for (const what of steps) act(what);
      for (const what of ["kept", "wait", "kept"] as const) act(what);
      expect(plan.isUnkept(one)).toBe(false);
      expect(server).toBe(one.edits);
    }),
  );
});
