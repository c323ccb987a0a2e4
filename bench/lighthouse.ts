/**
 * Lighthouse's four scores of the first dossier's pages on its slow phone, each the median of five runs. Lighthouse is no part of the
 * project's packages: `npm install --no-save lighthouse@12` puts it beside them; without it nothing is measured, and that is said.
 */
import { chromium } from "@playwright/test";
import settings from "../playwright.config";
import { freePort } from "../scripts/lib/postgres.mjs";
import { atLeast, type Figure, median } from "./figures";
import type { Bench } from "./main";

const paths = ["/", "/kazakhstan-mexico", "/kazakhstan-mexico/trade", "/kazakhstan-mexico/agreements"];
const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
const runs = 5;

/** As much as is used of it. */
interface Lighthouse {
  default(
    url: string,
    flags: { port: number; output: "json"; onlyCategories: readonly string[]; logLevel: "error" },
  ): Promise<{ lhr: { categories: Record<string, { score: number | null }> } } | undefined>;
}

export async function lighthouse({ url }: Bench): Promise<Figure[]> {
  const found = await installed();
  if (!found) {
    console.log("Lighthouse is not installed: npm install --no-save lighthouse@12");
    return [];
  }
  const port = await freePort();
  const launch = settings.use?.launchOptions;
  const args = [...(launch?.args ?? []), `--remote-debugging-port=${port}`];
  const browser = await chromium.launch({ ...launch, args });
  const figures: Figure[] = [];
  try {
    for (const path of paths) {
      const scores = new Map<string, number[]>(categories.map((name) => [name, []]));
      for (let run = 0; run < runs; run += 1) {
        const flags = { port, output: "json", onlyCategories: categories, logLevel: "error" } as const;
        const said = await found.default(url + path, flags);
        for (const [name, all] of scores) all.push((said?.lhr.categories[name]?.score ?? 0) * 100);
      }
      for (const [name, all] of scores) figures.push(atLeast(`${path} ${name}`, median(all), 99, ""));
    }
  } finally {
    await browser.close();
  }
  return figures;
}

async function installed(): Promise<Lighthouse | null> {
  // Named at run time: types are checked where it is not installed.
  const name = "lighthouse";
  try {
    return (await import(name)) as Lighthouse;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND") return null;
    throw error;
  }
}
