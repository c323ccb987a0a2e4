/** What axe finds wrong with a page, once for its structure and once more for its other colours. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** The rules that look at colours: all that can differ between a page in light and in dark. */
const ofColour = ["color-contrast", "link-in-text-block"];

interface Options {
  /** Only rules with one of these tags; all that axe runs by itself unless told. */
  tags?: string[];
  /** What stands before each line. */
  what?: string;
}

/** Every barrier of the page as it is shown now, a line each. */
export async function barriersOf(page: Page, { tags, what = "" }: Options = {}): Promise<string[]> {
  const axe = axeOn(page);
  return linesOf(await (tags ? axe.withTags(tags) : axe).analyze(), what);
}

/** Every barrier of the page in light, and what its colours add in dark. Leaves it dark. */
export async function barriersInBoth(page: Page, options: Options = {}): Promise<string[]> {
  const what = options.what ?? "";
  await page.emulateMedia({ colorScheme: "light" });
  const light = await barriersOf(page, { ...options, what: `${what} in light` });
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await axeOn(page).withRules(ofColour).analyze();
  return [...light, ...linesOf(dark, `${what} in dark`)];
}

/**
 * No page of ours has frames: axe need not look for them, nor gather its results on a page of its own, which costs as
 * much again. What passes is not asked for.
 */
const axeOn = (page: Page) =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });

function linesOf({ violations }: Awaited<ReturnType<AxeBuilder["analyze"]>>, what: string): string[] {
  return violations.map(({ id, nodes }) => `${what} ${id}: ${nodes[0]?.html}`);
}
