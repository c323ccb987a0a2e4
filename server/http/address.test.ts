import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAddress } from "./address";

describe("readAddress", () => {
  it.each([
    ["/", null],
    ["/?country=MX", null],
    ["/?country=MX&page=2", null],
    ["/feed.atom", null],
    ["/sitemap.xml", null],
    ["/kazakhstan-mexico", "kazakhstan-mexico"],
    ["/kazakhstan-mexico/visits", "kazakhstan-mexico"],
    ["/kazakhstan-mexico/visits/2014-erlan-idrissov", "kazakhstan-mexico"],
    ["/kazakhstan-mexico/trade/2018", "kazakhstan-mexico"],
    ["/kazakhstan-mexico/visits.csv", "kazakhstan-mexico"],
    ["/kazakhstan-mexico/visits.csv-metadata.json", "kazakhstan-mexico"],
    ["/kazakhstan-mexico/feed.atom", "kazakhstan-mexico"],
    ["/kazakhstan-mexico/agreements?by=status", "kazakhstan-mexico"],
    ["/kazakhstan-mexico/visits?year=2014", "kazakhstan-mexico"],
    ["/kazakhstan-mexico/visits?year=2014&page=2", "kazakhstan-mexico"],
    ["/kazakhstan-mexico/missions?decade=1990", "kazakhstan-mexico"],
    ["/kazakhstan-mexico/history?decade=undated&page=12", "kazakhstan-mexico"],
    ["/kazakhstan-mexico/agreements?subject=taxation&decade=1990", "kazakhstan-mexico"],
    ["/kazakhstan-mexico/trade?decade=1990", "kazakhstan-mexico"],
    ["/kazakhstan-mexico/sources?page=2", "kazakhstan-mexico"],
    ["/kazakhstan-mexico?on=2015-01-01", "kazakhstan-mexico"],
    ["/kazakhstan-mexico/calendar?year=2027", "kazakhstan-mexico"],
    ["/kazakhstan-mexico/changes", "kazakhstan-mexico"],
    ["/kazakhstan-mexico/changes?kind=visit", "kazakhstan-mexico"],
    [
      "/kazakhstan-mexico/feed.atom?before=1764177600000-01a20992-3cba-752a-8dd1-bc8843b557fc",
      "kazakhstan-mexico",
    ],
  ])("takes %s for a document", (path, dossier) => {
    expect(readAddress(path)).toEqual({ is: "document", path, dossier });
  });

  it.each([
    ["/search", "search"],
    ["/search?q=embassy", "search"],
    ["/kazakhstan-mexico/visits?from=KZ&rank=minister&year=2014", "narrowed list"],
    ["/kazakhstan-mexico?on=2015-06-01", "narrowed list"],
    ["/calendar?month=2027-03", "narrowed list"],
    ["/changes?kind=visit&before=1764177600000-01a20992-3cba-752a-8dd1-bc8843b557fc", "narrowed list"],
    ["/kazakhstan-mexico/changes/01a20992-3cba-752a-8dd1-bc8843b557fc?version=2", "narrowed list"],
  ])("keeps no document of %s", (path, what) =>
    expect(readAddress(path)).toEqual({ is: "onDemand", what, path }),
  );

  it.each([
    ["/en", "/"],
    ["/en?", "/"],
    ["/en?x=", "/"],
    ["/?page=2&country=mx", "/?country=MX&page=2"],
    ["/?with=kz", "/?country=KZ"],
    ["/?country=kz&with=", "/?country=KZ"],
    ["/?with=mx&country=kz", "/?country=KZ&with=MX"],
    ["/kazakhstan-mexico/", "/kazakhstan-mexico"],
    ["/kazakhstan-mexico/visits?year=2014&from=KZ", "/kazakhstan-mexico/visits?from=KZ&year=2014"],
    ["/kazakhstan-mexico/visits?from=mx", "/kazakhstan-mexico/visits?from=MX"],
    ["/kazakhstan-mexico/visits?rank=Minister", "/kazakhstan-mexico/visits?rank=minister"],
    ["/kazakhstan-mexico/visits?from=&rank=&year=", "/kazakhstan-mexico/visits"],
    ["/kazakhstan-mexico/visits?", "/kazakhstan-mexico/visits"],
    ["/kazakhstan-mexico?on=", "/kazakhstan-mexico"],
    [
      "/kazakhstan-mexico/visits?from=mx&stood=2026-11-27",
      "/kazakhstan-mexico/visits?stood=2026-11-27&from=MX",
    ],
    ["/search?q=+embassy", "/search?q=embassy"],
    ["/search?", "/search"],
    ["/Kazakhstan-Mexico", "/kazakhstan-mexico"],
    ["/kazakhstan-mexico/VISITS/?from=mx", "/kazakhstan-mexico/visits?from=MX"],
    ["/kazakhstan-mexico/Visits.CSV", "/kazakhstan-mexico/visits.csv"],
    ["/Search?q=A", "/search?q=A"],
    ["//kazakhstan-mexico", "/kazakhstan-mexico"],
    ["/kazakhstan-mexico//visits//", "/kazakhstan-mexico/visits"],
    ["//", "/"],
    ["/..", "/"],
    ["/%61", "/a"],
    ["/admin/../kazakhstan-mexico", "/kazakhstan-mexico"],
    ["/admin/%2e%2e/Kazakhstan%2dMexico/./visits/?from=kz", "/kazakhstan-mexico/visits?from=KZ"],
  ])("sends %s to %s for good", (url, location) => {
    expect(readAddress(url)).toEqual({ is: "redirect", location, isPermanent: true });
  });

  it.each([
    ["/kazakhstan-mexico?utm_source=x", "/kazakhstan-mexico"],
    ["/kazakhstan-mexico?on=2015-06-31", "/kazakhstan-mexico"],
    ["/kazakhstan-mexico?on=2015", "/kazakhstan-mexico"],
    ["/calendar?month=2027-13", "/calendar"],
    ["/kazakhstan-mexico/calendar?year=2300", "/kazakhstan-mexico/calendar"],
    ["/changes?kind=source", "/changes"],
    ["/changes?before=1", "/changes"],
    ["/feed.atom?before=1", "/feed.atom"],
    ["/kazakhstan-mexico/visits.csv?before=1", "/kazakhstan-mexico/visits.csv"],
    ["/kazakhstan-mexico?on=0001-01-01", "/kazakhstan-mexico"],
    ["/kazakhstan-mexico?stood=2026-11-31", "/kazakhstan-mexico"],
    ["/people/a?stood=2026-11-27&page=2", "/people/a?stood=2026-11-27"],
    ["/kazakhstan-mexico?stood=2026-11-27T12:00:00.000Z", "/kazakhstan-mexico"],
    ["/kazakhstan-mexico?stood=2026-11-27&on=2015-06-01", "/kazakhstan-mexico?on=2015-06-01"],
    ["/kazakhstan-mexico/visits/a?stood=2026-11-27", "/kazakhstan-mexico/visits/a"],
    ["/kazakhstan-mexico/visits.csv?stood=2026-11-27", "/kazakhstan-mexico/visits.csv"],
    ["/kazakhstan-mexico?on=2015-06-01&x=1", "/kazakhstan-mexico?on=2015-06-01"],
    ["/?_rsc=1", "/"],
    ["/?country=MX&page=1", "/?country=MX"],
    ["/?country=a%00b", "/"],
    ["/?country=KZ&with=KZ", "/?country=KZ"],
    ["/countries/kz?by=TRADE&page=1", "/countries/kz?by=trade"],
    ["/en?x=1", "/"],
    ["/kazakhstan-mexico/visits?decade=1994&page=1", "/kazakhstan-mexico/visits"],
    ["/kazakhstan-mexico/visits?decade=1990&page=2", "/kazakhstan-mexico/visits?decade=1990"],
    ["/kazakhstan-mexico/visits?decade=1990&year=1994", "/kazakhstan-mexico/visits?year=1994"],
    ["/kazakhstan-mexico/visits?page=2", "/kazakhstan-mexico/visits"],
    ["/kazakhstan-mexico/visits?year=1994&page=1000", "/kazakhstan-mexico/visits?year=1994"],
    ["/kazakhstan-mexico/agreements?by=status&status=yes", "/kazakhstan-mexico/agreements?status=yes"],
    ["/kazakhstan-mexico/trade?year=1994", "/kazakhstan-mexico/trade"],
    ["/kazakhstan-mexico/sources?decade=1990", "/kazakhstan-mexico/sources"],
    ["/kazakhstan-mexico/visits?year=20145&from=XX", "/kazakhstan-mexico/visits"],
    ["/kazakhstan-mexico/visits?year=2014&year=2015", "/kazakhstan-mexico/visits?year=2014"],
    [
      "/kazakhstan-mexico/visits/2014-erlan-idrissov?year=2014",
      "/kazakhstan-mexico/visits/2014-erlan-idrissov",
    ],
    ["/Kazakhstan-Mexico/?utm_source=x", "/kazakhstan-mexico"],
    ["/search?x=1&q=embassy", "/search?q=embassy"],
    ["/search?q=%00", "/search"],
    ["/search?q=em%00bassy%0A", "/search?q=em+bassy"],
    ["/kazakhstan-mexico/visits?rank=%00", "/kazakhstan-mexico/visits"],
    ["/kazakhstan-mexico/visits?year=2014%00", "/kazakhstan-mexico/visits"],
    ["/kazakhstan-mexico/agreements?by=%00", "/kazakhstan-mexico/agreements"],
    ["/kazakhstan-mexico?%00=%00", "/kazakhstan-mexico"],
    [`/search?q=${"a".repeat(201)}`, `/search?q=${"a".repeat(200)}`],
  ])("sends %s to %s, which leaves something out, for now", (url, location) => {
    expect(readAddress(url)).toEqual({ is: "redirect", location, isPermanent: false });
  });

  it.each([
    "/a/b",
    "/a/B",
    "/a/visits/b/c",
    "/%00",
    "/a%2fvisits",
    "/a/secrets.csv",
    "/_next/data",
    "/a/visits/../x",
    "//evil.example",
    "///evil.example/visits",
  ])("knows no page at %s", (url) => expect(readAddress(url).is).toBe("unknown"));

  it("settles on one spelling: what it sends elsewhere is at rest there, and on this site", () => {
    const name = fc.constantFrom("from", "rank", "year", "by", "q", "_rsc", "x");
    const value = fc.oneof(fc.constantFrom("KZ", "kz", "minister", "2014", "Status"), fc.string());
    const path = fc.constantFrom(
      "/",
      "//a-b",
      "/A-b",
      "/a-b/visits",
      "/a-b//Agreements",
      "/a-b/visits/c",
      "/search",
      "/a-b/trade//",
    );
    fc.assert(
      fc.property(path, fc.array(fc.tuple(name, value), { maxLength: 5 }), (at, query) => {
        const read = readAddress(`${at}?${new URLSearchParams(query)}`);
        if (read.is !== "redirect") return;
        expect(read.location).toMatch(/^\/(?!\/)/);
        expect(readAddress(read.location)).toMatchObject({ path: read.location });
      }),
    );
  });
});
