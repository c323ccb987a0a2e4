/** Searches among very many records, each asked once: what the database takes for one, and a whole page over HTTP. */
import { database } from "@/lib/database/client";
import { withConnection } from "@/lib/database/connection";
import { choiceLabels } from "@/lib/domain/signs-called";
import { otherNames } from "@/lib/domain/other-names";
import eventWords from "@/messages/kinds/event.en.json";
import { searchPublished } from "@/lib/published/search";
import { atMost, type Figure, percentile, timed } from "./figures";
import { fillRecords } from "./fill-records";
import { madeUp } from "./made-up-texts";
import type { Bench } from "./main";

const records = Number(process.env.BENCH_RECORDS ?? 100_000);
const each = 100;

/** The rare words of a text, rarest and longest last. */
const rareWords = (number: number) =>
  madeUp((number * 37) % records)
    .text.split(/\W+/)
    .filter((word) => word.length > 6);
const slip = (word: string) => word.slice(0, 3) + word.slice(4);
const common = ["embassy", "countries", "relations", "minister", "visit", "cooperation", "exports"];
const word = (number: number, from: number) => common[(number + from) % common.length]!;

const choices = choiceLabels(eventWords.choices, []);
const labels = Object.values(choices);
const names = Object.values(otherNames).flat();

/** The kinds of searches, each with a query for every number. */
const asked: Record<string, (number: number) => string> = {
  "a name, spelt right": (n) => rareWords(n).at(-1) ?? "",
  "three words": (n) => rareWords(n).slice(-3).join(" "),
  "a misspelt word": (n) => slip(rareWords(n).at(-1) ?? ""),
  "two misspelt words": (n) => rareWords(n).slice(-2).map(slip).join(" "),
  "a common word": (n) => `${word(n, 0)} ${["", "the", "of", "and"][n % 4]}`,
  "two common words": (n) => `${word(n, 0)} ${word(n, 1 + (n % 5))}`,
  "a common and a misspelt word": (n) => `${word(n, 0)} ${slip(rareWords(n).at(-1) ?? "")}`,
  "part of a word": (n) => rareWords(n).at(-1)?.slice(1, 6) ?? "",
  "what a choice is called": (n) => `${labels[n % labels.length]} ${["", word(n, 0)][n % 2]}`,
  "a name in use of a country": (n) => `${names[n % names.length]} ${["", word(n, 0)][n % 2]}`,
  "a word that there is not": (n) => `xqzwv${slip(rareWords(n).at(-1) ?? "")}`,
};

export async function searches({ url, databaseUrl }: Bench): Promise<Figure[]> {
  const { id: dossierId } = await database().record.findFirstOrThrow({ where: { kind: "dossier" } });
  await withConnection(databaseUrl, async (client) => {
    await fillRecords(client, { dossierId, count: records, tag: "bench" });
    await client.query("VACUUM ANALYZE");
  });
  const figures: Figure[] = [{ what: "records", value: String(records) }];
  for (const [what, queryOf] of Object.entries(asked)) figures.push(...(await alone(what, queryOf)));
  figures.push(await together("all kinds, ten at once, data alone", ten, (q) => searchPublished(q, asPage)));
  figures.push(
    await together("all kinds, four at once, whole pages", four, async (q) => {
      const answer = await fetch(`${url}/search?q=${encodeURIComponent(q)}`);
      if (answer.status !== 200 || !(await answer.text()).includes('id="results"'))
        throw new Error(`A search for ${q} answered ${answer.status}`);
    }),
  );
  return figures;
}

const asPage = { limit: 50, choices };
const [ten, four] = [10, 4];

/** One after the other, as a page asks. What is not found, or is cut off, is told: a bench must measure what it names. */
async function alone(what: string, queryOf: (number: number) => string): Promise<Figure[]> {
  const times: number[] = [];
  let [found, cutOff] = [0, 0];
  for (let number = 0; number < each; number += 1)
    times.push(
      await timed(async () => {
        const { hits, isCutOff } = await searchPublished(queryOf(number), asPage);
        found += hits.length > 0 ? 1 : 0;
        cutOff += isCutOff ? 1 : 0;
      }),
    );
  return [
    atMost(`${what}: p50`, percentile(times, 0.5), "ms", 50),
    atMost(`${what}: p95`, percentile(times, 0.95), "ms", 100),
    { what: `${what}: found, cut off`, value: `${found} of ${each}, ${cutOff}` },
  ];
}

/** How many a second, of all kinds in turn, no query twice. */
async function together(
  what: string,
  atOnce: number,
  ask: (query: string) => Promise<unknown>,
): Promise<Figure> {
  const kinds = Object.values(asked);
  const total = kinds.length * 40;
  let next = 0;
  const took = await timed(() =>
    Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let at = next++; at < total; at = next++) await ask(kinds[at % kinds.length]!(each + at));
      }),
    ),
  );
  return { what: `${what}: searches a second`, value: String(Math.round((total * 1000) / took)) };
}
