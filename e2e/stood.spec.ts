/** What is cited of a page that is put together of records shows, at its address, what was cited. */
import { expect, type Page, test } from "@playwright/test";
import { firstSource } from "@/tests/support/rows";
import { barriersInBoth } from "./support/barriers";
import { adminCookie, firstDossier } from "./support/crew";
import { cutPartsOf } from "./support/fit";
import { uniqueWord } from "./support/members";
import { writeRecord } from "./support/records";

const standards = { tags: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] };

/** The address that a page's sentences of how it is cited give. */
async function citedAddress(page: Page): Promise<string> {
  await page.getByText("Cite this page").click();
  const said = await page.locator("details", { hasText: "Cite this page" }).innerText();
  const address = /https?:\S+\?stood=\d{8}T\d{6}\.\d{3}Z/.exec(said)?.[0];
  if (!address) throw new Error(`No address at a moment in: ${said}`);
  const { pathname, search } = new URL(address);
  return pathname + search;
}

test("a cited overview and list still show the visit as it stood, and say what has changed since", async ({
  page,
}) => {
  const { source, dossierId } = await firstDossier();
  const [cookie, word] = [await adminCookie(), uniqueWord()];
  const values = {
    from: "MX",
    to: "KZ",
    visitor: `Visitor ${word}`,
    office: "Secretary of Energy",
    rank: "minister",
    began: new Date().toISOString().slice(0, 10),
    type: "official",
    [firstSource]: source,
  };
  const write = { kind: "visit", dossierId, cookie } as const;
  const first = await writeRecord({ ...write, intent: "publish", values });

  const cited: string[] = [];
  for (const path of ["/kazakhstan-mexico", "/kazakhstan-mexico/visits", "/kazakhstan-mexico/history"]) {
    await page.goto(path);
    await expect(page.getByRole("main")).toContainText(`Visitor ${word}`);
    cited.push(await citedAddress(page));
    const asked = await page.request.get(`${path}/cite.bib`);
    expect(await asked.text()).toContain(`${path}?stood=`);
  }

  const changed = { ...values, visitor: `Guest ${word}` };
  const second = await writeRecord({ ...write, intent: "publish", target: first, values: changed });
  for (const address of cited) {
    const [path] = address.split("?");
    await page.goto(address);
    const main = page.getByRole("main");
    await expect(main).toContainText("as it stood here on");
    await expect(main, address).toContainText(`Visitor ${word}`);
    await expect(main).toContainText(/(One thing has|\d+ things have) changed since/);
    const since = page.getByRole("region", { name: "What has changed since" });
    await expect(since.getByRole("link", { name: `Guest ${word}` })).toBeVisible();
    await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
    expect(await barriersInBoth(page, { ...standards, what: address })).toEqual([]);
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await cutPartsOf(page), `${address} ${width}`).toEqual([]);
    }
    // What it is cited by is its own address, in files as well.
    expect(await citedAddress(page)).toBe(address);
    const bib = await page.request.get(`${path}/cite.bib?${address.split("?")[1]}`);
    expect(await bib.text()).toContain(address);
    await page.getByRole("link", { name: "The page of today" }).click();
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await expect(page.getByRole("main")).toContainText(`Guest ${word}`);
    await expect(page.getByRole("main")).not.toContainText(`Visitor ${word}`);
  }

  // The way to the version that stood then, and what it differs in from that of now.
  await page.goto(cited[1]!);
  const since = page.getByRole("region", { name: "What has changed since" });
  await since.getByRole("link", { name: "As it stood then" }).first().click();
  await expect(page.locator("del").first()).toContainText("Visitor");

  await writeRecord({ ...write, intent: "unpublish", target: second, values: changed });
  await page.goto(cited[1]!);
  await expect(page.getByRole("main")).not.toContainText(word);
  await expect(since).toContainText("Visit that was withdrawn");
  await expect(page.getByRole("main")).toContainText("What was withdrawn since is not shown.");
});

test("a moment before anything stood here has a sentence, and one that no calendar has leads to the page of today", async ({
  page,
}) => {
  for (const part of ["", "/agreements", "/history", "/trade", "/sources"]) {
    const answer = await page.goto(`/kazakhstan-mexico${part}?stood=2001-01-01`);
    expect(answer?.status(), part).toBe(200);
    await expect(page.getByRole("main")).toContainText("Nothing stood here on 1 January 2001");
    await expect(page.getByRole("main").getByRole("region")).toHaveCount(0);
  }
  expect(await barriersInBoth(page, { ...standards, what: "before" })).toEqual([]);
  await page.goto("/kazakhstan-mexico/visits?stood=2090-01-01");
  await expect(page.getByRole("main")).toContainText(
    "1 January 2090 (at the end of the day, UTC) has not come yet.",
  );
  await page.goto("/kazakhstan-mexico/visits?stood=2026-02-30");
  await expect(page).toHaveURL(/\/visits$/);
});

test("a year of trade and a source are cited by addresses that answer, in sentences and files", async ({
  page,
}) => {
  await page.goto("/kazakhstan-mexico/trade/2018");
  const year = await citedAddress(page);
  await page.goto(year);
  await expect(page.getByRole("main")).toContainText("US$23 million");
  await expect(page.getByRole("main")).toContainText("as it stood here on");
  expect(await (await page.request.get("/kazakhstan-mexico/trade/2018/cite.ris")).text()).toContain(
    "?stood=",
  );

  const source = "/kazakhstan-mexico/sources/kazakhstan-mexico-relations";
  await page.goto(source);
  await page.getByText("Cite this page").click();
  const said = await page.locator("details", { hasText: "Cite this page" }).innerText();
  const lasting = /\/kazakhstan-mexico\/changes\/\S+\?version=\d+/.exec(said)![0];
  expect((await page.goto(lasting))?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kazakhstan–Mexico relations");
  await expect(page.getByRole("main")).toContainText("An overview article on the relations");
  // What cites it is no part of a version.
  await expect(page.getByRole("region", { name: "Cited by" })).toHaveCount(0);
  expect(await barriersInBoth(page, { ...standards, what: lasting })).toEqual([]);
  await page.getByRole("link", { name: "what is recorded now" }).click();
  await expect(page).toHaveURL(new RegExp(`${source}$`));
  const day = "/kazakhstan-mexico?on=2015-06-01";
  await page.goto(day);
  await page.getByText("Cite this page").click();
  const bib = await page.getByRole("link", { name: "BibTeX" }).getAttribute("href");
  const file = await (await page.request.get(bib!)).text();
  expect(file).toContain(day);
  expect(file).toContain("Kazakhstan–Mexico on 1 June 2015");
});

test("the index of people and a country's page are cited by addresses that show what stood", async ({
  page,
}) => {
  const { source, dossierId } = await firstDossier();
  const [cookie, word] = [await adminCookie(), uniqueWord()];
  const publish = { intent: "publish", cookie } as const;
  const values = { name: `Aaa ${word}`, country: "MX" };
  const person = await writeRecord({ ...publish, kind: "person", values });
  await page.goto("/people");
  const index = await citedAddress(page);
  await page.goto("/countries/kz");
  const country = await citedAddress(page);

  await writeRecord({
    ...publish,
    kind: "person",
    target: person,
    values: { ...values, name: `Aab ${word}` },
  });
  const event = { title: `Talks ${word}`, type: "other", text: "Text.", [firstSource]: source };
  await writeRecord({ ...publish, kind: "event", dossierId, values: event });

  await page.goto(index);
  await expect(page.getByRole("main")).toContainText("as it stood here on");
  await expect(page.getByRole("link", { name: `Aaa ${word}` })).toHaveAttribute("href", /\?stood=/);
  const since = page.getByRole("region", { name: "What has changed since" });
  await expect(since.getByRole("link", { name: `Aab ${word}` })).toBeVisible();
  await page.goto(country);
  await expect(page.getByRole("row", { name: /^Mexico/ })).toBeVisible();
  await expect(
    since
      .getByRole("listitem")
      .filter({ hasText: `Talks ${word}` })
      .last(),
  ).toContainText("Kazakhstan–Mexico");
  for (const address of [index, country]) {
    await page.goto(address);
    await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
    expect(await barriersInBoth(page, { ...standards, what: address })).toEqual([]);
    for (const width of [320, 390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await cutPartsOf(page), `${address} ${width}`).toEqual([]);
    }
    await expectSameInFiles(page, address);
    await page.goto(address.replace(/\d{8}T.*/, "2001-01-01"));
    await expect(page.getByRole("main")).toContainText("Nothing stood here on 1 January 2001");
    await page.getByRole("link", { name: "The page of today" }).click();
    await expect(page).toHaveURL(new RegExp(`${address.split("?")[0]!}$`));
  }
});

const pair = "/kazakhstan-mexico";
const citedPages = [
  "/",
  "/about",
  "/people",
  "/countries/kz",
  "/calendar?month=2027-01",
  "/changes",
  pair,
  `${pair}/visits`,
  `${pair}/trade/2018`,
  `${pair}/sources`,
  `${pair}/reciprocity`,
  `${pair}/calendar?year=2017`,
  `${pair}/changes`,
  `${pair}?on=2015-06-01`,
  `${pair}/visits?stood=${new Date().toISOString().slice(0, 10)}`,
  `${pair}/visits/2014-erlan-idrissov`,
  `${pair}/sources/kazakhstan-mexico-relations`,
];

/** That the files beside a page's sentences of how it is cited name it, and its address, as they do. */
async function expectSameInFiles(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByText("Cite this page").click();
  const block = page.locator("details", { hasText: "Cite this page" });
  const [title = ""] = await block.locator("dd cite").first().allInnerTexts();
  const address = /https?:\S+[^\s.]/.exec(await block.innerText())![0];
  const { origin, pathname, search } = new URL(address);
  // Others publish meanwhile: the moment at which it stands so may be another by now.
  const lasting = search.startsWith("?stood=2") && !path.includes("?") ? "?stood=" : search;
  for (const format of ["BibTeX", "RIS", "CSL-JSON"]) {
    const href = await block.getByRole("link", { name: format }).getAttribute("href");
    const file = await page.request.get(href!);
    expect(file.status(), format).toBe(200);
    const text = await file.text();
    expect(text, format).toContain(`${origin}${pathname}${lasting}`);
    expect(text, format).toContain(title);
  }
}

for (const path of citedPages)
  test(`${path} is cited in three formats as in its sentences`, ({ page }) => expectSameInFiles(page, path));

test("a person and an earlier version are cited in three formats as in their sentences", async ({ page }) => {
  const { source, dossierId } = await firstDossier();
  const [cookie, word] = [await adminCookie(), uniqueWord()];
  const person = await writeRecord({
    kind: "person",
    intent: "publish",
    values: { name: `Person ${word}`, country: "MX" },
    cookie,
  });
  await expectSameInFiles(page, person.publicPath!);
  await page.goto(person.publicPath!);
  const asCited = await citedAddress(page);
  const renamed = { name: `Renamed ${word}`, country: "MX" };
  await writeRecord({ kind: "person", intent: "publish", target: person, values: renamed, cookie });
  await page.goto(asCited);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Person ${word}`);
  await expect(page.getByRole("main")).toContainText("One thing has changed since");
  await expect(
    page
      .getByRole("region", { name: "What has changed since" })
      .getByRole("link", { name: `Renamed ${word}` }),
  ).toBeVisible();
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
  expect(await barriersInBoth(page, { ...standards, what: asCited })).toEqual([]);
  await expectSameInFiles(page, asCited);
  const values = { title: `Talks ${word}`, type: "other", text: "Text.", [firstSource]: source };
  const write = { kind: "event", dossierId, cookie, intent: "publish" } as const;
  const first = await writeRecord({ ...write, values });
  await writeRecord({ ...write, target: first, values: { ...values, title: `Meeting ${word}` } });
  await expectSameInFiles(page, `${pair}/changes/${first.id}?version=${first.version}`);
});
