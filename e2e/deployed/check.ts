/** What a check of a deployment is made of: named stories, each of which throws what is wrong. */
import { PlainBrowser } from "../support/plain-browser";
import { locationsIn } from "../support/public-addresses";

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
  const open = async (path: string) => {
    const { status, text } = await browser.open(path);
    hold(status === 200, `${path} answered ${status}`);
    return locationsIn(text);
  };
  const pages: string[] = [];
  for (const map of await open("/sitemap.xml")) pages.push(...(await open(map)));
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
