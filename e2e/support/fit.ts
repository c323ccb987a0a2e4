/** What does not fit a page as it is shown: what scrolls sideways, what is cut, what is set in a weight that is not shipped. */
import type { Page } from "@playwright/test";

/** Every part of the page that goes beyond its width or is cut at its own edge, a line each. */
export function cutPartsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const named = (one: Element) =>
      `<${one.tagName.toLowerCase()} class="${one.className}"> ${(one.textContent ?? "").trim().slice(0, 40)}`;
    const found: string[] = [];
    if (document.documentElement.scrollWidth > width)
      found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const one of document.querySelectorAll<HTMLElement>("body *")) {
      const box = one.getBoundingClientRect();
      // A pasted table scrolls in its own frame, and what is there for those alone who listen has no size.
      if (box.width <= 1 || box.height <= 1 || one.closest(".paste-table, .sr-only, .desk-skip, script"))
        continue;
      if (box.right > width + 1 || box.left < -1) found.push(`beyond the page: ${named(one)}`);
      const { overflowX } = getComputedStyle(one);
      const scrolls =
        overflowX !== "visible" && !one.matches("input, select, textarea, .table-frame:has(.paste-table)");
      if (scrolls && one.scrollWidth > one.clientWidth + 1) found.push(`cut: ${named(one)}`);
    }
    return found;
  });
}

/** The weights in which the page sets its typefaces, without those that are shipped: the sans in 400 and 600, the serif in 400. */
export function weightsNotShipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shipped = [...document.fonts].map(
      ({ family, weight }) => `${family.replaceAll('"', "")} ${weight}`,
    );
    const found = new Set<string>();
    for (const one of document.querySelectorAll("body, body *")) {
      const hasText = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      const { fontFamily, fontWeight } = getComputedStyle(one);
      const family = fontFamily.split(",", 1)[0]!.replaceAll('"', "").trim();
      const isOurs = shipped.some((face) => face.startsWith(`${family} `));
      if (hasText && isOurs && !shipped.includes(`${family} ${fontWeight}`))
        found.add(`${family} ${fontWeight}: ${(one.textContent ?? "").trim().slice(0, 30)}`);
    }
    return [...found];
  });
}

/** How wide the page is in a window of 360 pixels: no more than that where all of it fits. The window is as before then. */
export async function narrowWidth(page: Page): Promise<number> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 900 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (before) await page.setViewportSize(before);
  return width;
}
