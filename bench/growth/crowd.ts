/** What a grown site bears: how many searches a second, and what one client's sixty at once do to another's. */
import { setTimeout as wait } from "node:timers/promises";
import { database } from "@/lib/database/client";
import { outboxState } from "@/lib/database/outbox";
import { searchPublished } from "@/lib/published/search";
import { askAs } from "@/tests/faults/support/client";
import { median, percentile, timed } from "../figures";
import type { Measured, Subject } from "./measure";

/** How long a refused connection waits before it asks again, in milliseconds. */
const pause = 250;

/** Two addresses of one machine, as two clients. */
const [greedy, other] = ["127.0.0.2", "127.0.0.3"];

/** Queries of which no two are the same: names and subjects of records all over the site, every fourth misspelt. */
async function* queries(): AsyncGenerator<string, never> {
  for (let skip = 0; ; skip += 500) {
    const found = await database().record.findMany({
      where: { kind: { in: ["visit", "agreement", "event", "source"] } },
      orderBy: { id: "asc" },
      select: { title: true },
      skip,
      take: 500,
    });
    if (found.length === 0) throw new Error("There are no more titles to search for");
    for (const [at, { title }] of found.entries()) {
      const words = title.split(" ").slice(0, 3).join(" ");
      yield at % 4 === 3 ? words.replace(/(?<=\b\p{L}{2})\p{L}(?=\p{L}{2})/u, "") : words;
    }
  }
}

async function taken(from: AsyncGenerator<string, never>, count: number): Promise<string[]> {
  const some = new Set<string>();
  while (some.size < count) some.add((await from.next()).value);
  return [...some];
}

/** How many a second, some at once, no query twice. */
async function rate(asked: readonly string[], atOnce: number, ask: (q: string) => Promise<unknown>) {
  let next = 0;
  const took = await timed(() =>
    Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let at = next++; at < asked.length; at = next++) await ask(asked[at]!);
      }),
    ),
  );
  return (asked.length * 1000) / took;
}

/** Searches a second, of the data alone and as pages; another client's searches, alone and beside sixty of a greedy one. */
export async function crowd({ url }: Subject): Promise<Measured> {
  const found: Measured = new Map();
  const words = queries();
  const port = Number(new URL(url).port);
  const page = async (client: string, q: string) => {
    const { status } = await askAs(client, port, `/search?${new URLSearchParams({ q }).toString()}`);
    if (status !== 200) refused += 1;
  };
  let refused = 0;
  const data = await taken(words, 400);
  await rate(data.slice(0, 40), 4, (q) => searchPublished(q, { limit: 50 }));
  found.set(
    "searches a second, their data alone",
    await rate(data.slice(40), 10, (q) => searchPublished(q, { limit: 50 })),
  );
  const pages = await taken(words, 100);
  found.set("searches a second, whole pages", await rate(pages, 4, (q) => page(other, q)));
  if (refused > 0) throw new Error(`${refused} searches of one client, four at once, were refused`);
  const another = async () => {
    const times: number[] = [];
    for (const q of await taken(words, 20)) times.push(await timed(() => page(other, q)));
    return percentile(times, 0.95);
  };
  const alone = await another();
  let isOver = false;
  const flood = Promise.all(
    Array.from({ length: 60 }, async (_, number) => {
      for (let round = 0; !isOver; round += 1) {
        const { status } = await askAs(greedy, port, `/search?q=greedy+${number}+${round}`);
        // Or what is measured would be how fast it can be refused.
        if (status !== 200) await wait(pause);
      }
    }),
  );
  const beside = await another().finally(() => (isOver = true));
  await flood;
  found.set("another's searches, p95, alone", alone);
  found.set("another's searches, p95, beside sixty connections", beside);
  found.set("the same, how many times as long", beside / alone);
  found.set("the same, refused of twenty (a count)", refused);
  return found;
}

/** What a server reads of the outbox as it starts. */
export async function outbox(): Promise<Measured> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) times.push(await timed(() => outboxState()));
  return new Map([["outbox, as a server reads it at its start", median(times)]]);
}
