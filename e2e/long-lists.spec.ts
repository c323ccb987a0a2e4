/** Lists that have no room on one page, as readers go through them. */
import { expect, test } from "@playwright/test";
import pg from "pg";
import { barriersInBoth } from "./support/barriers";

/** A dossier with so many visits in each of these years, put straight into the database. */
async function longDossier(url: string, visitsIn: Record<string, number>): Promise<string> {
  const id = "00000000-0000-7000-8000-0000000000aa";
  const names = `'Test', 'Test', now(), now()`;
  const entry = `INSERT INTO "Entry" ("id", "kind", "dossierId", "state", "draft", "slug", "title", "sortDate",
      "createdByName", "updatedByName", "firstPublishedAt", "lastPublishedAt")`;
  const record = `INSERT INTO "Record" ("id", "kind", "dossierId", "slug", "title", "sortDate", "searchText", "facets",
      "version", "firstPublishedAt", "lastPublishedAt")
    SELECT "id", "kind", "dossierId", "slug", "title", "sortDate", '', ARRAY['from=FR', 'rank=minister'], 1, now(), now() FROM "Entry"`;
  const sent = [
    `${entry} VALUES ('${id}', 'dossier', NULL, 'published', '{}', 'france-japan', 'France–Japan', NULL, ${names})`,
    `${record} WHERE "id" = '${id}'`,
    `INSERT INTO "Dossier" ("id", "countryA", "countryB", "slug", "summary", "memberships")
     VALUES ('${id}', 'FR', 'JP', 'france-japan', 'A long dossier', '{}')`,
    ...Object.entries(visitsIn).map(
      ([year, count]) => `${entry}
        SELECT gen_random_uuid(), 'visit', '${id}', 'published', '{}', '${year}-visitor-' || n, 'Visitor no. ' || n || ' of ${year}',
          date '${year}-01-01' + n, ${names} FROM generate_series(1, ${count}) n`,
    ),
    `${record} WHERE "dossierId" = '${id}'`,
    `INSERT INTO "Visit" ("id", "from", "to", "visitor", "office", "rank", "type", "began", "places")
     SELECT "id", 'FR', 'JP', "title", 'Minister', 'minister', 'official', "sortDate"::text, '{}'
     FROM "Record" WHERE "dossierId" = '${id}'`,
  ];
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of sent) await client.query(statement);
  } finally {
    await client.end();
  }
  return "/france-japan/visits";
}

test("a reader goes through a long list by decades, years and pages, without barriers", async ({ page }) => {
  const list = await longDossier(process.env.ENTENTE_E2E_DATABASE!, { 2021: 3, 2019: 60, 1999: 62, 1995: 5 });
  const main = page.getByRole("main");
  const visits = main.getByRole("link", { name: /^Visitor no/ });
  const periods = page.getByRole("navigation", { name: "Periods" });
  const current = periods.locator("[aria-current]");

  await page.goto(list);
  await expect(page.getByRole("heading", { name: "2020s", exact: true })).toBeVisible();
  await expect(visits).toHaveCount(3);
  await expect(periods.getByRole("link")).toHaveText(["2020s 3", "2010s 60", "1990s 67"]);
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", new RegExp(`${list}$`));

  // As many as have room.
  await periods.getByRole("link", { name: "2010s 60" }).click();
  await expect(page).toHaveURL(/visits\?decade=2010$/);
  await expect(visits).toHaveCount(60);
  await expect(current).toHaveText("2010s 60");

  // More than have room: the newest year, and pages of it.
  await periods.getByRole("link", { name: "1990s 67" }).click();
  await expect(page.getByRole("heading", { name: "1999 Page 1 of 2" })).toBeVisible();
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", /visits\?year=1999$/);
  await page.goto(`${list}?year=1999`);
  await page.getByRole("link", { name: "Older" }).click();
  await expect(page).toHaveURL(/visits\?year=1999&page=2$/);
  await expect(visits).toHaveText(["Visitor no. 2 of 1999", "Visitor no. 1 of 1999"]);
  await expect(page).toHaveTitle(/1999, page 2/);
  await page
    .getByRole("navigation", { name: "Years of the 1990s" })
    .getByRole("link", { name: "1995 5" })
    .click();
  await expect(visits).toHaveCount(5);

  // Narrowed it is gone through alike, and keeps what it was narrowed to.
  await page.getByLabel("Rank").selectOption("Minister or higher");
  await page.getByRole("combobox", { name: "Year" }).selectOption("Any year");
  await page.getByRole("button", { name: "Show" }).click();
  await periods.getByRole("link", { name: "1990s 67" }).click();
  await expect(page).toHaveURL(/visits\?rank=minister&decade=1990$/);

  for (const wrong of ["?decade=1980", "?year=1999&page=3"])
    expect((await page.request.get(list + wrong)).status(), wrong).toBe(404);
  await page.goto(`${list}?year=1999&page=2`);
  expect(await barriersInBoth(page, { tags: ["wcag2a", "wcag2aa", "best-practice"], what: list })).toEqual(
    [],
  );
  await page.setViewportSize({ width: 360, height: 900 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
