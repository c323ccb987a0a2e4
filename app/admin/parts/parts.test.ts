import { describe, expect, test } from "vitest";
import { typedFrom } from "@/lib/domain/fields/set";
import { kindKeys, kindOf } from "@/lib/domain/kinds/registry";
import { showInstant } from "../wording/instant";
import { withFirstCitation } from "./first-citation";
import {
  type Asked,
  columnKeys,
  facetKeys,
  listAddress,
  listHref,
  notUnderstood,
  offeredColumns,
  readColumns,
  readListQuery as readQuery,
  usualColumns,
} from "./list-query";
import { nextYear } from "../panels/next-year";
import { readingsIn, referencesIn } from "../wording/references-in";

describe("a list's address", () => {
  const visits = kindOf("visit");
  const readListQuery = (kind: typeof visits, asked: Asked) =>
    readQuery(kind, asked, { actor: { id: null }, visit: null });

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

  test("tells what it says that no list of the kind can be asked", () => {
    expect(
      notUnderstood("visit", {
        type: "nonsense",
        cursor: "zzz",
        state: "gone",
        sort: "sideways",
        sourced: "perhaps",
      }),
    ).toEqual(["type", "cursor", "state", "sort", "sourced"]);
    expect(notUnderstood("visit", { type: "state", page: "2", columns: "none,such" })).toEqual([
      "page",
      "columns",
    ]);
    expect(
      notUnderstood("visit", {
        rank: "minister",
        from: "KZ",
        state: "draft",
        page: "last",
        q: "a",
        columns: "rank",
        sourced: "no",
      }),
    ).toEqual([]);
    expect(notUnderstood("visit", { type: "", bulk: "none", did: "save" })).toEqual([]);
    for (const key of ["__defineGetter__", "__proto__", "constructor", "hasOwnProperty"])
      expect(notUnderstood("visit", Object.fromEntries([[key, "x"]]))).toEqual([]);
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

  test("asks what was changed since a visit that is known, and not by oneself", () => {
    const visit = "2026-11-25T08:00:00.000Z";
    const asked = (since: string, known: string | null) =>
      readQuery(visits, { since }, { actor: { id: "me" }, visit: known }).changedSince;
    expect(asked("visit", visit)).toEqual({ at: visit, notBy: "me" });
    expect(asked("visit", null)).toBeUndefined();
    expect(asked("2026", visit)).toBeUndefined();
  });

  test("has one spelling, without the page, what is not said and what is usual", () => {
    const usual = usualColumns(visits);
    const asked = {
      rank: "minister",
      q: " a b ",
      sort: "updated",
      direction: "desc",
      cursor: "x",
      bulk: "none",
    };
    expect(listAddress(visits, { ...asked, columns: usual })).toBe("q=a+b&rank=minister");
    const address = listAddress(visits, {
      columns: "updated,purpose,state",
      since: "visit",
      sourced: "no",
      sort: "title",
    });
    expect(address).toBe("since=visit&sourced=no&sort=title&columns=state%2Cupdated");
    const again = Object.fromEntries(new URLSearchParams(address));
    expect(listAddress(visits, again)).toBe(address);
  });

  test("names columns of the kind's own, in their order, and the usual ones where it names none", () => {
    expect(readColumns(visits, { columns: ["rank", "state,nonsense"] })).toEqual(["state", "rank"]);
    expect(readColumns(visits, { columns: "nonsense" })).toEqual(usualColumns(visits));
    expect(readColumns(visits, { columns: ["x".repeat(300_000)] })).toEqual(usualColumns(visits));
    for (const kind of kindKeys) {
      const offered = offeredColumns(kindOf(kind));
      expect(new Set(offered).size).toBe(offered.length);
      expect(offered).toEqual(expect.arrayContaining(usualColumns(kindOf(kind))));
    }
  });

  test("keeps the last page apart from what visits are filtered by", () => {
    const query = readListQuery(visits, { from: "MX", page: "last" });
    expect(query).toMatchObject({ from: "end", facets: { from: "MX" } });
    const parameters = [
      "q",
      "dossier",
      "state",
      "sort",
      "direction",
      "cursor",
      "page",
      "sourced",
      "since",
      "columns",
      "view",
      "bulk",
    ];
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
    // What the title says stands once, whatever else the kind has.
    for (const key of kindKeys)
      for (const own of ["title", "name", "visitor"]) expect(columnKeys(kindOf(key)), key).not.toContain(own);
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
