/** In which typefaces and under which titles readers get their pages. */
import type { Page } from "@playwright/test";
import { expect, test } from "./support/seeded";

const pair = "/kazakhstan-mexico";

/** What the letters of the first such element are drawn with, where the typefaces are at hand. */
async function drawnWith(page: Page, selector: string): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready);
  await page.reload();
  const inspector = await page.context().newCDPSession(page);
  await inspector.send("DOM.enable");
  await inspector.send("CSS.enable");
  const { root } = await inspector.send("DOM.getDocument");
  const { nodeId } = await inspector.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { fonts } = await inspector.send("CSS.getPlatformFontsForNode", { nodeId });
  return fonts.map(({ postScriptName }) => postScriptName);
}

test("what is not there preloads the typefaces of every page", async ({ page, seeded }) => {
  const files = async (path: string) => {
    await page.goto(seeded + path);
    const links = page.locator("link[rel=preload][as=font]");
    return (await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")))).sort();
  };
  const usual = await files(pair);
  expect(usual).toHaveLength(3);
  for (const path of ["/no-such", `${pair}/visits/none`]) {
    expect(await files(path), path).toEqual(usual);
    expect(await drawnWith(page, "h1"), path).toEqual(["SourceSerif4-Regular"]);
  }
});

test("figures at a glance are set in the semibold, and nothing is slanted", async ({ page }) => {
  await page.goto(pair);
  expect(await drawnWith(page, "#glance + dl .key time")).toEqual(["SourceSans3ExtraLight-SemiBold"]);
  const slanted = await page
    .getByRole("main")
    .locator("*")
    .evaluateAll((all) => all.filter((one) => getComputedStyle(one).fontStyle !== "normal").length);
  expect(slanted).toBe(0);
});

test("an agreement's short title heads its page and its way, and the full one stands below", async ({
  page,
}) => {
  await page.goto(`${pair}/agreements`);
  const paths = await page
    .getByRole("main")
    .locator(`h3 a[href^="${pair}/agreements/"]`)
    .evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
  const heads: { head: string; whole: string }[] = [];
  for (const path of paths) {
    await page.goto(path);
    const head = await page.getByRole("heading", { level: 1 }).innerText();
    const way = page.getByRole("navigation", { name: "Where you are" }).locator("[aria-current=page]");
    await expect(way).toHaveText(head);
    expect(await page.title()).toContain(head);
    const below = page.locator("h1 + p, .marked + p").first();
    heads.push({ head, whole: (await below.count()) ? await below.innerText() : head });
  }
  expect(heads.some(({ head, whole }) => whole.length > head.length)).toBe(true);
});
