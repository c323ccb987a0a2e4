/** Fills a database with many made-up published events, by SQL: what searches are measured and tested on. */
import type pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { choiceSign, countrySign } from "@/lib/domain/code-signs";
import { countryCodes } from "@/lib/domain/countries";
import { eventTypes } from "@/lib/domain/kinds/event";
import { projectedBy } from "@/lib/domain/projection";
import { madeUp } from "./made-up-texts";

const batch = 10_000;

type Client = Pick<pg.ClientBase, "query">;

interface Filling {
  dossierId: string;
  count: number;
  tag: string;
}

/**
 * Adds `count` published events to a dossier, as the owner of the tables. Each has `tag` among its words, which tells
 * them from those of another filling, and of whose addresses it is the beginning.
 */
export async function fillRecords(client: Client, filling: Filling): Promise<void> {
  await withoutWordIndexes(client, () => insert(client, filling));
}

/** Takes the indexes of words and trigrams away for as long as the work lasts: they are made faster than kept up. */
async function withoutWordIndexes(client: Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS "name", pg_get_indexdef(i.indexrelid) AS "definition"
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam
     WHERE m.amname = 'gin' AND c.relnamespace = current_schema()::regnamespace`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  await work();
  for (const { definition } of rows) await client.query(definition);
}

/** What a record holds as codes: a choice that every eighth or so has, and one of all countries. */
function signsOf(number: number): string {
  const country = countryCodes[number % countryCodes.length]!;
  return `${choiceSign(eventTypes[number % eventTypes.length]!)} ${countrySign(country)}`;
}

async function insert(client: Client, { dossierId, count, tag }: Filling): Promise<void> {
  for (let first = 0; first < count; first += batch) {
    const numbers = Array.from({ length: Math.min(batch, count - first) }, (_, at) => first + at);
    const made = numbers.map((number) => ({
      ...{ id: uuidv7(), slug: `${tag}-${number}`, signs: signsOf(number) },
      ...madeUp(number),
    }));
    const rows = JSON.stringify(made);
    const from = `FROM json_to_recordset($1) AS r("id" uuid, "slug" text, "signs" text, "title" text, "text" text, "day" date)`;
    await client.query(
      `INSERT INTO "Entry" ("id", "kind", "dossierId", "state", "draft", "slug", "title", "sortDate", "searchText",
         "projectedBy", "createdByName", "updatedByName", "firstPublishedAt", "lastPublishedAt")
       SELECT "id", 'event', $2, 'published', '{}', "slug", "title", "day", '', ${projectedBy}, 'Bench', 'Bench', now(), now() ${from}`,
      [rows, dossierId],
    );
    await client.query(
      `INSERT INTO "Record" ("id", "kind", "dossierId", "slug", "title", "sortDate", "searchText", "version",
         "firstPublishedAt", "lastPublishedAt")
       SELECT "id", 'event', $2, "slug", "title", "day", concat_ws(' ', "title", "text", "day", $3::text, "signs"), 1, now(), now()
       ${from}`,
      [rows, dossierId, tag],
    );
    await client.query(
      `INSERT INTO "Event" ("id", "title", "date", "dateEarliest", "dateLatest", "type", "text")
       SELECT "id", "title", "day"::text, "day", "day", 'other', "text" ${from}`,
      [rows],
    );
  }
}
