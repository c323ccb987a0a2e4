/** The migration that says of each figure of trade how sure it is, on a database of the version before it. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { emptyDatabase } from "@/tests/support/empty-database";
import { statements } from "@/tests/support/test-postgres";
import { backup } from "./backup";
import { applyMigrations } from "./migrations";
import { restore } from "./restore";

const ours = { root: "prisma" };
const before = "20261126214000_sources_that_differ";
const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const [dossier, first, second, source] = [idOf(1), idOf(2), idOf(3), idOf(5)];
const old = join(mkdtempSync(join(tmpdir(), "entente-standing-")), "before.gz");

let url: string;
let client: pg.Client;

const cites = (id: string, more = "") =>
  `{"id": "${id}", "source": "${source}", "supports": ["standing", "total"]${more}}`;
const values = (year: number) =>
  `{"year": ${year}, "reporter": "KZ", "currency": "USD", "total": "5", "standing": "estimate", "citations": [${cites(idOf(6))}]}`;
const record = (id: string, year: number) => [
  `INSERT INTO "Entry" ("id", "kind", "dossierId", "state", "slug", "version", "draft", "title", "createdByName", "updatedByName")
   VALUES ('${id}', 'tradeYear', '${dossier}', 'published', '${year}-kz', 2, '${values(year)}', 'T', 'A', 'B')`,
  `INSERT INTO "Record" ("id", "kind", "dossierId", "slug", "title", "searchText", "version", "uniqueKey", "firstPublishedAt", "lastPublishedAt")
   VALUES ('${id}', 'tradeYear', '${dossier}', '${year}-kz', 'T', 'x', 2, '${year}|KZ', now(), now())`,
  `INSERT INTO "TradeYear" ("id", "year", "reporter", "currency", "standing") VALUES ('${id}', ${year}, 'KZ', 'USD', 'estimate')`,
];

beforeAll(async () => {
  url = await emptyDatabase();
  await applyMigrations(ours, url, { upTo: before });
  await statements(
    url,
    `INSERT INTO "Entry" ("id", "kind", "state", "draft", "title", "createdByName", "updatedByName")
     VALUES ('${dossier}', 'dossier', 'draft', '{}', 'D', 'A', 'B')`,
    `INSERT INTO "Entry" ("id", "kind", "state", "draft", "title", "createdByName", "updatedByName", "slug")
     VALUES ('${source}', 'source', 'published', '{"title": "S"}', 'S', 'A', 'B', 's')`,
    `INSERT INTO "Record" ("id", "kind", "slug", "title", "searchText", "version", "firstPublishedAt", "lastPublishedAt")
     VALUES ('${source}', 'source', 's', 'S', 'x', 2, now(), now())`,
    `INSERT INTO "Source" ("id", "title") VALUES ('${source}', 'S')`,
    ...record(first, 2013),
    `INSERT INTO "Citation" ("recordId", "position", "id", "sourceId", "supports")
     VALUES ('${first}', 0, '${idOf(6)}', '${source}', '{standing,total}')`,
    `INSERT INTO "Revision" ("id", "entryId", "version", "action", "values", "title", "byName")
     VALUES ('${idOf(4)}', '${first}', 2, 'publish', '{"year": 2013, "standing": "estimate"}', 'T', 'A')`,
  );
  await backup(url, old);
  await applyMigrations(ours, url);
  client = new pg.Client({ connectionString: url });
  await client.connect();
});
afterAll(() => client.end());

const standings = async (from: pg.Client, id: string) => {
  const { rows } = await from.query<object>(
    `SELECT t."standingA", t."standingB", t."standingTotal", e."draft",
       (SELECT array_agg(c."supports") FROM "Citation" c WHERE c."recordId" = t."id") AS "supports"
     FROM "TradeYear" t JOIN "Entry" e USING ("id") WHERE "id" = '${id}'`,
  );
  return rows[0];
};
const each = { standingA: "estimate", standingB: "estimate", standingTotal: "estimate" };
const supports = [...Object.keys(each), "total"];

it("has the one standing of before be that of each figure, in records, working copies and citations", async () => {
  expect(await standings(client, first)).toMatchObject({
    ...each,
    supports: [supports],
    draft: { year: 2013, total: "5", ...each, citations: [{ supports }] },
  });
  expect(JSON.stringify(await standings(client, first))).not.toContain('"standing"');
});

it("leaves revisions as they were written", async () => {
  const { rows } = await client.query<object>(`SELECT "values" FROM "Revision"`);
  expect(rows).toEqual([{ values: { year: 2013, standing: "estimate" } }]);
});

it("takes what an earlier version still writes, and holds no other standings", async () => {
  await statements(url, ...record(second, 2014));
  expect(await standings(client, second)).toMatchObject(each);
  await client.query(`UPDATE "TradeYear" SET "standingA" = NULL WHERE "id" = '${second}'`);
  expect(await standings(client, second)).toMatchObject({ ...each, standingA: null });
  await client.query(`UPDATE "TradeYear" SET "standing" = 'provisional' WHERE "id" = '${second}'`);
  expect(await standings(client, second)).toMatchObject({
    ...{ standingA: "provisional", standingB: "provisional", standingTotal: "provisional" },
  });
  await client.query(`UPDATE "TradeYear" SET "standing" = NULL WHERE "id" = '${second}'`);
  expect(await standings(client, second)).toMatchObject({
    ...{ standingA: null, standingB: null, standingTotal: null },
  });
  await expect(client.query(`UPDATE "TradeYear" SET "standingB" = 'guessed'`)).rejects.toThrow(
    "TradeYear_standings_check",
  );
});

it("takes in a backup of the version before, as it converts a database of it", async () => {
  const empty = await emptyDatabase();
  await restore(ours, empty, old);
  const restored = new pg.Client({ connectionString: empty });
  await restored.connect();
  expect(await standings(restored, first)).toEqual(await standings(client, first));
  await restored.end();
});
