import { describe, expect, test } from "vitest";
import { doubtsOf } from "./doubts";
import type { Held } from "./fields/field";
import { kinds, kindOf, type KindKey } from "./kinds/registry";
import { listFacets } from "./list-facets";
import { partiesNamed, partyPaths } from "./parties-named";
import { isInYears, predecessorLabel } from "./predecessor-years";
import { mistakesOf, parseRecord } from "./record";
import { areOfOneSide, countriesOf, sideOf, type Sides, todaysOf } from "./sides";

/** Serbia was two other states before, and the Soviet Union stood for Kazakhstan only since it was a republic of it. */
const kazakhstan: Sides = {
  parties: ["KZ", "MX"],
  predecessors: [{ side: "countryA", country: "SU", from: "1936-12-05" }],
};
const serbia: Sides = {
  parties: ["DE", "RS"],
  predecessors: [
    { side: "countryB", country: "YU" },
    { side: "countryB", country: "CSXX" },
    { side: "countryA", country: "DD" },
  ],
};

test.each<[string | undefined, Sides, side: string | undefined, today: string | undefined]>([
  ["KZ", kazakhstan, "a", "KZ"],
  ["MX", kazakhstan, "b", "MX"],
  ["SU", kazakhstan, "a", "KZ"],
  ["SU", { parties: ["KZ", "MX"] }, undefined, undefined],
  ["YU", serbia, "b", "RS"],
  ["CSXX", serbia, "b", "RS"],
  ["DD", serbia, "a", "DE"],
  ["RU", serbia, undefined, undefined],
  ["both", serbia, undefined, undefined],
  [undefined, serbia, undefined, undefined],
])("%s stands for its side", (country, sides, side, today) => {
  expect([sideOf(country, sides), todaysOf(country, sides)]).toEqual([side, today]);
});

test("records of a dossier can be about its countries and their predecessors", () => {
  expect(countriesOf(serbia)).toEqual(["DE", "RS", "YU", "CSXX", "DD"]);
  expect(predecessorLabel(kazakhstan.predecessors![0]!, "en")).toBe("Soviet Union (1936–1991)");
  expect(areOfOneSide("YU", "RS", serbia)).toBe(true);
  expect(areOfOneSide("YU", "DD", serbia)).toBe(false);
});

test.each<[string, string | undefined, boolean]>([
  ["1978", "SU", true],
  ["1936", "SU", true],
  ["1936-12-04", "SU", false],
  ["1935", "SU", false],
  ["1991-12-31", "SU", true],
  ["1992", "SU", false],
  ["199X", "SU", true],
  ["1930/1940", "SU", true],
  ["1992", "KZ", true],
  ["1850", "MX", true],
])("%s may lie in the years of %s: %s", (date, country, holds) => {
  expect(isInYears(country, date, kazakhstan)).toBe(holds);
});

const outside = "doubt.predecessor.outsideYears";

test.each<[KindKey, Held, path: string]>([
  ["visit", { from: "SU", to: "MX", began: "1992-05" }, "from"],
  ["visit", { from: "MX", to: "SU", began: "1930" }, "to"],
  ["mission", { sending: "SU", receiving: "MX", opened: "1943", closed: "1995" }, "sending"],
  ["event", { predecessorA: "SU", date: "2001" }, "predecessorA"],
  ["tradeYear", { reporter: "SU", year: 1995, total: "1" }, "reporter"],
  ["agreement", { signatories: [{ party: "SU" }, { party: "MX" }], signedOn: "1993" }, "signatories"],
  ["agreement", { actions: [{ id: "1", party: "SU", date: "1993" }] }, "actions/1/party"],
])("a record of the kind %s outside a predecessor's years is in doubt", (kind, values, path) => {
  const doubts = doubtsOf(kindOf(kind), values, { ...kazakhstan, today: "2026-01-01" });
  expect(doubts.filter(({ code }) => code === outside)).toMatchObject([
    { path, params: { country: "the Soviet Union", years: "1936–1991" } },
  ]);
  const before = JSON.parse(JSON.stringify(values).replaceAll(/"(?:19|20)\d\d/g, '"1978')) as Held;
  const inYears = doubtsOf(kindOf(kind), "year" in before ? { ...before, year: 1978 } : before, {
    ...kazakhstan,
    today: "2026-01-01",
  });
  expect(inYears.filter(({ code }) => code === outside)).toEqual([]);
});

describe("a record of a dossier with predecessors", () => {
  test("takes them where it takes the dossier's countries, and no others", () => {
    const codeOf = (from: string) =>
      parseRecord(kinds.visit, { from }, kazakhstan, "draft").problems.map(({ code }) => code);
    expect(codeOf("SU")).toEqual([]);
    expect(codeOf("YU")).toEqual(["country.outsideDossier"]);
  });

  test("is not between two countries of one side", () => {
    const codes = (kind: KindKey, values: Held) =>
      mistakesOf(kindOf(kind), values, kazakhstan).map(({ code }) => code);
    expect(codes("visit", { from: "SU", to: "KZ" })).toEqual(["visit.sameCountry"]);
    expect(codes("mission", { sending: "SU", receiving: "KZ" })).toEqual(["mission.sameCountry"]);
    expect(codes("visit", { from: "SU", to: "MX" })).toEqual([]);
  });

  test("is not asked for a signatory whose predecessor has signed", () => {
    const signed = (party: string) =>
      doubtsOf(
        kinds.agreement,
        { signatories: [{ party }, { party: "MX" }] },
        { ...kazakhstan, today: "2026-01-01" },
      );
    expect(signed("SU")).toEqual([]);
    expect(signed("YU")).toMatchObject([{ code: "doubt.agreement.partyMissing" }]);
  });

  test("is listed under the predecessor and the country of today", () => {
    expect(listFacets(kinds.visit, { from: "SU", rank: "minister" }, kazakhstan, "2026-11-27")).toEqual([
      "from=KZ",
      "from=SU",
      "rank=minister",
      "notHeld=no",
    ]);
    expect(listFacets(kinds.mission, { sending: "MX" }, kazakhstan, "2026-11-27")).toEqual(["sending=MX"]);
  });
});

test("which countries a record is about, its definition says", () => {
  expect(partyPaths(kinds.agreement)).toEqual(['$."signatories"[*]."party"', '$."actions"[*]."party"']);
  expect(partyPaths(kinds.mission)).toEqual(['$."sending"', '$."receiving"']);
  expect(partyPaths(kinds.dossier)).toEqual([]);
  expect(partiesNamed(kinds.visit, { from: "SU", to: "MX" })).toEqual(["SU", "MX"]);
  expect(
    partiesNamed(kinds.agreement, { signatories: [{ party: "SU" }], actions: [{ party: "both" }] }),
  ).toEqual(["SU", "both"]);
});

test("a predecessor is named once, for one side, and is neither of the two countries", () => {
  const codes = (predecessors: Held[]) =>
    mistakesOf(kinds.dossier, { countryA: "KZ", countryB: "UA", predecessors }, { parties: null }).map(
      ({ code }) => code,
    );
  expect(codes([{ side: "countryA", country: "SU" }])).toEqual([]);
  expect(
    codes([
      { side: "countryA", country: "SU" },
      { side: "countryB", country: "SU" },
    ]),
  ).toEqual(["dossier.predecessorTwice"]);
  expect(codes([{ side: "countryA", country: "UA" }])).toEqual(["dossier.predecessorTwice"]);
  expect(codes([{ side: "countryA", country: "SU", from: "1990", to: "1980" }])).toEqual([
    "dossier.predecessorEndsBeforeItBegins",
  ]);
});
