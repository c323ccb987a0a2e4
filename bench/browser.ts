/** The system's Chromium, as the browser tests start it. */
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "@playwright/test";
import settings from "../playwright.config";

export function startBrowser(): Promise<Browser> {
  return chromium.launch(settings.use?.launchOptions);
}

/** A browser that has nothing of the site yet. */
export async function newReader(browser: Browser, options?: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  // tsx names functions with a helper of this name, which functions sent to a page take along.
  await context.addInitScript("globalThis.__name = (named) => named");
  return context;
}
