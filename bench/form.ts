/** A form opened cold: how soon its fields can be used, and what it weighs. */
import type { Browser } from "@playwright/test";
import { database } from "@/lib/database/client";
import { newReader, startBrowser } from "./browser";
import { atMost, type Figure, median } from "./figures";
import { makeLongRecord } from "./long-record";
import type { Bench } from "./main";
import { signIn } from "./sign-in";

interface Cold {
  usable: number;
  /** How long the page's own thread was at work, in milliseconds. */
  busy: number;
  /** Bytes of the page itself. */
  page: number;
  scripts: number;
  requests: number;
}

export async function form({ url }: Bench): Promise<Figure[]> {
  const { id } = await database().entry.findFirstOrThrow({ where: { kind: "dossier" } });
  const cookie = await signIn(url, "editor");
  const browser = await startBrowser();
  const figures: Figure[] = [];
  try {
    const long = await makeLongRecord(id, { rows: 200, revisions: 500 });
    for (const [list, path, bound] of [
      ["visits", `/admin/visits/new?dossier=${id}`, 350],
      ["trade", `/admin/trade/new?dossier=${id}`, 350],
      ["200 rows, 500 revisions", `/admin/history/${long}`, 300],
      ["the same with every row open", `/admin/history/${long}?rows=open`, undefined],
    ] as const) {
      await openCold(browser, url, path, cookie);
      const opened: Cold[] = [];
      for (let round = 0; round < 5; round += 1) opened.push(await openCold(browser, url, path, cookie));
      figures.push(
        atMost(`${list}: fields usable after`, median(opened.map(({ usable }) => usable)), "ms", bound),
        atMost(`${list}: processor of the browser`, median(opened.map(({ busy }) => busy)), "ms"),
        atMost(`${list}: page before compression`, median(opened.map(({ page }) => page)) / 1024, "kB"),
        atMost(`${list}: compressed scripts`, median(opened.map(({ scripts }) => scripts)) / 1024, "kB", 180),
        atMost(`${list}: requests`, median(opened.map(({ requests }) => requests)), "", 20),
      );
    }
  } finally {
    await browser.close();
  }
  return figures;
}

/** Opens a form in a browser that has nothing of the site; usable means that React answers for its fields. */
async function openCold(browser: Browser, url: string, path: string, cookie: string): Promise<Cold> {
  const context = await newReader(browser);
  await context.addCookies(
    cookie.split("; ").map((pair) => {
      const cut = pair.indexOf("=");
      return { name: pair.slice(0, cut), value: pair.slice(cut + 1), url };
    }),
  );
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Performance.enable");
  const scriptIds = new Set<string>();
  let scripts = 0;
  let requests = 0;
  devtools.on("Network.requestWillBeSent", () => (requests += 1));
  devtools.on(
    "Network.responseReceived",
    ({ requestId, type }) => type === "Script" && scriptIds.add(requestId),
  );
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scriptIds.has(requestId)) scripts += encodedDataLength;
  });
  await page.addInitScript(() => {
    const watch = () => {
      const input = document.querySelector(
        "form.record-form input:not([type=hidden]), form.record-form select",
      );
      const isLive = input !== null && Object.keys(input).some((key) => key.startsWith("__reactProps"));
      if (isLive) console.debug(`usable ${performance.now()}`);
      else requestAnimationFrame(watch);
    };
    watch();
  });
  // To be asked would cost the page what is measured: the tool's own scripts take its thread for 10 ms.
  const said = page.waitForEvent("console", (message) => message.text().startsWith("usable "));
  const answer = await page.goto(url + path, { waitUntil: "load" });
  if (answer?.status() !== 200) throw new Error(`${path}: ${answer?.status()}`);
  const usable = Number((await said).text().slice("usable ".length));
  await page.waitForLoadState("networkidle");
  const { metrics } = await devtools.send("Performance.getMetrics");
  const busy = 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN);
  const size = (await answer.body()).length;
  await context.close();
  return { usable, busy, page: size, scripts, requests };
}
