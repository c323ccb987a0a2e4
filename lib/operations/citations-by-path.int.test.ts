/** The migration by which citations name several values by their paths, on a database of the version before. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { statements } from "@/tests/support/test-postgres";
import { emptyDatabase } from "@/tests/support/empty-database";
import { backup } from "./backup";
import { listMigrations } from "./migration-files";
import { applyMigrations } from "./migrations";
import { restore } from "./restore";

const ours = { root: "prisma" };
const ownName = "citations_support_several_values";

const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const [dossier, visit, draft, source, row] = [1, 2, 3, 4, 5].map(idOf) as [
  string,
  string,
  string,
  string,
  string,
];

const citations = [
  { id: row, source, field: "began", place: "p. 4" },
  { id: idOf(6), source },
  { id: idOf(7), source, field: null },
];
const year = idOf(8);
const valued = { id: idOf(9), source, field: "valuation" };
const asPaths = [
  { id: row, source, supports: ["began"], place: "p. 4" },
  { id: idOf(6), source },
  { id: idOf(7), source },
];

function entry(id: string, kind: string, state: string, values: object, dossierId?: string): string {
  return `INSERT INTO "Entry" ("id", "kind", "state", "draft", "title", "searchText", "facets", "createdByName", "updatedByName", "dossierId")
    VALUES ('${id}', '${kind}', '${state}', '${JSON.stringify(values)}', 'T', '', '{}', 'A', 'A', ${dossierId ? `'${dossierId}'` : "NULL"})`;
}

function record(id: string, kind: string, dossierId?: string): string {
  return `INSERT INTO "Record" ("id", "kind", "slug", "title", "searchText", "version", "firstPublishedAt", "lastPublishedAt", "dossierId")
    VALUES ('${id}', '${kind}', 's-${id.slice(-2)}', 'T', '', 1, now(), now(), ${dossierId ? `'${dossierId}'` : "NULL"})`;
}

const cites = (position: number, field: string | null) =>
  `INSERT INTO "Citation" ("recordId", "position", "id", "sourceId", "field") VALUES ('${visit}', ${position}, '${idOf(20 + position)}', '${source}', ${field ? `'${field}'` : "NULL"})`;

let url: string;
let old: string;
let client: pg.Client;
const rowsOf = async (sql: string) => (await client.query<object>(sql)).rows;

beforeAll(async () => {
  url = await emptyDatabase();
  const names = await listMigrations(ours);
  const own = names.findIndex((name) => name.endsWith(ownName));
  await applyMigrations(ours, url, { upTo: names[own - 1] });
  await statements(
    url,
    entry(dossier, "dossier", "draft", { countryA: "KZ", countryB: "MX" }),
    entry(source, "source", "published", { title: "S" }),
    record(source, "source"),
    `INSERT INTO "Source" ("id", "title") VALUES ('${source}', 'S')`,
    entry(visit, "visit", "published", { visitor: "V", citations }, dossier),
    record(visit, "visit", dossier),
    entry(draft, "event", "draft", { title: "E", citations: [] }, dossier),
    entry(year, "tradeYear", "published", { year: 2013, citations: [valued] }, dossier),
    record(year, "tradeYear", dossier),
    `INSERT INTO "TradeYear" ("id", "year", "reporter", "currency", "valuation") VALUES ('${year}', 2013, 'KZ', 'USD', 'FOB')`,
    `INSERT INTO "Citation" ("recordId", "position", "id", "sourceId", "field") VALUES ('${year}', 0, '${valued.id}', '${source}', 'valuation')`,
    cites(0, "began"),
    cites(1, null),
    `INSERT INTO "Revision" ("id", "entryId", "version", "action", "values", "title", "byName")
     VALUES ('${idOf(91)}', '${visit}', 1, 'publish', '${JSON.stringify({ visitor: "V", citations })}', 'T', 'A')`,
  );
  old = join(await mkdtemp(join(tmpdir(), "entente-citations-")), "old.gz");
  await backup(url, old);
  await applyMigrations(ours, url);
  client = new pg.Client({ connectionString: url });
  await client.connect();
});
afterAll(() => client.end());

const published = `SELECT "position", "supports" FROM "Citation" WHERE "recordId" = '${visit}' ORDER BY "position"`;
const drafts = `SELECT "draft"->'citations' AS citations, "version" FROM "Entry" WHERE "id" IN ('${visit}', '${draft}') ORDER BY "id"`;

it("makes the one field of a citation its path, in what is published and in working copies", async () => {
  expect(await rowsOf(published)).toEqual([
    { position: 0, supports: ["began"] },
    { position: 1, supports: [] },
  ]);
  expect(await rowsOf(drafts)).toEqual([
    { citations: asPaths, version: 1 },
    { citations: [], version: 1 },
  ]);
});

it("has what supported the one valuation of a year of trade support those of both directions", async () => {
  const supports = ["valuationA", "valuationB"];
  expect(await rowsOf(`SELECT "supports" FROM "Citation" WHERE "recordId" = '${year}'`)).toEqual([
    { supports },
  ]);
  expect(
    await rowsOf(`SELECT "draft"->'citations' AS citations FROM "Entry" WHERE "id" = '${year}'`),
  ).toEqual([{ citations: [{ id: valued.id, source, supports }] }]);
});

it("leaves revisions as they were written", async () => {
  expect(await rowsOf(`SELECT "values"->'citations' AS citations FROM "Revision"`)).toEqual([{ citations }]);
});

it("takes what an instance of the version before still publishes, and refuses more paths than a form takes", async () => {
  await client.query(cites(2, "ended"));
  expect(await rowsOf(`SELECT "supports" FROM "Citation" WHERE "position" = 2`)).toEqual([
    { supports: ["ended"] },
  ]);
  await client.query(`DELETE FROM "Citation" WHERE "position" = 2`);
  await expect(
    client.query(`UPDATE "Citation" SET "supports" = array_fill('began'::text, ARRAY[101])`),
  ).rejects.toThrow(/Citation_supports_check/);
});

it("takes in a backup of the version before, as it converts a database of it", async () => {
  const empty = await emptyDatabase();
  await restore(ours, empty, old);
  const restored = new pg.Client({ connectionString: empty });
  await restored.connect();
  for (const sql of [published, drafts, `SELECT "values" FROM "Revision"`])
    expect((await restored.query<object>(sql)).rows).toEqual(await rowsOf(sql));
  await restored.end();
});
