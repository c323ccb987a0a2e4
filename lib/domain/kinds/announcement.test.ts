/** What follows from an announcement's steps, and what is asked of one before readers see it. */
import { expect, test } from "vitest";
import { parseRecord } from "../record";
import { fulfilmentOf } from "./announcement-fulfilment";
import { kindOf } from "./registry";

const announcement = kindOf("announcement");

test("an announcement has come to what its last step by date says", () => {
  const kept = { date: "2016", fulfilment: "kept" } as const;
  const partly = { date: "2015-03", fulfilment: "partly" } as const;
  expect(fulfilmentOf({})).toBe("unknown");
  expect(fulfilmentOf({ steps: [{ date: "2016" }] })).toBe("unknown");
  expect(fulfilmentOf({ steps: [kept, partly] })).toBe("kept");
  expect(fulfilmentOf({ steps: [partly, kept, { date: "2019" }] })).toBe("kept");
  // What has no date came last.
  expect(fulfilmentOf({ steps: [{ fulfilment: "lapsed" }, kept] })).toBe("lapsed");
});

test("an announcement needs a maker, a country or an organisation, before it is published", () => {
  const problems = (typed: Record<string, string>, strictness: "draft" | "publish" = "publish") =>
    parseRecord(announcement, { title: "An embassy", ...typed }, { parties: null }, strictness).problems.map(
      ({ path, code }) => `${path}: ${code}`,
    );
  expect(problems({})).toContain("maker: required");
  expect(problems({}, "draft")).toEqual([]);
  expect(problems({ maker: "both" })).not.toContain("maker: required");
  expect(problems({ organisation: "A bank" })).not.toContain("maker: required");
  expect(problems({ maker: "KZ", announced: "2014-09", due: "2013" })).toContain(
    "due: announcement.dueBeforeAnnounced",
  );
});
