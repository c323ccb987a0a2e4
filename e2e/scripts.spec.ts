/** Words in other scripts than Latin: found at the desk, set in the site's own typefaces, with marks on their right side. */
import { barriersInBoth } from "./support/barriers";
import { cookieOfRole, firstDossier } from "./support/crew";
import { expect, test, unique } from "./support/fixtures";
import { writeRecord } from "./support/records";
import { firstSource, inRow } from "@/tests/support/rows";
import type { Page } from "@playwright/test";

/** Publishes an event of this title and text, and tells its address. */
async function publishEvent(title: string, text = "It was short.", date = "1999-05"): Promise<string> {
  const { dossierId, source } = await firstDossier();
  const cookie = await cookieOfRole("editor");
  const other = await writeRecord({
    kind: "source",
    intent: "save",
    values: { title: `Register ${unique()}`, publisher: "P" },
    cookie,
  });
  // Of two sources, so that there are marks.
  const cited = { [firstSource]: source, [inRow("citations", 1, "source")]: other.id };
  const values = { date, title, text, type: "incident", ...cited };
  const { publicPath } = await writeRecord({ kind: "event", intent: "publish", values, dossierId, cookie });
  return publicPath!;
}

test("a draft in Cyrillic is found from the desk's header by its Latin spelling, a source by its pasted address", async ({
  as,
  makeVisit,
}) => {
  const word = unique();
  await makeVisit(`Үмітов ${word}`);
  const address = `https://www.example.org/${word}/?page=2`;
  await writeRecord({
    kind: "source",
    intent: "save",
    values: { title: `Register ${word}`, address },
    cookie: await cookieOfRole("editor"),
  });
  const { page } = await as("viewer");
  await page.goto("/admin");
  await page.getByRole("link", { name: "Search all records" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type(`umitov ${word}`);
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("main").getByRole("link", { name: new RegExp(`Үмітов ${word}`) }),
  ).toBeVisible();
  await expect(page.getByRole("main").getByRole("listitem")).toContainText("Draft");
  await page.getByRole("searchbox").fill(`http://example.org/${word}/?page=2&utm_source=mail#top`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByRole("link", { name: `Register ${word}` })).toBeVisible();
  expect(await barriersInBoth(page)).toEqual([]);
});

/** The typefaces' files that a page asks for. */
async function filesOf(page: Page, path: string): Promise<string[]> {
  const files: string[] = [];
  page.on("request", (request) => {
    const name = /(?:source_serif_4|source_sans_3|serif|sans)_([a-z_]+?)(?:_400_normal)?(?:-s)?\./.exec(
      request.url(),
    )?.[1];
    // Every page has the key figures' digits and letters.
    if (name && name !== "key") files.push(name);
  });
  await page.goto(path, { waitUntil: "networkidle" });
  return [...new Set(files)].sort();
}

test("a page asks for the letters that it has, and for no others", async ({ page, browser }) => {
  const word = unique();
  // A page names the events before and after its own: these are Latin too.
  const [, latin] = [
    await publishEvent(`Talks before ${word}`, "They were short.", "1998-03-01"),
    await publishEvent(`Talks ${word}`, "They were short.", "1998-03-02"),
    await publishEvent(`Talks after ${word}`, "They were short.", "1998-03-03"),
  ];
  const mixed = await publishEvent(`Астана Қазақстан Αθήνα ${word}`);
  expect(await filesOf(page, latin)).toEqual(["latin"]);
  const other = await browser.newPage();
  expect(await filesOf(other, mixed)).toEqual(["cyrillic", "cyrillic_ext", "greek", "latin"]);
  await other.close();
});

test("a text written from right to left has its mark on its right side", async ({ page }) => {
  await page.goto(await publishEvent(`Talks ${unique()}`, "محمد علي"));
  const mark = page.locator("p", { hasText: "محمد علي" }).locator(".mark").first();
  const sides = await mark.evaluate((own) => {
    const range = document.createRange();
    range.setStart(own.parentElement!, 0);
    range.setEndBefore(own);
    return { text: range.getBoundingClientRect().right, mark: own.getBoundingClientRect().right };
  });
  expect(sides.mark).toBeGreaterThan(sides.text);
});

test("a word that is longer than a line is broken, and makes no page wider than the window", async ({
  page,
}) => {
  const word = `${"Donaudampfschifffahrtsgesellschaft".repeat(3)}${unique()}`;
  const path = await publishEvent(word, word.repeat(2));
  await page.setViewportSize({ width: 390, height: 900 });
  for (const at of ["/", `/search?q=${word}`, path]) {
    await page.goto(at);
    // What others publish meanwhile may push it off the first page.
    if (at !== "/") await expect(page.locator("main :is(a, h1)", { hasText: word }).last()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), at).toBeLessThanOrEqual(390);
  }
});
