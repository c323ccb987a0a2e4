import { expect, test } from "vitest";
import type { Change } from "./dashboard";
import { latestOfEach } from "./latest-of-each";

const act = (entryId: string, byName: string, action: Change["action"]): Change => ({
  ...{ entryId, byName, action, at: "2026-01-01T00:00:00.000Z", kind: "visit", title: entryId },
});

test("of what a person did to a record the last stands, in its place among the others", () => {
  const changes = [
    act("one", "A", "publish"),
    act("two", "A", "save"),
    act("one", "B", "save"),
    act("one", "A", "create"),
    act("three", "A", "create"),
  ];
  const said = (found: readonly Change[]) =>
    found.map(({ entryId, byName, action }) => `${byName} ${action} ${entryId}`);
  expect(said(latestOfEach(changes, 10))).toEqual([
    "A publish one",
    "A save two",
    "B save one",
    "A create three",
  ]);
  expect(said(latestOfEach(changes, 2))).toEqual(["A publish one", "A save two"]);
});
