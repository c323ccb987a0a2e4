/** What the pages of a full dossier weigh, with all that a reader who has nothing of the site yet downloads for them. */
import type { Browser, CDPSession } from "@playwright/test";
import { startTestServer } from "../e2e/support/server";
import { newReader, startBrowser } from "./browser";
import { atMost, type Figure } from "./figures";
import { fill, type Filled } from "./growth/fill";

const parts = [
  "",
  "/history",
  "/visits",
  "/agreements",
  "/trade",
  "/missions",
  "/sources",
  "/reciprocity",
  "/changes",
];
/** Kilobytes that a page of a full dossier may have. */
const most = 100;

/** As full as a real dossier: on a server of its own, whose database is filled before it starts. */
export async function weights(): Promise<Figure[]> {
  let filled: Filled | undefined;
  const server = await startTestServer({
    label: "full",
    beforeStart: async (url) => void (filled = await fill(url, { records: 1000, dossiers: 20 })),
  });
  const browser = await startBrowser();
  try {
    const figures: Figure[] = [];
    for (const { slug } of [filled!.large, filled!.full])
      for (const part of parts) {
        const { weight, requests } = await open(browser, `${server.url}/${slug}${part}`);
        figures.push(
          atMost(`/${slug}${part} weight in all`, weight / 1024, "kB", most),
          atMost(`/${slug}${part} requests`, requests, "", 8),
        );
      }
    return figures;
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function open(browser: Browser, url: string) {
  const context = await newReader(browser, { viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  const weight = weighed(devtools);
  const answer = await page.goto(url, { waitUntil: "networkidle" });
  if (!answer?.ok()) throw new Error(`${url} answers ${answer?.status()}`);
  await context.close();
  return weight;
}

/** Counts, from now on, what a page downloads: bytes as they come over the network, and requests. */
export function weighed(devtools: CDPSession): { weight: number; requests: number } {
  const counted = { weight: 0, requests: 0 };
  devtools.on("Network.requestWillBeSent", ({ request }) => {
    if (!request.url.startsWith("data:")) counted.requests += 1;
  });
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => (counted.weight += encodedDataLength));
  return counted;
}
