import { expect, test } from "vitest";
import { datedIn, MARK_LIMIT, type LaneTally, markedLanes } from "./lane-tallies";

const lane = (kind: LaneTally["kind"], ...counts: number[]): LaneTally => ({
  kind,
  country: null,
  years: counts.map((count, index) => ({ year: 1990 + index, count })),
  undated: 3,
});

test("lanes have room for marks as long as all of these together are few, the emptiest first", () => {
  const [few, most, none] = [lane("mission", 4, 5), lane("agreement", MARK_LIMIT - 9), lane("event")];
  expect(markedLanes([few, most, none])).toEqual([few, most, none]);
  const more = lane("visit", 30);
  expect(markedLanes([more, few, most, none])).toEqual([more, few, none]);
  expect(markedLanes([lane("visit", MARK_LIMIT + 1)])).toEqual([]);
  expect(datedIn(few)).toBe(9);
});
