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
// What a list links each of its rows to.
const rowLink = /href="\/admin\/history\/[0-9a-f-]{36}"/;

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
  const page = (path: string) => async () => {
    const answer = await fetch(url + path, { headers: { cookie } });
    if (!answer.ok || !rowLink.test(await answer.text())) throw new Error(`${path}: no rows`);
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
    atMost("first page, HTML over HTTP", await medianOf(page("/admin/history")), "ms", 300),
    atMost("last page, HTML over HTTP", await medianOf(page("/admin/history?from=end")), "ms", 300),
    atMost("search, HTML over HTTP", await medianOf(page("/admin/history?q=musicians")), "ms", 300),
  ];
}
