/** The desk's lists at 100,000 records of a kind, as queries and as pages. */
import { operator } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { listEntries, type ListQuery } from "@/lib/desk/read/list";
import { atMost, type Figure, median, timed } from "./figures";
import { fillEvents } from "./fill";
import type { Bench } from "./main";
import { signIn } from "./sign-in";

const records = 100_000;
const times = 9;
/** What a list's page may take, in milliseconds. */
const bound = 150;
// What a list links each of its rows to.
const rowLink = /href="\/admin\/history\/([0-9a-f-]{36})"/g;

async function medianOf(task: () => Promise<unknown>): Promise<number> {
  await task();
  const measured: number[] = [];
  for (let round = 0; round < times; round += 1) measured.push(await timed(task));
  return median(measured);
}

export async function lists({ url }: Bench): Promise<Figure[]> {
  const { id } = await database().entry.findFirstOrThrow({ where: { kind: "dossier" } });
  await fillEvents(id, records);
  const list = (query: Partial<ListQuery>) => () =>
    listEntries(operator(), "event", { sort: "updated", direction: "desc", ...query });
  const cookie = await signIn(url, "editor");
  /** Asks for a page of the list; its rows have to be those that the query finds. */
  const page = async (path: string, query: Partial<ListQuery>) => {
    const wanted = (await list(query)()).rows.map((row) => row.id).join();
    return async () => {
      const answer = await fetch(url + path, { headers: { cookie } });
      const found = new Set([...(await answer.text()).matchAll(rowLink)].map(([, row]) => row));
      if (!answer.ok || wanted === "" || [...found].join() !== wanted)
        throw new Error(`${path} answered ${answer.status} with other rows`);
    };
  };
  return [
    atMost("first page, query", await medianOf(list({})), "ms"),
    atMost("last page, query", await medianOf(list({ from: "end" })), "ms"),
    atMost("by date, last page, query", await medianOf(list({ sort: "newest", from: "end" })), "ms"),
    atMost("search for a common word, query", await medianOf(list({ q: "musicians" })), "ms"),
    atMost("search for a rare one, query", await medianOf(list({ q: "no. 99988" })), "ms"),
    atMost(
      "by type and dossier, query",
      await medianOf(list({ facets: { type: "other" }, dossierId: id })),
      "ms",
    ),
    atMost("first page, HTML over HTTP", await medianOf(await page("/admin/history", {})), "ms", bound),
    atMost(
      "last page, HTML over HTTP",
      await medianOf(await page("/admin/history?page=last", { from: "end" })),
      "ms",
      bound,
    ),
    atMost(
      "search, HTML over HTTP",
      await medianOf(await page("/admin/history?q=musicians", { q: "musicians" })),
      "ms",
      bound,
    ),
  ];
}
