import { describe, expect, test } from "vitest";
import { byDecade, chronicleOf, joinedToHosts } from "./chronicle";
import type { Viewed } from "../frame/setting";

const event = (slug: string, date?: string): Viewed<"event"> => ({
  id: slug,
  kind: "event",
  slug,
  values: { title: slug, date },
});

describe("a chronicle", () => {
  test("goes from the oldest on, with the undated last", () => {
    const items = chronicleOf([event("undated"), event("later", "2016"), event("first", "1992-01-14")]);
    expect(items.map(({ record }) => record.slug)).toEqual(["first", "later", "undated"]);
  });

  test("tells the day before the month or year around it, and moments before periods", () => {
    const items = chronicleOf([
      event("since", "1992/.."),
      event("month", "1992-01"),
      event("year", "1992"),
      event("day", "1992-01-14"),
    ]);
    expect(items.map(({ record }) => record.slug)).toEqual(["day", "month", "year", "since"]);
  });

  test("weaves kinds by their own dates", () => {
    const visit: Viewed<"visit"> = { id: "v", kind: "visit", slug: "visit", values: { began: "2014-09" } };
    const signed: Viewed<"agreement"> = {
      id: "a",
      kind: "agreement",
      slug: "agreement",
      values: { signedOn: "2001" },
    };
    expect(chronicleOf([visit, signed]).map(({ record }) => record.slug)).toEqual(["agreement", "visit"]);
  });

  test("tells of what was announced during a visit with the visit, where that is there", () => {
    const visit: Viewed<"visit"> = { id: "v", kind: "visit", slug: "visit", values: { began: "2014-09" } };
    const items = chronicleOf([
      event("plans", "2014-09"),
      visit,
      event("away", "2014-09"),
      event("own", "2014-09"),
    ]);
    const told = joinedToHosts(
      items,
      new Map([
        ["plans", "v"],
        ["away", "a visit of another page"],
      ]),
    );
    expect(told.map(({ record, joined }) => [record.id, joined?.map((one) => one.record.id)])).toEqual([
      ["v", ["plans"]],
      ["away", undefined],
      ["own", undefined],
    ]);
  });

  test("is told by decades, with what has no date apart", () => {
    const groups = byDecade(chronicleOf([event("b", "2014"), event("c"), event("a", "1999")]));
    expect(groups.map(({ decade }) => decade)).toEqual([1990, 2010, null]);
  });
});
