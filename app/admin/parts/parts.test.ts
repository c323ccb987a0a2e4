import { describe, expect, test } from "vitest";
import { typedFrom } from "@/lib/domain/fields/set";
import { kindKeys, kindOf } from "@/lib/domain/kinds/registry";
import { showInstant } from "../wording/instant";
import { withFirstCitation } from "./first-citation";
import { columnKeys, facetKeys, listHref, readListQuery } from "./list-query";
import { nextYear } from "../panels/next-year";
import { readingsIn, referencesIn } from "../wording/references-in";

describe("a list's address", () => {
  const visits = kindOf("visit");

  test("is read into a query; what it says wrongly is not said", () => {
    const query = readListQuery(visits, {
      q: " Idrissov ",
      dossier: "no id",
      state: "gone",
      sort: "sideways",
      page: ["a"],
      rank: "minister",
      purpose: "is no facet",
    });
    expect(query).toMatchObject({ q: "Idrissov", sort: "updated", direction: "desc", from: "start" });
    expect(query).toMatchObject({ dossierId: undefined, state: undefined, facets: { rank: "minister" } });
  });

  test("is filtered by what the definition's own parsers take, and by nothing else", () => {
    for (const rank of [
      "x".repeat(99) + "\u{1F600}",
      "\uD83D",
      "\u0000",
      "",
      ["minister"],
      "x".repeat(300_000),
    ])
      expect(readListQuery(visits, { rank }).facets).toEqual({});
    expect(readListQuery(visits, { from: "kz", rank: "minister" }).facets).toEqual({
      from: "KZ",
      rank: "minister",
    });
    expect(readListQuery(visits, { q: "\uD83D" }).q).toBe("");
  });

  test("filters by whether a source is cited, where the kind cites", () => {
    expect(readListQuery(visits, { sourced: "no", state: "waiting" })).toMatchObject({
      state: "waiting",
      facets: { sourced: false },
    });
    expect(readListQuery(visits, { sourced: "yes" }).facets).toEqual({ sourced: true });
    expect(readListQuery(visits, { sourced: "perhaps" }).facets).toEqual({});
    expect(readListQuery(kindOf("source"), { sourced: "no" }).facets).toEqual({});
  });

  test("keeps the last page apart from what visits are filtered by", () => {
    const query = readListQuery(visits, { from: "MX", page: "last" });
    expect(query).toMatchObject({ from: "end", facets: { from: "MX" } });
    const parameters = ["q", "dossier", "state", "sort", "direction", "cursor", "page", "sourced"];
    for (const kind of kindKeys)
      expect(parameters.filter((one) => facetKeys(kindOf(kind)).includes(one))).toEqual([]);
  });

  test("sorts titles from A to Z and dates from the newest unless told otherwise", () => {
    expect(readListQuery(visits, { sort: "title" }).direction).toBe("asc");
    expect(readListQuery(visits, { sort: "newest" }).direction).toBe("desc");
    expect(readListQuery(visits, { sort: "title", direction: "desc" }).direction).toBe("desc");
  });

  test("keeps the rest when one part changes", () => {
    expect(listHref("/admin/visits", { q: "a b", cursor: "x" }, { cursor: null, page: "last" })).toBe(
      "/admin/visits?q=a+b&page=last",
    );
    expect(listHref("/admin/visits", {}, {})).toBe("/admin/visits");
  });

  test("offers the filters and columns of the definition, without texts that the title says", () => {
    expect(facetKeys(visits)).toEqual(["from", "rank", "type", "notHeld"]);
    expect(columnKeys(visits)).toEqual(["from", "rank", "type", "notHeld", "began"]);
    expect(columnKeys(kindOf("source"))).toEqual(["publisher", "date"]);
  });
});

describe("the year after", () => {
  const empty = typedFrom(kindOf("tradeYear").fields, {});
  const citations = [
    { source: "s", supports: ["total"], place: "p. 1", quotation: "As that year says" },
    { source: "s", supports: [], place: "p. 2", quotation: "" },
    { source: "", supports: [], place: "", quotation: "" },
  ];
  const last = {
    ...empty,
    year: "2018",
    reporter: "KZ",
    total: "5",
    currency: "USD",
    valuationA: "FOB",
    valuationB: "CIF",
    citations,
  };

  test("has the same reporter, currency, valuation and source, and no figures, places or quotations", () => {
    expect(nextYear(empty, last)).toEqual({
      ...empty,
      year: "2019",
      reporter: "KZ",
      currency: "USD",
      valuationA: "FOB",
      valuationB: "CIF",
      citations: [{ source: "s" }],
    });
  });

  test("is the next that is not there yet", () => {
    expect(nextYear(empty, last, new Set([2017, 2019, 2020, 2022])).year).toBe("2021");
    expect(nextYear(empty, { ...last, year: "" }).year).toBe("");
  });

  test("keeps a row to cite in where the last cites nothing", () => {
    const bare = withFirstCitation("tradeYear", empty);
    expect(nextYear(bare, { ...last, citations: [] }).citations).toEqual([{}]);
    expect(withFirstCitation("source", {})).toEqual({});
  });
});

test("references and dates are found in rows as well", () => {
  const typed = { began: "2014-09", agreements: ["a"], citations: [{ source: "s" }, { source: "" }] };
  expect([...referencesIn("visit", typed)]).toEqual([
    ["agreement", ["a"]],
    ["source", ["s"]],
  ]);
  expect(readingsIn("visit", typed, { began: "nonsense" })).toEqual({ "2014-09": "September 2014" });
  expect(readingsIn("agreement", { actions: [{ date: "2015" }] })).toEqual({ "2015": "2015" });
});

test.each([
  [undefined, "23 Nov 2026, 14:03 UTC"],
  ["UTC", "23 Nov 2026, 14:03 UTC"],
  ["Asia/Almaty", "23 Nov 2026, 19:03 GMT+5"],
  ["Europe/Berlin", "23 Nov 2026, 15:03 CET"],
  ["America/Mexico_City", "23 Nov 2026, 08:03 GMT-6"],
  // What a cookie says may be anything.
  ["No/Where", "23 Nov 2026, 14:03 UTC"],
  ["x".repeat(5000), "23 Nov 2026, 14:03 UTC"],
])("an instant reads in the zone of %s, named", (zone, reads) => {
  expect(showInstant("2026-11-23T14:03:59.000Z", zone)).toBe(reads);
});
