/** What a check of a deployment is made of: named stories, each of which throws what is wrong. */
import { PlainBrowser } from "../support/plain-browser";

export interface Deployment {
  origin: string;
  browser: PlainBrowser;
  /** Addresses of readers' pages, as the sitemap names them. */
  pages: string[];
}

export interface Story {
  name: string;
  tell(deployment: Deployment): Promise<void>;
}

/** Throws a sentence where something does not hold. */
export function hold(holds: unknown, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}

/** Opens a deployment and finds its pages. */
export async function openDeployment(origin: string, through?: string): Promise<Deployment> {
  const browser = new PlainBrowser({ origin, through });
  const sitemap = await browser.open("/sitemap.xml");
  hold(sitemap.status === 200, `/sitemap.xml answered ${sitemap.status}`);
  // The site calls itself by its public name, which need not be the one by which we reach it.
  const pages = [...sitemap.text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => {
    const { pathname, search } = new URL(loc!.replaceAll("&amp;", "&"));
    return pathname + search;
  });
  return { origin, browser, pages };
}

/** Tells stories one after the other and prints what came of each; returns how many failed. */
export async function tellAll(stories: Story[], deployment: Deployment): Promise<number> {
  let failed = 0;
  for (const { name, tell } of stories) {
    const began = performance.now();
    const took = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
    try {
      await tell(deployment);
      console.log(`pass  ${name} (${took()})`);
    } catch (error) {
      failed += 1;
      console.log(`FAIL  ${name} (${took()}): ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return failed;
}
