import { expect, it } from "vitest";
import { kindKeys, kinds } from "@/lib/domain/kinds/registry";
import { reservedSlugs } from "@/lib/domain/slug";
import { listPathOf, recordPath } from "./record-paths";
import { filePaths, listPaths, localPath, readRoute, siteFiles } from "./routes";

const dossier = "kazakhstan-mexico";

it.each([
  ["/", { is: "home" }],
  ["/search", { is: "search" }],
  ["/about", { is: "about" }],
  ["/people", { is: "people" }],
  ["/people.csv", { is: "site file" }],
  ["/people.csv-metadata.json", { is: "site file" }],
  ["/changes", { is: "changes" }],
  ["/calendar", { is: "calendar" }],
  ["/calendar.ics", { is: "site file" }],
  ["/kazakhstan-mexico/calendar", { is: "dossier calendar", dossier }],
  ["/kazakhstan-mexico/calendar.ics", { is: "file", dossier }],
  ["/kazakhstan-mexico/changes", { is: "dossier changes", dossier }],
  [
    "/kazakhstan-mexico/changes/01a20992-3cba-752a-8dd1-bc8843b557fc",
    { is: "record changes", dossier, id: "01a20992-3cba-752a-8dd1-bc8843b557fc" },
  ],
  ["/people/erlan-idrissov", { is: "person", slug: "erlan-idrissov" }],
  ["/countries/kz", { is: "country", code: "kz" }],
  ["/countries/su", { is: "country", code: "su" }],
  ["/countries/csxx", { is: "country", code: "csxx" }],
  ["/sitemap.xml", { is: "site file" }],
  ["/kazakhstan-mexico", { is: "dossier", dossier }],
  ["/kazakhstan-mexico/feed.atom", { is: "file", dossier }],
  ["/kazakhstan-mexico/share.png", { is: "file", dossier }],
  ["/kazakhstan-mexico/share-visits.png", { is: "file", dossier }],
  ["/share.png", { is: "site file" }],
  ["/share-people.png", { is: "site file" }],
  ["/countries/kz/share.png", { is: "site file" }],
  ["/kazakhstan-mexico/sitemap.xml", { is: "file", dossier }],
  ["/kazakhstan-mexico/sitemap-2.xml", { is: "file", dossier }],
  ["/kazakhstan-mexico/visits.csv", { is: "file", dossier }],
  ["/kazakhstan-mexico/visits.spreadsheet.csv", { is: "file", dossier }],
  ["/kazakhstan-mexico/cite.bib", { is: "file", dossier }],
  ["/kazakhstan-mexico/reciprocity/cite.ris", { is: "file", dossier }],
  ["/cite.bib", { is: "site file" }],
  ["/people/erlan-idrissov/cite.json", { is: "site file" }],
  ["/kazakhstan-mexico/visits/2014-a/cite.json", { is: "file", dossier }],
  ["/kazakhstan-mexico/products.csv-metadata.json", { is: "file", dossier }],
  ["/kazakhstan-mexico/visits", { is: "list", dossier, kind: "visit" }],
  ["/kazakhstan-mexico/visits/2014-a", { is: "record", dossier, kind: "visit", slug: "2014-a" }],
  ["/kazakhstan-mexico/trade/2018", { is: "record", dossier, kind: "tradeYear", slug: "2018" }],
])("reads %s", (path, page) => expect(readRoute(path)).toEqual({ locale: "en", page }));

it.each([
  "/kazakhstan-mexico/products",
  "/kazakhstan-mexico/dossiers",
  "/kazakhstan-mexico/persons",
  "/kazakhstan-mexico/persons.csv",
  "/people.xml",
  "/search/cite.bib",
  "/sitemap.xml/cite.bib",
  "/kazakhstan-mexico/visits/cite.txt",
  "/kazakhstan-mexico/cite.bib/cite.bib",
  "/people/Erlan",
  "/people/a/b",
  "/countries",
  "/countries/KZ",
  "/countries/zz/share.png",
  "/kazakhstan-mexico/share-people.png",
  "/countries/zz",
  "/countries/kz/visits",
  "/changes/visits",
  "/kazakhstan-mexico/changes/2014-a",
  "/kazakhstan-mexico/changes.csv",
  "/kazakhstan-mexico/visits/a/b",
  "/kazakhstan-mexico/visits/",
  "/kazakhstan-mexico/visits.xml",
  "/kazakhstan-mexico/secrets.csv",
  "/Kazakhstan-mexico",
  "/search/x",
  "/about/x",
  "/calendar/2027",
  "/kazakhstan-mexico/calendar/2027",
  "/sitemap.xml/x",
  "/sitemap-2.xml",
  "/kazakhstan-mexico/sitemap-1.xml",
  "/kazakhstan-mexico/sitemap-02.xml",
  "//",
])("knows nothing at %s", (path) => {
  expect(readRoute(path)).toBeNull();
});

it("keeps every reserved first segment from being a dossier, languages to come among them", () => {
  expect(reservedSlugs).toEqual(expect.arrayContaining(["en", "es", "kk", "ru", "admin", "api", "search"]));
  for (const segment of reservedSlugs) {
    expect(readRoute(`/${segment}`)?.page.is ?? "nothing").not.toBe("dossier");
    // Below one of them are people.
    if (segment !== "people") expect(readRoute(`/${segment}/visits`)).toBeNull();
  }
});

it("reads every path that it makes, of every kind", () => {
  for (const path of [...siteFiles, ...listPaths(dossier), ...filePaths(dossier)])
    expect([path, readRoute(path)?.page.is]).toEqual([path, expect.stringMatching(/file|list/)]);
  for (const kind of kindKeys) {
    const record = { kind, slug: kind === "tradeYear" ? "2018-kazakhstan" : "a-slug" };
    const [path = ""] = recordPath(dossier, record).split("#");
    expect([kind, readRoute(path)?.page.is]).toEqual([
      kind,
      expect.stringMatching(/record|list|dossier|person/),
    ]);
    expect(readRoute(listPathOf(dossier, record))?.page.is).toMatch(/list|dossier|person/);
    if (kinds[kind].ownPage) expect(listPaths(dossier)).toContain(`/${dossier}/${kinds[kind].path}`);
  }
});

it("reads records that stand on another's page there", () => {
  expect(recordPath(dossier, { kind: "tradeYear", slug: "2018-not-stated" })).toBe(
    "/kazakhstan-mexico/trade/2018#not-stated",
  );
  expect(recordPath(dossier, { kind: "tradeProducts", slug: "exports" })).toBe(
    "/kazakhstan-mexico/trade#exports",
  );
  expect(recordPath(dossier, { kind: "dossier", slug: dossier })).toBe("/kazakhstan-mexico");
});

it("puts the prefix of a language before a path, and none for the first language", () => {
  expect([localPath("en", "/"), localPath("en", "/search")]).toEqual(["/", "/search"]);
  expect([localPath("es", "/"), localPath("es", "/search")]).toEqual(["/es", "/es/search"]);
});
