import { expect, test } from "vitest";
import { visitBefore, visitNow } from "./visit-cookie";

const hour = 60 * 60 * 1000;
const now = Date.UTC(2026, 0, 2, 12);

test("a visit goes on while the desk is used, and the one before it is known in the next", () => {
  const first = visitNow(undefined, now);
  expect(visitBefore(first, now)).toBeNull();
  const later = visitNow(first, now + hour / 2);
  expect(visitBefore(later, now + hour / 2)).toBeNull();
  // The next morning: known on its first page, and on those that follow.
  const next = now + 20 * hour;
  const ended = new Date(now + hour / 2).toISOString();
  expect(visitBefore(later, next)).toBe(ended);
  expect(visitBefore(visitNow(later, next), next + 1)).toBe(ended);
});

test.each(["", "x", "1.2.3", "9".repeat(40), `${now * 2}.${now * 2}`])(
  "what no browser of ours says counts for nothing: %s",
  (told) => {
    expect(visitBefore(told, now)).toBeNull();
  },
);
