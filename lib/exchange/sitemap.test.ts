import { expect, it } from "vitest";
import { sitemapPages } from "./sitemap";

const early = new Date("2026-01-01T00:00:00Z");
const late = new Date("2026-02-01T00:00:00Z");
const at = (kind: "dossier" | "tradeYear" | "tradeProducts" | "visit", slug: string, updatedAt: Date) => ({
  kind,
  slug,
  dossierSlug: "kazakhstan-mexico",
  updatedAt,
});

it("lists each page once, with the latest change to anything on it", () => {
  const pages = sitemapPages([
    at("dossier", "kazakhstan-mexico", early),
    at("tradeYear", "2018-kz", early),
    at("tradeYear", "2018-mx", late),
    at("visit", "2014-a-minister", early),
  ]);
  const paths = pages.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(pages).toContainEqual({ path: "/kazakhstan-mexico/trade/2018", updatedAt: late });
  expect(pages).toContainEqual({ path: "/kazakhstan-mexico/visits/2014-a-minister", updatedAt: early });
  expect(pages).toContainEqual({ path: "/kazakhstan-mexico", updatedAt: late });
  expect(pages).toContainEqual({ path: "/", updatedAt: late });
});

it("says of a list when a record on it was changed last, and of no other list", () => {
  const pages = sitemapPages([
    at("dossier", "kazakhstan-mexico", early),
    at("visit", "2014-a-minister", late),
    at("tradeYear", "2018-kz", early),
  ]);
  const changed = (path: string) => pages.find((page) => page.path === path)?.updatedAt;
  expect(changed("/kazakhstan-mexico/visits")).toEqual(late);
  expect(changed("/kazakhstan-mexico")).toEqual(late);
  expect(changed("/kazakhstan-mexico/trade")).toEqual(early);
  expect(changed("/kazakhstan-mexico/missions")).toEqual(early);
});

it("does not lead into a page: what has none of its own is on its list", () => {
  const pages = sitemapPages([
    at("dossier", "kazakhstan-mexico", early),
    at("tradeProducts", "exports-mx", late),
  ]);
  expect(pages.every(({ path }) => !path.includes("#"))).toBe(true);
  expect(pages).toContainEqual({ path: "/kazakhstan-mexico/trade", updatedAt: late });
});
