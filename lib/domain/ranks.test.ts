import { expect, test } from "vitest";
import { rankAndAbove, ranks } from "./ranks";

test("minister or higher holds foreign ministers and heads, and no speaker", () => {
  expect(rankAndAbove("minister")).toEqual([
    "head-of-state",
    "head-of-government",
    "foreign-minister",
    "minister",
  ]);
});

test("the highest rank is itself alone, and so is what is no rank of the ladder", () => {
  expect(rankAndAbove("head-of-state")).toEqual(["head-of-state"]);
  expect(rankAndAbove("other")).toEqual(["other"]);
  // Every other rank holds itself.
  for (const rank of ranks) expect(rankAndAbove(rank)).toContain(rank);
});
