/** Every page that the site map names, and the files beside them. */
import { parse } from "csv-parse/sync";
import { extractText, getDocumentProxy } from "unpdf";
import { barriersInBoth } from "./support/barriers";
import { filesBeside, mappedPages, onePageOfEachType } from "./support/public-addresses";
import { expect, test } from "./support/seeded";

// One server is enough.
test.describe.configure({ mode: "default" });

const pair = "/kazakhstan-mexico";
const today = new Date().toISOString().slice(0, 10);
const beside = [
  "/search",
  "/search?q=idrisov",
  "/search?q=nothing-like-this",
  `${pair}/visits?from=MX`,
  `${pair}/agreements?by=status`,
  `${pair}?on=2015-06-01`,
  // Of the day that it is, all that stands so far.
  ...["", "/visits", "/history", "/trade", "/sources"].map((part) => `${pair}${part}?stood=${today}`),
  `${pair}?stood=2001-01-01`,
  "/changes",
  `${pair}/changes`,
  `${pair}/reciprocity`,
  "/calendar?month=2027-01",
  `${pair}/calendar?year=2017`,
  `${pair}/changes?kind=visit`,
  "/no-such-page",
];

test("every page tells its own address, title and contents to machines", async ({ page, seeded }) => {
  test.slow();
  const titles = new Map<string, string>();
  for (const path of await mappedPages(seeded)) {
    await page.goto(path);
    const canonical = page.locator("link[rel=canonical]");
    await expect(canonical).toHaveAttribute("href", seeded + path);
    for (const property of ["og:title", "og:description", "og:url", "og:type", "og:site_name"])
      await expect(page.locator(`meta[property="${property}"]`), `${path} ${property}`).toHaveAttribute(
        "content",
        /./,
      );
    await expect(page.locator("meta[name=description]")).toHaveAttribute("content", /./);
    await expect(page.locator("link[type='application/atom+xml']").first()).toHaveAttribute(
      "href",
      /feed\.atom$/,
    );
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    const title = await page.title();
    expect(titles.get(title), `${path} is titled “${title}” as well`).toBeUndefined();
    titles.set(title, path);
    for (const text of await page.locator("script[type='application/ld+json']").allTextContents())
      expect(JSON.parse(text), path).toMatchObject({ "@context": "https://schema.org" });
  }
});

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false });

  test("every page comes whole, without a script of Next, a cookie or a request to anyone else", async ({
    page,
    context,
    seeded,
  }) => {
    test.slow();
    const elsewhere: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(seeded)) elsewhere.push(request.url());
    });
    const mapped = await mappedPages(seeded);
    for (const path of [...mapped, ...beside]) {
      const answer = await page.goto(path);
      const html = (await answer?.text()) ?? "";
      expect(html, path).not.toMatch(/__next|self\.__|<template|\$RC|\sstyle=/);
      expect(await answer?.headerValue("set-cookie"), path).toBeNull();
      await expect(page.locator("script:not([type='application/ld+json'])"), path).toHaveCount(0);
      await expect(page.getByRole("main"), path).toHaveCount(1);
      // Fonts that are found only by the style sheet come too late for a first page.
      if (mapped.includes(path))
        await expect(page.locator("link[rel=preload][as=font]"), path).toHaveCount(3);
      expect(await page.locator("meta[name=robots]").count(), path).toBeLessThan(2);
    }
    expect(await context.cookies()).toEqual([]);
    expect(elsewhere).toEqual([]);
  });
});

test("on paper every page has its text and none of what only a screen can do", async ({ page, seeded }) => {
  for (const path of onePageOfEachType(await mappedPages(seeded))) {
    await page.goto(path);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
    const controls = page.locator("input, select, button, nav").filter({ visible: true });
    await expect(controls, path).toHaveCount(0);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), path).toMatch(
      /rgb\(255, 255, 255\)|rgba\(0, 0, 0, 0\)/,
    );
  }
});

test("a dossier prints as a brochure: a title block, numbered sheets with its title, its sources at the end", async ({
  page,
  seeded,
}) => {
  await page.goto(pair);
  const parts = await page.getByRole("heading", { level: 2 }).allInnerTexts();
  const { text: sheets } = await extractText(
    await getDocumentProxy(new Uint8Array(await page.pdf({ format: "A4" }))),
  );
  expect(sheets.length).toBeGreaterThan(1);
  expect(sheets[0]).toContain(`${seeded}${pair}, last changed`);
  for (const [at, sheet] of sheets.entries()) {
    expect(sheet).toContain(`${at + 1} / ${sheets.length}`);
    expect(sheet.includes("Kazakhstan–Mexico relations · Entente"), `sheet ${at + 1}`).toBe(at > 0);
    // No head at the foot of a sheet, without anything of what it is over.
    expect(parts).not.toContain(sheet.trim().split("\n").at(-1));
  }
  expect(sheets.at(-1)).toContain("Source of this page");
  // Paper has room for titles that a phone cuts short.
  expect(sheets.join("\n").replace(/\s+/g, " ")).toContain("1992 Few contacts outside international forums");
});

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

test("no page of any type has a barrier that axe finds, in light or in dark", async ({ page, seeded }) => {
  test.slow();
  const faults: string[] = [];
  page.on("console", (message) => {
    // The browser itself notes a page that is not there.
    if (message.type() === "error" && !message.text().includes("404")) faults.push(message.text());
  });
  for (const path of [...onePageOfEachType(await mappedPages(seeded)), ...beside]) {
    await page.goto(path);
    faults.push(...(await barriersInBoth(page, { tags: standards, what: path })));
  }
  expect(faults).toEqual([]);
});

test("no page is wider than the window, from 360 pixels on", async ({ page, seeded }) => {
  test.slow();
  const wide: string[] = [];
  for (const path of [...(await mappedPages(seeded)), ...beside]) {
    await page.goto(path);
    for (const width of [360, 390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const content = await page.evaluate(() => document.documentElement.scrollWidth);
      if (content > width) wide.push(`${path} at ${width}: ${content}`);
    }
  }
  expect(wide).toEqual([]);
});

test("every list comes as CSV, as JSON and with a description of its columns", async ({
  request,
  seeded,
}) => {
  const files = filesBeside(await mappedPages(seeded));
  for (const path of files) {
    const answer = await request.get(path);
    // Dossiers are a list of the site, not of one of them.
    if (answer.status() === 404) {
      expect(path).toContain(`${pair}/dossiers.`);
      continue;
    }
    expect(answer.status(), path).toBe(200);
    const text = await answer.text();
    if (path.endsWith(".csv")) {
      expect(answer.headers()["content-type"]).toMatch(/^text\/csv/);
      const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[];
      for (const { id, url } of rows)
        expect([id, url], path).toEqual([
          expect.stringMatching(/^[0-9a-f-]{36}$/),
          expect.stringContaining(seeded),
        ]);
    } else if (path.endsWith(".xlsx"))
      expect((await answer.body()).subarray(0, 2).toString(), path).toBe("PK");
    else if (path.endsWith(".json")) expect(JSON.parse(text), path).toBeTruthy();
    else if (path.endsWith(".atom")) {
      expect(answer.headers()["content-type"]).toMatch(/^application\/atom\+xml/);
      expect(text).toMatch(/^<\?xml[^>]*>\s*<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/);
    }
  }
  const calendar = await request.get(`${pair}/calendar.ics`);
  expect(calendar.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(await calendar.text()).toContain("years of relations: Kazakhstan–Mexico");
  const visits = await (await request.get(`${pair}/visits.csv`)).text();
  expect(visits).toContain("Erlan Idrissov");
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toContain("Disallow: /admin");
  expect(robots).toContain(`Sitemap: ${seeded}/sitemap.xml`);
});
