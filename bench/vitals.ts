/** What a reader with a slow phone gets: LCP, layout shift, blocked time, weight and requests of public pages. */
import type { Browser } from "@playwright/test";
import { newReader, startBrowser } from "./browser";
import { atMost, type Figure, median } from "./figures";
import type { Bench } from "./main";
import { weighed } from "./weights";

// Lighthouse's mobile setting: a slow fourth-generation network and a processor four times slower.
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const slower = 4;
const paths = ["/", "/kazakhstan-mexico", "/kazakhstan-mexico/trade"];

interface Vitals {
  lcp: number;
  cls: number;
  blocked: number;
  weight: number;
  requests: number;
}

export async function vitals({ url }: Bench): Promise<Figure[]> {
  const browser = await startBrowser();
  const figures: Figure[] = [];
  try {
    for (const path of paths) {
      const opened: Vitals[] = [];
      for (let round = 0; round < 3; round += 1) opened.push(await open(browser, url + path));
      const of = (key: keyof Vitals) => median(opened.map((one) => one[key]));
      figures.push(
        atMost(`${path} largest paint`, of("lcp"), "ms", 2500),
        atMost(`${path} layout shift`, of("cls"), "", 0.1),
        atMost(`${path} blocked`, of("blocked"), "ms", 200),
        atMost(`${path} weight in all`, of("weight") / 1024, "kB", 60),
        atMost(`${path} requests`, of("requests"), "", 8),
      );
    }
  } finally {
    await browser.close();
  }
  return figures;
}

async function open(browser: Browser, url: string): Promise<Vitals> {
  const context = await newReader(browser, { viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", network);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
  const weight = weighed(devtools);
  await page.addInitScript(() => {
    const seen = { lcp: 0, cls: 0, blocked: 0 };
    (window as { seen?: typeof seen }).seen = seen;
    const watch = (type: string, note: (entry: PerformanceEntry & { value?: number }) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
    watch("largest-contentful-paint", (entry) => (seen.lcp = entry.startTime));
    watch("layout-shift", (entry) => (seen.cls += entry.value ?? 0));
    watch("longtask", (entry) => (seen.blocked += Math.max(0, entry.duration - 50)));
  });
  await page.goto(url, { waitUntil: "networkidle" });
  // Entries are told after the frame that they are of.
  await page.waitForFunction(() => ((window as { seen?: { lcp: number } }).seen?.lcp ?? 0) > 0);
  const seen = await page.evaluate(
    () =>
      (window as { seen?: Pick<Vitals, "lcp" | "cls" | "blocked"> }).seen ?? { lcp: 0, cls: 0, blocked: 0 },
  );
  await context.close();
  return { ...seen, ...weight };
}
