import { expect, it } from "vitest";
import { xml2js, type Element } from "xml-js";
import { dossierPages, mostInFile, sitemapIndexOf, sitemapOf, topPages } from "./sitemap";

const dossier = "kazakhstan-mexico";
const early = new Date("2026-01-01T00:00:00Z");
const late = new Date("2026-02-01T00:00:00Z");
const at = (kind: "tradeYear" | "tradeProducts" | "visit" | "source", slug: string, updatedAt: Date) => ({
  kind,
  slug,
  updatedAt,
});

it("lists each page once, with the latest change to anything on it", () => {
  const pages = dossierPages(
    dossier,
    [
      at("tradeYear", "2018-kz", early),
      at("tradeYear", "2018-mx", late),
      at("visit", "2014-a-minister", early),
    ],
    early,
  );
  const paths = pages.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(pages).toContainEqual({ path: "/kazakhstan-mexico/trade/2018", updatedAt: late });
  expect(pages).toContainEqual({ path: "/kazakhstan-mexico/visits/2014-a-minister", updatedAt: early });
  // By the protocol a map names only what lies below its own folder.
  expect(paths.every((path) => path.startsWith("/kazakhstan-mexico/"))).toBe(true);
});

it("says of a list when a record on it was changed last, and of no other list", () => {
  const pages = dossierPages(
    dossier,
    [at("visit", "2014-a-minister", late), at("tradeYear", "2018-kz", early)],
    early,
  );
  const changed = (path: string) => pages.find((page) => page.path === path)?.updatedAt;
  expect(changed("/kazakhstan-mexico/visits")).toEqual(late);
  expect(changed("/kazakhstan-mexico/trade")).toEqual(early);
  expect(changed("/kazakhstan-mexico/missions")).toEqual(early);
});

it("does not lead into a page: what has none of its own is on its list", () => {
  const pages = dossierPages(dossier, [at("tradeProducts", "exports-mx", late)], early);
  expect(pages.every(({ path }) => !path.includes("#"))).toBe(true);
  expect(pages).toContainEqual({ path: "/kazakhstan-mexico/trade", updatedAt: late });
});

const locations = (xml: string, file: string, entry: string) => {
  const root = (xml2js(xml, { compact: false }) as Element).elements?.find(({ name }) => name === file);
  expect(root?.attributes?.xmlns).toBe("http://www.sitemaps.org/schemas/sitemap/0.9");
  return root?.elements?.map((one) => {
    expect(one.name).toBe(entry);
    const parts = one.elements?.map(({ name, elements }) => [name, elements?.[0]?.text]);
    return Object.fromEntries(parts ?? []) as Record<string, string>;
  });
};

it("is XML as the protocol has it, with whole addresses and instants", () => {
  const map = sitemapOf("https://entente.example", [
    { path: "/a?b=1&c=2", updatedAt: late },
    ...topPages(["x"], ["KZ"]),
  ]);
  expect(locations(map, "urlset", "url")).toEqual([
    { loc: "https://entente.example/a?b=1&c=2", lastmod: "2026-02-01T00:00:00.000Z" },
    { loc: "https://entente.example/" },
    { loc: "https://entente.example/about" },
    { loc: "https://entente.example/calendar" },
    { loc: "https://entente.example/x" },
    { loc: "https://entente.example/countries/kz" },
  ]);
  const index = sitemapIndexOf("https://entente.example", ["/x/sitemap.xml"]);
  expect(locations(index, "sitemapindex", "sitemap")).toEqual([
    { loc: "https://entente.example/x/sitemap.xml" },
  ]);
});

it("holds as many addresses as the protocol allows, in as many bytes", () => {
  const slug = "a-slug-of-the-longest-sort-that-there-may-be-which-is-eighty-letters-cut-at-a-word";
  const pages = Array.from({ length: mostInFile + 1 }, (_, at) => ({
    path: `/${slug}/agreements/${slug}-${at}`,
    updatedAt: late,
  }));
  const map = sitemapOf("https://entente.example", pages);
  expect(map.match(/<url>/g)).toHaveLength(mostInFile);
  expect(map.length).toBeLessThan(50 * 1024 * 1024);
});
