/** What readers do, and what their pages have to be whatever they show. */
import { readRoute } from "@/lib/routes";
import { type Deployment, hold, type Story } from "./check";

/** At most so many pages are looked at, spread over the sitemap: a check is no crawl. */
const most = 40;

const isOwnScript = (tag: string) => /type="application\/ld\+json"/.test(tag) || /src="\/islands\//.test(tag);

async function readPage({ browser }: Deployment, path: string): Promise<string> {
  const { status, headers, text } = await browser.open(path);
  hold(status === 200, `${path} answered ${status}`);
  hold(/^text\/html/.test(headers.get("content-type") ?? ""), `${path} is no page`);
  hold(/<h1[\s>]/.test(text), `${path} has no heading`);
  hold(/<link rel="canonical"/.test(text), `${path} does not name its address`);
  hold(!headers.has("set-cookie"), `${path} sets a cookie`);
  const scripts = (text.match(/<script[^>]*>/g) ?? []).filter((tag) => !isOwnScript(tag));
  hold(scripts.length === 0, `${path} holds a script: ${scripts[0]}`);
  return text;
}

export const reading: Story[] = [
  {
    name: "a reader opens the pages that the sitemap names",
    async tell(deployment) {
      const { pages } = deployment;
      hold(pages.includes("/"), "the sitemap is without the first page");
      const step = Math.max(1, Math.ceil(pages.length / most));
      for (let at = 0; at < pages.length; at += step) await readPage(deployment, pages[at]!);
    },
  },
  {
    name: "a dossier's pages come with their styles, which may be kept for good",
    async tell(deployment) {
      const text = await readPage(deployment, dossierOf(deployment) ?? "/");
      const styles = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href!);
      hold(styles.length > 0, "a page names no style sheet");
      for (const href of styles) {
        const answer = await deployment.browser.ask(href);
        await answer.body?.cancel();
        hold(answer.status === 200, `${href} answered ${answer.status}`);
        hold(/immutable/.test(answer.headers.get("cache-control") ?? ""), `${href} may not be kept`);
      }
    },
  },
  {
    name: "a reader takes a list as JSON, CSV and feed",
    async tell(deployment) {
      const { browser } = deployment;
      const dossier = dossierOf(deployment);
      const feeds = ["/feed.atom", ...(dossier ? [`${dossier}/feed.atom`] : [])];
      for (const path of feeds)
        hold(/<feed[\s>]/.test((await browser.open(path)).text), `${path} is no feed`);
      if (!dossier) return;
      JSON.parse((await browser.open(`${dossier}/visits.json`)).text);
      const csv = await browser.open(`${dossier}/visits.csv`);
      hold(/^text\/csv/.test(csv.headers.get("content-type") ?? ""), "visits.csv is no CSV");
    },
  },
  {
    name: "a search answers",
    async tell({ browser }) {
      const { status, text } = await browser.open("/search?q=embassy");
      hold(status === 200 && /<h1[\s>]/.test(text), `the search answered ${status}`);
    },
  },
  {
    name: "what is not there says so, with a way on",
    async tell({ browser }) {
      for (const path of ["/no-such-page", "/no-such/visits/page", "/_next/data/x.json"]) {
        const { status, text } = await browser.open(path);
        hold(status === 404, `${path} answered ${status}`);
        hold(/href="\/"/.test(text) && !text.includes("__next_error__"), `${path} leads nowhere`);
      }
    },
  },
  {
    name: "a page that the reader has is not sent again, and HEAD sends none",
    async tell({ browser }) {
      const first = await browser.ask("/", { headers: { "accept-encoding": "gzip" } });
      await first.body?.cancel();
      const tag = first.headers.get("etag");
      hold(tag, "the first page has no entity tag");
      const again = await browser.ask("/", { headers: { "if-none-match": tag, "accept-encoding": "gzip" } });
      hold(again.status === 304, `a page that we have answered ${again.status}`);
      const head = await browser.ask("/", { method: "HEAD" });
      hold(head.status === 200 && (await head.text()) === "", "HEAD is not answered as it should be");
    },
  },
];

/** The path of a dossier, if there is one. */
export const dossierOf = ({ pages }: Deployment) =>
  pages.find((path) => readRoute(path)?.page.is === "dossier");
