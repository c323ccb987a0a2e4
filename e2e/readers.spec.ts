/** What readers can do, on a site that holds the first dossier and nothing else. */
import type { Page } from "@playwright/test";
import { barriersInBoth } from "./support/barriers";
import { adminCookie } from "./support/crew";
import { mappedPages } from "./support/public-addresses";
import { writeRecord } from "./support/records";
import { expect, test } from "./support/seeded";
import { one } from "./support/traces";
import { narrowWidth } from "./support/fit";
import { firstSource, inRow } from "@/tests/support/rows";

// One server, and the story that adds to what it holds comes last.
test.describe.configure({ mode: "default" });

const pair = "/kazakhstan-mexico";

const contents = (page: Page) => page.getByRole("navigation", { name: "Contents of this dossier" });

test("a reader gets from the first page to every part of the dossier and to every record of each", async ({
  page,
  seeded,
}) => {
  test.slow();
  const seen = new Set<string>(["/"]);
  await page.goto("/");
  for (const path of ["/about", "/calendar"]) {
    const link = page.getByRole("contentinfo").locator(`a[href="${path}"]`);
    seen.add((await link.getAttribute("href"))!);
  }
  await page.getByRole("heading", { name: "Kazakhstan – Mexico" }).getByRole("link").click();
  const parts = await contents(page).getByRole("link").all();
  const paths = await Promise.all(parts.map((part) => part.getAttribute("href")));
  for (const path of paths) {
    await page.goto(path!);
    seen.add(path!);
    const inDossier = page.getByRole("main").locator(`a[href^="${pair}/"]`);
    const links = await inDossier.evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
    for (const link of links) seen.add(link.split("#")[0]!);
  }
  for (const path of seen) expect((await page.request.get(path)).status(), path).toBe(200);
  expect([...(await mappedPages(seeded))].filter((path) => !seen.has(path))).toEqual([]);
});

test("a page of one source says so once and leads to the source, and the source leads back to the visit", async ({
  page,
}) => {
  await page.goto(`${pair}/visits/2014-erlan-idrissov`);
  await expect(page.locator(".mark")).toHaveCount(0);
  const sources = page.getByRole("region", { name: "Source of this page" });
  await expect(sources).toContainText("Everything on this page comes from one source.");
  await sources.getByRole("link", { name: "Kazakhstan–Mexico relations" }).click();
  await expect(page).toHaveURL(/\/sources\/kazakhstan-mexico-relations$/);
  await page.getByRole("link", { name: "Erlan Idrissov to Mexico" }).click();
  await expect(page).toHaveURL(/\/visits\/2014-erlan-idrissov$/);
});

test("the overview of the first dossier is gone through by at most sixty stops of the tab key", async ({
  page,
}) => {
  await page.goto(pair);
  const stops = page
    .locator("a[href], button, input, select, summary, [tabindex='0']")
    .filter({ visible: true });
  expect(await stops.count()).toBeLessThanOrEqual(60);
});

test("that no visit from Mexico is recorded is said, in the list and where the list is narrowed", async ({
  page,
}) => {
  for (const path of [`${pair}/visits`, `${pair}/visits?from=MX`]) {
    await page.goto(path);
    await expect(page.getByText("No visit from Mexico to Kazakhstan is recorded.")).toBeVisible();
  }
});

test("visits of a country that stands for neither side are none, and that is said", async ({ page }) => {
  await page.goto(`${pair}/visits?from=SU`);
  const main = page.getByRole("main");
  await expect(main).toContainText("No visit from the Soviet Union is recorded: it stands for neither side");
  await expect(main).toContainText("0 visits of");
  await expect(main.getByRole("link", { name: "Erlan Idrissov" })).toHaveCount(0);
  await expect(page.getByLabel("Direction")).toHaveValue("SU");
  await main.getByRole("link", { name: "Show all visits" }).click();
  await expect(main.getByRole("link", { name: "Erlan Idrissov" }).first()).toBeVisible();
});

test("visits are narrowed by their address alone", async ({ page }) => {
  const visit = page.getByRole("main").getByRole("link", { name: "Erlan Idrissov" });
  for (const query of [
    "from=KZ",
    "rank=foreign-minister",
    // Ranks are ordered: a minister or higher.
    "rank=minister",
    "year=2014",
    "from=KZ&rank=foreign-minister&year=2014",
  ]) {
    await page.goto(`${pair}/visits?${query}`);
    await expect(visit.first(), query).toBeVisible();
  }
  for (const query of ["from=MX", "rank=head-of-government", "year=2015", "from=KZ&year=2013"]) {
    await page.goto(`${pair}/visits?${query}`);
    await expect(visit, query).toHaveCount(0);
  }
  // What no page knows is no part of the address.
  const answer = await page.goto(`${pair}/visits?year=2014&from=KZ&utm_source=x`);
  expect(answer?.status()).toBe(200);
  await expect(page).toHaveURL(/\/visits\?from=KZ&year=2014$/);
});

for (const [typed, found] of [
  ["jose antonio mead", "Erlan Idrissov to Mexico"],
  ["idrisov", "Erlan Idrissov to Mexico"],
  ["ASTANA EXPO", "Expo 2017"],
  ["WTO", "Kazakhstan–Mexico"],
  ["23 million", "Trade in 2018"],
  ["embajada kazajstan ciudad", null],
] as const)
  test(`a search for “${typed}” finds ${found ?? "what there is, or says that it does not"}`, async ({
    page,
  }) => {
    await page.goto(`/search?q=${encodeURIComponent(typed)}`);
    await expect(page.getByRole("searchbox").last()).toHaveValue(typed);
    if (found) await expect(page.getByRole("main").getByRole("link", { name: found }).first()).toBeVisible();
    else await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader goes from the first page to a visit and learns whom the minister met", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("heading", { name: "Kazakhstan – Mexico" }).getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Kazakhstan\s*–\s*Mexico/);
    await page
      .getByRole("navigation", { name: "Contents of this dossier" })
      .getByRole("link", { name: "Visits" })
      .click();
    await page.getByRole("link", { name: "Erlan Idrissov", exact: true }).click();
    const meetings = page.getByRole("table", { name: "Meetings" });
    await expect(meetings.getByRole("row", { name: /Vicente Fox/ })).toContainText("Private");
    await expect(page.getByText("September 2014").first()).toBeVisible();
  });

  test("a reader narrows the visits by a form and can send the address on", async ({ page }) => {
    await page.goto(`${pair}/visits`);
    await page.getByLabel("Direction").selectOption({ label: "Mexico to Kazakhstan" });
    await page.getByLabel("Rank").selectOption("head-of-state");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/from=MX&rank=head-of-state/);
    await expect(page.getByLabel("Direction")).toHaveValue("MX");
    await expect(page.getByText(/No visit from Mexico to Kazakhstan (is recorded|fits)/)).toBeVisible();
    await expect(page.getByRole("link", { name: "Erlan Idrissov" })).toHaveCount(0);
  });

  test("a misspelt name without accents is found", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("searchbox").fill("idrisov");
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("link", { name: "Erlan Idrissov to Mexico" }).click();
    await expect(page).toHaveURL(/\/visits\/2014-erlan-idrissov$/);
  });

  test("what is not recorded is said to be so, and nothing is made more precise", async ({ page }) => {
    await page.goto(`${pair}/trade/2018`);
    await expect(page.getByRole("row", { name: /Kazakhstan to Mexico/ })).toContainText("unknown");
    await expect(page.getByRole("row", { name: /Total trade/ })).toContainText("US$23 million");
    await page.goto(`${pair}/agreements/visa-abolition-agreement`);
    const missing = page.getByText("Not recorded", { exact: true }).locator("+ dd");
    await expect(missing).toHaveText(/^Signed · /);
    await expect(page.getByText("not recorded whether in force")).toBeVisible();
    // What was adopted has not been signed, and has no force to be in.
    await page.goto(`${pair}/agreements/joint-statement`);
    await expect(missing).toHaveText(/^Adopted · /);
    await expect(page.getByText(/in force|signed/i)).toHaveCount(0);
  });
});

for (const [asked, status, location] of [
  ["/mexico-kazakhstan/visits", 308, `${pair}/visits`],
  ["/mexico-kazakhstan/visits?year=2014", 308, `${pair}/visits?year=2014`],
  ["/mexico-kazakhstan/agreements?by=status", 308, `${pair}/agreements?by=status`],
  [`${pair}/VISITS`, 308, `${pair}/visits`],
  [`${pair}/visits?from=mx`, 308, `${pair}/visits?from=MX`],
  [`${pair}/visits?from=MX&utm_source=x`, 307, `${pair}/visits?from=MX`],
  [`/${pair}`, 308, pair],
] as const)
  test(`${asked} leads to ${location} ${status === 308 ? "for good" : "for now"}`, async ({ seeded }) => {
    const answer = await fetch(seeded + asked, { redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([status, location]);
  });

for (const path of [
  "/no-such-page",
  `${pair}/visits/no-such-visit`,
  `${pair}/trade/1700`,
  `${pair}/treaties`,
])
  test(`${path} answers 404 with a way on`, async ({ page }) => {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
    await expect(page.getByRole("search")).toBeVisible();
  });

for (const path of [`${pair}/visits/no-such-visit`, `${pair}/treaties`])
  test(`${path} leads to the dossier in which it was looked for`, async ({ page }) => {
    await page.goto(pair);
    await page.goto(path);
    await page.getByRole("link", { name: "go to its overview" }).click();
    await expect(page).toHaveURL(new RegExp(`${pair}$`));
  });

for (const path of ["/no-such-page", "/no-such-pair/visits", "/-/dossier"])
  test(`${path} leads to no dossier, as there is none`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("link", { name: "go to its overview" })).toHaveCount(0);
  });

test("a mission and a list of products are called the same wherever they stand", async ({ page }) => {
  for (const title of ["Embassy of Kazakhstan in Mexico City", "Products exported by Mexico"]) {
    await page.goto(`/search?q=${encodeURIComponent(title)}`);
    await page.getByRole("main").getByRole("link", { name: title, exact: true }).click();
    // The marks of its sources follow the title.
    await expect(page.getByRole("heading", { name: title }).first()).toBeVisible();
  }
});

test("what a search found shows its date and the words where they stand", async ({ page }) => {
  await page.goto("/search?q=rokcet");
  const hit = page.getByRole("main").getByRole("listitem").filter({ hasText: "lost after launch" });
  await expect(hit.locator("mark")).toHaveText("rocket");
  await expect(hit).toContainText("May 2015");
});

test("a record's page tells machines what it is", async ({ page }) => {
  await page.goto(`${pair}/visits/2014-erlan-idrissov`);
  const described = await page.locator("script[type='application/ld+json']").allTextContents();
  const types = described.map((text) => (JSON.parse(text) as { "@type": string })["@type"]);
  expect(types).toEqual(["Event", "BreadcrumbList"]);
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", /\/visits\/2014-erlan-idrissov$/);
  await expect(page.locator("meta[property='og:title']")).toHaveAttribute(
    "content",
    "Erlan Idrissov to Mexico",
  );
});

test("the trade chart says the same as its table", async ({ page }) => {
  const cookie = await adminCookie();
  const idOf = (kind: string) => one<{ id: string }>(`SELECT "id" FROM "Record" WHERE "kind" = $1`, kind);
  const [dossier, source] = [await idOf("dossier"), await idOf("source")];
  for (const [year, exportsA, exportsB] of [
    ["2015", "4000000", "7500000"],
    ["2016", "5000000", "10000000"],
    ["2017", "", ""],
  ] as const) {
    const total = exportsA ? String(Number(exportsA) + Number(exportsB)) : "20000000";
    const figures = { year, reporter: "KZ", exportsA, exportsB, total, currency: "USD", valuationA: "FOB" };
    const values = { ...figures, [firstSource]: source.id };
    await writeRecord({ kind: "tradeYear", intent: "publish", values, dossierId: dossier.id, cookie });
  }
  await expect.poll(async () => (await page.goto(`${pair}/trade`))?.text()).toContain(`${pair}/trade/2017"`);
  const figuresIn = async (name: RegExp) => {
    const said = (await page.getByRole("img", { name }).getAttribute("aria-label")) ?? "";
    return Object.fromEntries(
      [...said.matchAll(/(\d{4}): ([\d.,]+)/g)].map(([, year, figure]) => [year, figure]),
    );
  };
  const column = async (index: number) => {
    const rows = await page
      .getByRole("region", { name: /^Trade by year/ })
      .locator("tbody tr")
      .all();
    const cells = await Promise.all(
      rows.map(async (row) => [
        await row.getByRole("rowheader").innerText(),
        await row.getByRole("cell").nth(index).innerText(),
      ]),
    );
    return Object.fromEntries(cells.filter(([, figure]) => /\d/.test(figure!)));
  };
  expect(await column(0)).toEqual({ 2015: "11.5", 2016: "15", 2017: "20", 2018: "23" });
  expect(await figuresIn(/^Total trade/)).toEqual(await column(0));
  expect(await figuresIn(/^Kazakhstan to Mexico/)).toEqual(await column(1));
  expect(await figuresIn(/^Mexico to Kazakhstan/)).toEqual(await column(2));
});

test.describe("a page of two sources, with scripts off", () => {
  test.use({ javaScriptEnabled: false });

  test("a mark opens its source beside itself, and Esc or a button leads back to that mark", async ({
    page,
  }) => {
    const cookie = await adminCookie();
    const idOf = (kind: string) => one<{ id: string }>(`SELECT "id" FROM "Record" WHERE "kind" = $1`, kind);
    const [dossier, source] = [await idOf("dossier"), await idOf("source")];
    const address = { address: "https://example.org/r", archivedAddress: "https://archive.example.org/r" };
    const register = await writeRecord({
      kind: "source",
      intent: "save",
      values: {
        title: "A register",
        authors: "A. Author",
        publisher: "P",
        date: "2001",
        accessedOn: "2026-01-02",
        ...address,
      },
      cookie,
    });
    const [second, place, quotation] = ["source", "place", "quotation"].map((key) =>
      inRow("citations", 1, key),
    );
    const cited = {
      [firstSource]: source.id,
      [second!]: register.id,
      [place!]: "p. 7",
      [quotation!]: "They met.",
    };
    const values = {
      title: "Talks of two sources",
      date: "1999-05",
      type: "other",
      text: "They talked.",
      ...cited,
    };
    const written = await writeRecord({
      kind: "event",
      intent: "publish",
      values,
      dossierId: dossier.id,
      cookie,
    });
    await page.goto(written.publicPath!);
    const mark = page.getByRole("button", { name: "Source 2" });
    const panel = page.getByRole("note").filter({ visible: true });
    await mark.click();
    for (const said of [
      "A. Author",
      "A register",
      "P",
      "2001",
      "p. 7",
      "They met.",
      "2 January 2026",
      "archive.example.org",
    ])
      await expect(panel).toContainText(said);
    const boxes = await Promise.all([mark.boundingBox(), panel.boundingBox()]);
    const [own, opened] = boxes.map((box) => box!);
    expect(opened!.y >= own!.y + own!.height - 1 || opened!.y + opened!.height <= own!.y + 1).toBe(true);
    await page.keyboard.press("Escape");
    await expect(panel).toHaveCount(0);
    await expect(mark).toBeFocused();
    await mark.press("Enter");
    await panel.getByRole("button", { name: "Back to the text" }).click();
    await expect(panel).toHaveCount(0);
    await expect(mark).toBeFocused();
  });
});

test("pages of two sources have marks large enough to press, and on paper their numbers alone", async ({
  page,
}) => {
  test.slow();
  const cookie = await adminCookie();
  const idOf = (kind: string) =>
    one<{ id: string }>(`SELECT "id" FROM "Record" WHERE "kind" = $1 ORDER BY "id" LIMIT 1`, kind);
  const [dossier, source] = [await idOf("dossier"), await idOf("source")];
  const values = { title: "A yearbook of trade", publisher: "P" };
  const yearbook = await writeRecord({ kind: "source", intent: "save", values, cookie });
  const both = { [firstSource]: source.id, [inRow("citations", 1, "source")]: yearbook.id };
  const publish = { intent: "publish", dossierId: dossier.id, cookie } as const;
  // Of a year there is one record of each reporter.
  const year = String(1951 + test.info().repeatEachIndex);
  const figures = {
    year,
    currency: "USD",
    exportsA: "1000000",
    exportsB: "2000000",
    total: "3000000",
  };
  for (const [reporter, more] of [
    ["KZ", { valuationA: "FOB", valuationB: "CIF" }],
    ["MX", { exportsA: "1120000", total: "3120000", valuationA: "CIF", valuationB: "FOB" }],
  ] as const)
    await writeRecord({ ...publish, kind: "tradeYear", values: { ...figures, reporter, ...more, ...both } });
  const text = { title: "Talks on trade", date: "1951-05", type: "other", text: "They talked." };
  const event = await writeRecord({ ...publish, kind: "event", values: { ...text, ...both } });
  for (const path of [event.publicPath!, `${pair}/history`, `${pair}/trade`, `${pair}/trade/${year}`]) {
    await page.goto(path);
    const marks = page.locator(".mark").filter({ has: page.locator("button:nth-of-type(2)") });
    await expect(marks.first(), path).toBeVisible();
    expect(
      await barriersInBoth(page, { tags: ["wcag2a", "wcag2aa", "wcag22aa", "best-practice"], what: path }),
    ).toEqual([]);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("button"), path).toHaveCount(0);
    const printed = await marks
      .first()
      .evaluate((mark) => getComputedStyle(mark, "::after").content.replaceAll('"', ""));
    expect(printed, path).toMatch(/^(?:\[\d+\]){2}$/);
    await page.emulateMedia({ media: "screen" });
  }
  // Each flow as both ends report it.
  const ledger = page.getByRole("region", { name: "One flow, as both ends report it" });
  for (const [row, first] of [
    [/^By the exporter/, "1"],
    [/^By the importer/, "1.12"],
    [/^Importer’s over exporter’s/, "1.12"],
    [/^Expected/, "1.00 to 1.10"],
  ] as const)
    await expect(ledger.getByRole("row", { name: row }).getByRole("cell").first()).toContainText(first);
  expect(await narrowWidth(page)).toBe(360);
});
