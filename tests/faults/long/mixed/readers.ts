/** Readers of documents, and others who search, for as long as the mixed load goes on. */
import { setTimeout as wait } from "node:timers/promises";
import messages from "@/messages/en.json";
import { slug } from "../../support/first-dossier";
import { knownPages } from "../../support/pages";
import type { Figures } from "./figures";
import { draftWord, type LoadRecord, patience } from "./records";

/** Readers are many, but the machine that this runs on is small; in milliseconds. */
const pauses = { document: 50, search: 250 };
const numbers = { document: 4, search: 2 };

/** What a search says that was ended before it was through, as there may be records that it did not come to. */
const tookTooLong = messages.search.cutOffHelp;

/** Paths, and words that each of them has to hold. */
export type KnownPages = Record<string, string>;

/** What is read: pages that stay as they are, those that the editors change, and the editors' own records. */
export function pagesOf(records: readonly LoadRecord[]): KnownPages {
  const first = records[0]!.title;
  return {
    ...knownPages,
    [`/${slug}/history`]: first,
    [`/${slug}/history.json`]: first,
    [`/${slug}/history.csv`]: first,
    "/feed.atom": "<feed",
    "/sitemap.xml": `/${slug}/`,
    [`/${slug}/feed.atom`]: "<feed",
    ...Object.fromEntries(records.map(({ path, title }) => [path, title])),
  };
}

/** Searches: each is for an editor's record, which has to be found. */
const searchesOf = (records: readonly LoadRecord[]): KnownPages =>
  Object.fromEntries(
    records.map(({ title, path }) => [`/search?q=${encodeURIComponent(title).replaceAll("%20", "+")}`, path]),
  );

/** Starts all readers; resolves when `goesOn` has become false and each has its last answer. */
export function startReaders(
  origin: string,
  records: readonly LoadRecord[],
  figures: Figures,
  goesOn: () => boolean,
): Promise<unknown> {
  const read = async (what: "document" | "search", pages: KnownPages, first: number) => {
    const entries = Object.entries(pages);
    for (let number = first; number < first + 1_000_000 && goesOn(); number += 1) {
      const [path, words] = entries[number % entries.length]!;
      const got = await figures.ask(what, path, () =>
        fetch(origin + path, { redirect: "manual", signal: AbortSignal.timeout(patience) }),
      );
      if (got?.text.includes(draftWord)) figures.fault(`${path} shows a draft`);
      if (got && got.status < 500) {
        if (got.status !== 200) figures.fault(`${path} answered ${got.status}`);
        else if (what === "search" && got.text.includes(tookTooLong)) figures.endedSearches += 1;
        else if (!got.text.includes(words))
          figures.fault(
            `${path} came without "${words}", under ${/<h2[\s\S]{0,300}?<\/h2>/.exec(got.text)?.[0]}`,
          );
      }
      await wait(pauses[what]);
    }
  };
  const several = (what: "document" | "search", pages: KnownPages) =>
    Array.from({ length: numbers[what] }, (_, number) => read(what, pages, number * 7));
  return Promise.all([...several("document", pagesOf(records)), ...several("search", searchesOf(records))]);
}
