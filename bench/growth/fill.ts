/**
 * Fills a scratch database with as many records as a site may come to have, as real saves and publications leave them:
 * entries with what `project` makes of them, revisions, events, links, published rows, citations and the numbers of
 * sources. Made in this process and written by COPY, with foreign keys and indexes made afterwards: in a database that
 * no one uses.
 */
import { setImmediate as turn } from "node:timers/promises";
import type pg from "pg";
import { countryCodes, countryName } from "@/lib/domain/countries";
import { slugify } from "@/lib/domain/slugify";
import { withConnection } from "@/lib/database/connection";
import { putBackRest, putBackKey, takeOff } from "@/lib/operations/bulk-load";
import { copyIn, Rows } from "./copy";
import { type MadeDossier, makeDossier, type Making } from "./dossier";
import { planOf } from "./plan";
import { filledTables } from "./record-rows";

export interface FillSettings {
  /** Records besides those of the dossiers themselves. At least 1,000. */
  records: number;
  dossiers?: number;
  /** Of the dossier with the most of them; a fifth of all records, at most 10,000, unless told otherwise. */
  visits?: number;
  /** Is told how many records there are so far, some times a second. */
  progress?(made: number, of: number): void;
}

export interface Filled {
  /** The dossier with the most visits. */
  large: MadeDossier;
  /** One as full as a real dossier may be; its second visit has 200 meetings and 500 versions. */
  full: MadeDossier;
  all: MadeDossier[];
  /** Records in all, drafts and dossiers among them. */
  records: number;
}

/** Written at a time. */
const batch = 2000;
/** Made between two turns of the event loop, in which what was made before is being sent. */
const step = 50;

/** Fills the database at `url`, and returns when the planner knows of what is there. */
export function fill(url: string, settings: FillSettings): Promise<Filled> {
  return withConnection(url, async (client) => {
    await client.query("SET synchronous_commit = off");
    const taken = await takeOff(client, filledTables);
    const filled = await fillTables(client, settings);
    await putBackRest(client, taken);
    for (const key of taken.keys) await putBackKey(client, key);
    await client.query("VACUUM ANALYZE");
    return filled;
  });
}

async function fillTables(client: pg.Client, settings: FillSettings): Promise<Filled> {
  const { records, dossiers = 500, visits = Math.min(10_000, Math.floor(records / 5)) } = settings;
  if (records < 1000 || dossiers < 2) throw new Error("At least 1,000 records in two dossiers");
  const pairs = await freePairs(client);
  const began = Date.UTC(2016, 0, 1);
  const apart = Math.floor((Date.now() - began) / (records + dossiers + 1) / 1.1);
  let made = 0;
  const making: Making = {
    rows: new Rows(),
    sourceSlugs: new Set(),
    next: () => ({ number: made, madeAt: began + made++ * apart }),
  };
  const all: MadeDossier[] = [];
  let writing = Promise.resolve();
  let steps = 0;
  for (const [nth, counts] of planOf({ records, dossiers, visits }).entries()) {
    const parties = pairs.next().value;
    if (!parties) throw new Error("There are no more pairs of countries");
    const one = makeDossier(making, { nth, parties, counts });
    let result = one.next();
    for (; !result.done; result = one.next()) {
      steps += 1;
      if (steps % step === 0) await turn();
      if (steps % batch !== 0) continue;
      await writing;
      writing = copyIn(client, making.rows.take());
      settings.progress?.(made, records + dossiers);
    }
    all.push(result.value);
  }
  await writing;
  await copyIn(client, making.rows.take());
  settings.progress?.(made, made);
  return { large: all[0]!, full: all[1]!, all, records: made };
}

/** Pairs of countries that have no dossier yet. */
async function freePairs(client: pg.Client): Promise<Iterator<[string, string], undefined>> {
  const { rows } = await client.query<{ slug: string }>(
    'SELECT "slug" FROM "SlugAlias" UNION SELECT "slug" FROM "Dossier"',
  );
  const taken = new Set(rows.map(({ slug }) => slug));
  return (function* pairs(): Generator<[string, string], undefined> {
    // First the pair that real dossiers are full of.
    const first: [string, string] = ["MX", "US"];
    const isFree = (pair: string[]) => !taken.has(slugify(pair.map((code) => countryName(code)).join(" ")));
    if (isFree(first)) yield first;
    for (const a of countryCodes)
      for (const b of countryCodes)
        if (a < b && `${a}${b}` !== first.join("") && isFree([a, b])) yield [a, b];
    return undefined;
  })();
}
