/** What readers find by an address or a quotation, and what is told of what lies ahead or beyond a scale. */
import { barriersInBoth } from "./support/barriers";
import { adminCookie } from "./support/crew";
import { type FormValues, writeRecord } from "./support/records";
import { expect, test } from "./support/seeded";
import { one } from "./support/traces";
import { firstSource, inRow } from "@/tests/support/rows";

test.describe.configure({ mode: "default" });
test.use({ addedBy: "readers-found" });

const pair = "/kazakhstan-mexico";
const address = "https://www.example.org/gazette/quinoa?issue=12";

test.beforeAll(async ({ seeded }) => {
  expect(seeded).toBeTruthy();
  const cookie = await adminCookie();
  const dossier = await one<{ id: string }>(`SELECT "id" FROM "Dossier"`);
  const values = { title: "Gazette of quartz", publisher: "P", address };
  const source = (await writeRecord({ kind: "source", intent: "save", values, cookie })).id;
  const publish = (kind: "event" | "visit" | "tradeYear", own: FormValues) =>
    writeRecord({
      ...{ kind, intent: "publish", dossierId: dossier.id, cookie },
      values: { [firstSource]: source, ...own },
    });
  await publish("event", {
    ...{ title: "Talks on looms", date: "2003", type: "other", text: "A delegation came." },
    [inRow("citations", 0, "quotation")]: "It was woven by moonlight, they say.",
  });
  const visit = { from: "KZ", to: "MX", office: "Minister", rank: "minister", type: "official" };
  await publish("visit", { ...visit, visitor: "A planned guest", began: "2099-05-04", ended: "2099-05-06" });
  const year = { reporter: "KZ", currency: "USD" };
  for (const [of, total] of Object.entries({ 2014: "21000000", 2015: "23000000", 2016: "41000000000" }))
    await publish("tradeYear", { ...year, year: of, total });
});

test("a pasted address finds its source, and a quotation the record that is cited for it, with the passage", async ({
  page,
}) => {
  const hits = page.getByRole("region", { name: / for “/ }).getByRole("listitem");
  await page.goto("/search");
  const box = page.getByRole("main").getByRole("searchbox");
  await box.fill("example.org/gazette/quinoa?issue=12#part");
  await box.press("Enter");
  await expect(hits.first()).toContainText("Gazette of quartz");
  await expect(hits.first()).toContainText("example.org/gazette/quinoa?issue=12");
  await page.goto("/search?q=moonlight");
  await expect(hits).toHaveCount(1);
  await expect(hits.first()).toContainText("Talks on looms");
  await expect(hits.first()).toContainText(
    "Cited from Gazette of quartz: It was woven by moonlight, they say.",
  );
  await expect(hits.first().locator("mark")).toHaveText("moonlight");
  expect(await barriersInBoth(page, { what: "hits by a citation" })).toEqual([]);
});

test("what has begun is the last visit, and what is planned the next", async ({ page }) => {
  await page.goto(pair);
  const glance = page.getByRole("region", { name: "At a glance", exact: true });
  await expect(glance).toContainText("Erlan Idrissov, September 2014");
  await expect(glance).toContainText("Planned next: A planned guest");
  await expect(glance).toContainText("4–6 May 2099");
  expect(await barriersInBoth(page, { what: "an overview with a planned visit" })).toEqual([]);
  await page.goto("/");
  await expect(page.getByRole("main")).toContainText("last visit by Erlan Idrissov (September 2014)");
  await page.goto("/countries/kz");
  await expect(page.getByRole("main")).toContainText("Planned: A planned guest");
});

test("a chart says which figure lies beyond its scale, and a line of years which year", async ({ page }) => {
  await page.goto(`${pair}/trade`);
  const chart = page.getByRole("img", { name: /^Total trade/ });
  await expect(chart).toHaveAttribute("aria-label", /Beyond the scale: 2016: 41,000 \(Kazakhstan\)\.$/);
  await expect(
    page.locator("figure").getByText("Beyond the scale: 2016: 41,000 (Kazakhstan)."),
  ).toBeVisible();
  await page.goto(pair);
  const years = page.getByRole("group", { name: /^Years of the relations/ });
  await expect(years).toHaveAttribute("aria-label", /stands at the right edge: 2099\.$/);
});

test("the CSV that spreadsheet programs read is offered beside the others", async ({ page }) => {
  for (const path of [`${pair}/visits`, "/people"]) {
    await page.goto(path);
    const link = page.getByRole("link", { name: "CSV for spreadsheets" });
    expect((await page.request.get((await link.getAttribute("href"))!)).ok()).toBe(true);
  }
});
