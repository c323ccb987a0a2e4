/** The migration of that name, on a database that the version before it filled. */
import { expect, it } from "vitest";
import { statements } from "@/tests/support/test-postgres";
import { emptyDatabase } from "@/tests/support/empty-database";
import { onClient } from "@/tests/support/on-client";
import { applyMigrations } from "./migrations";

const ours = { root: "prisma" };
const before = "20261126040000_house_in_order";
const beforeSpellings = "20261126110700_names_of_countries";
const beforeFoldedOnce = "20261126130529_last_verified";
const [dossier, long, short] = [1, 2, 3].map((n) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`);

/** A published record as the version before wrote it: of its words only the first 4,000 characters. */
function published(
  id: string,
  kind: string,
  dossierId: string | null,
  values: object,
  text: string,
): string[] {
  const within = dossierId ? `'${dossierId}'` : "NULL";
  const head = `'${id}', '${kind}', ${within}, '${kind}-${Number(id.slice(-3))}', 'Łódź ${id.slice(-3)}', '${text.slice(0, 4000)}'`;
  return [
    `INSERT INTO "Entry" ("id", "kind", "dossierId", "slug", "title", "searchText", "state", "draft", "createdByName",
       "updatedByName") VALUES (${head}, 'published', '{}', 'A', 'A')`,
    `INSERT INTO "Record" ("id", "kind", "dossierId", "slug", "title", "searchText", "version", "firstPublishedAt",
       "lastPublishedAt") VALUES (${head}, 1, now(), now())`,
    `INSERT INTO "Revision" ("id", "entryId", "version", "action", "values", "title", "byName")
     VALUES (gen_random_uuid(), '${id}', 1, 'publish', '${JSON.stringify(values)}', 'T', 'A')`,
  ];
}

it("takes in every word of what is published, also those that were cut off", async () => {
  const url = await emptyDatabase();
  await applyMigrations(ours, url, { upTo: before });
  const text = `${"talks ".repeat(800)}Tlaquepaque`;
  const values = { text, meetings: [{ id: long, host: "Xóchitl" }], citations: [{ place: "Elsewhere" }] };
  await statements(
    url,
    ...published(dossier!, "dossier", null, {}, "a dossier"),
    ...published(long!, "visit", dossier!, values, text),
    ...published(short!, "event", dossier!, { text: "Unsaid" }, "short"),
  );

  await applyMigrations(ours, url);

  await onClient(url, async (client) => {
    const found = async (word: string) => {
      const { rows } = await client.query<{ id: string }>(
        `SELECT "id" FROM "Record" WHERE "searchWords" @@ $1::tsquery`,
        [word],
      );
      return rows.map(({ id }) => id);
    };
    expect(await found("tlaquepaque & talks & xochitl")).toEqual([long]);
    expect(await found("elsewhere | unsaid")).toEqual([]);
    expect(await found("'=lodz' & '#event'")).toEqual([short]);
    const { rows } = await client.query<{ word: string }>(`SELECT "word" FROM "SearchWord" ORDER BY "word"`);
    const words = rows.map(({ word }) => word);
    expect(words).toEqual([...new Set(words)]);
    expect(words).toEqual(expect.arrayContaining(["dossier", "lodz", "talks", "tlaquepaque", "xochitl"]));
    expect(words.filter((word) => /\d|^.$/.test(word))).toEqual([]);
  });
});

it("spells what is there already in Latin letters, drafts and published records", async () => {
  const url = await emptyDatabase();
  await applyMigrations(ours, url, { upTo: beforeSpellings });
  await statements(
    url,
    ...published(dossier!, "dossier", null, {}, "a dossier"),
    ...published(long!, "visit", dossier!, {}, "Асқар Үмітов"),
    ...published(short!, "event", dossier!, {}, "José Müller"),
  );

  await applyMigrations(ours, url);

  await onClient(url, async (client) => {
    const texts = async (table: string) => {
      const { rows } = await client.query<{ searchText: string }>(
        `SELECT "searchText" FROM "${table}" WHERE "id" <> $1 ORDER BY "id"`,
        [dossier],
      );
      return rows.map(({ searchText }) => searchText);
    };
    const expected = ["асқар үмітов askar asqar umitov", "jose muller"];
    expect(await texts("Entry")).toEqual(expected);
    expect(await texts("Record")).toEqual(expected);
    const { rows } = await client.query(`SELECT "word" FROM "SearchWord" WHERE "word" = 'umitov'`);
    expect(rows).toHaveLength(1);
  });
});

it("folds anew what stays otherwise when it is folded again, in texts, words and the index of titles", async () => {
  const url = await emptyDatabase();
  await applyMigrations(ours, url, { upTo: beforeFoldedOnce });
  await statements(
    url,
    ...published(dossier!, "dossier", null, {}, "a dossier"),
    ...published(long!, "event", dossier!, {}, "Tu\uA7AEla"),
    ...published(short!, "event", dossier!, {}, "José Müller"),
    `UPDATE "Entry" SET "title" = 'Tu\uA7AEla' WHERE "id" = '${long}'`,
  );

  await applyMigrations(ours, url);

  await onClient(url, async (client) => {
    for (const table of ["Entry", "Record"]) {
      const { rows } = await client.query(
        `SELECT "searchText" FROM "${table}" WHERE "id" <> $1 ORDER BY "id"`,
        [dossier],
      );
      expect(rows).toEqual([{ searchText: "tuila" }, { searchText: "jose muller" }]);
    }
    const { rows } = await client.query(`SELECT "word" FROM "SearchWord" WHERE "word" = 'tuila'`);
    expect(rows).toHaveLength(1);
    await client.query(`SET enable_seqscan = off`);
    const byIndex = `SELECT "id" FROM "Entry" WHERE "kind" = 'event' AND "state" <> 'trashed'
      AND (left(entente_folded("title"), 100) COLLATE "C") = 'tuila'`;
    expect(
      (await client.query<{ "QUERY PLAN": string }>(`EXPLAIN ${byIndex}`)).rows[0]!["QUERY PLAN"],
    ).toContain("Entry_opening_idx");
    expect((await client.query(byIndex)).rows).toEqual([{ id: long }]);
  });
});

it("compares by their consonants also words that were there before", async () => {
  const url = await emptyDatabase();
  await applyMigrations(ours, url, { upTo: "20261127072933_days_told" });
  await statements(url, ...published(dossier!, "dossier", null, {}, "Muhammad محمد الشريف Sharif"));
  await applyMigrations(ours, url);
  await onClient(url, async (client) => {
    await client.query(`SET enable_seqscan = off`);
    const alike = (condition: string) =>
      client.query(
        `SELECT s."word" FROM "SearchWord" s WHERE s."word" ~ '${condition}' AND entente_consonants(s."word") = entente_consonants('محمد')`,
      );
    expect((await alike("^[a-z]{3,30}$")).rows.map(({ word }) => word)).toContain("muhammad");
    expect((await alike(String.raw`^[\u05d0-\u05ea\u0620-\u06ff]{3,12}$`)).rows).toEqual([{ word: "محمد" }]);
  });
});
