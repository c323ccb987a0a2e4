/** The index of people: all that are published, by name, in pages and as a file. */
import "server-only";
import { cache } from "react";
import { database } from "@/lib/database/client";
import { readTyped } from "@/lib/database/tables";
import { cacheTag } from "@/lib/domain/cache-tags";
import { LIST_PAGE } from "@/lib/domain/list-periods";
import { noteTags } from "./note-tags";
import { recordFrom } from "./record-row";
import type { TableReader } from "./table-records";

/** A person as the index shows them. */
export interface ListedPerson {
  id: string;
  slug: string;
  name: string;
  /** ISO 3166-1 alpha-2; null where it is not recorded. */
  country: string | null;
}

/** One page of the index. */
export interface PeoplePage {
  people: ListedPerson[];
  /** How many people there are. */
  all: number;
  /** How many pages, from 1 on; 0 where there is no one. */
  pages: number;
}

/** The people of a page by name, at most `LIST_PAGE`. */
export const peoplePage = cache(async (page: number): Promise<PeoplePage> => {
  const [people, [counted]] = await Promise.all([
    database().$queryRaw<ListedPerson[]>`
      SELECT r."id", r."slug", r."title" AS "name", p."country" FROM (
        SELECT "id", "slug", "title" FROM "Record" WHERE "kind" = 'person'
        ORDER BY "title", "id" LIMIT ${LIST_PAGE} OFFSET ${(page - 1) * LIST_PAGE}
      ) r JOIN "Person" p USING ("id") ORDER BY r."title", r."id"`,
    database().$queryRaw<{ all: number }[]>`SELECT count(*)::int AS "all" FROM "Person"`,
  ]);
  // Of those shown, the country as well.
  noteTags(cacheTag.people(), ...people.map(({ id }) => cacheTag.record(id)));
  const all = counted?.all ?? 0;
  return { people, all, pages: Math.ceil(all / LIST_PAGE) };
});

/** Read at a time. */
const batchSize = 500;
/** How long it may take to read all, in milliseconds. */
const readWithin = 60_000;

/**
 * Reads all people by name, as they stood at one moment; `readTable` does the same for a dossier's lists.
 * @throws where it takes longer than a minute.
 */
export async function readPeople(reader: TableReader): Promise<void> {
  noteTags(cacheTag.everyPerson());
  await database().$transaction(
    async (tx) => {
      const rows = await tx.$queryRaw<{ id: string }[]>`
        SELECT "id" FROM "Record" WHERE "kind" = 'person' ORDER BY "title", "id"`;
      const ids = rows.map(({ id }) => id);
      await reader.start(ids.length);
      for (let at = 0; at < ids.length; at += batchSize) {
        const batch = ids.slice(at, at + batchSize);
        const read = await readTyped(tx, "person", { id: { in: batch } });
        const found = new Map(read.map((row) => [row.id as string, recordFrom("person", row)]));
        const records = batch.flatMap((id) => found.get(id) ?? []);
        await reader.batch({ records, named: new Map() });
      }
    },
    { isolationLevel: "RepeatableRead", timeout: readWithin },
  );
}
