/** The migration that values each direction of a year's trade by itself, on a database of the version before it. */
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
const before = "20261126104400_citations_support_several_values";
const own = "20261126105300_trade_as_tables_print_it";
const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const [dossier, first, second] = [idOf(1), idOf(2), idOf(3)];
const old = join(mkdtempSync(join(tmpdir(), "entente-trade-")), "before.gz");

let url: string;
let client: pg.Client;

const record = (id: string, year: number, more = "") => [
  `INSERT INTO "Entry" ("id", "kind", "dossierId", "state", "slug", "version", "draft", "title", "createdByName", "updatedByName")
   VALUES ('${id}', 'tradeYear', '${dossier}', 'published', '${year}-kz', 2, '{"year": ${year}, "reporter": "KZ", "valuation": "FOB"}', 'T', 'A', 'B')`,
  `INSERT INTO "Record" ("id", "kind", "dossierId", "slug", "title", "searchText", "version", "uniqueKey", "firstPublishedAt", "lastPublishedAt")
   VALUES ('${id}', 'tradeYear', '${dossier}', '${year}-kz', 'T', 'x', 2, '${year}|KZ', now(), now())`,
  `INSERT INTO "TradeYear" ("id", "year", "reporter", "currency", "valuation"${more && `, "${more}"`})
   VALUES ('${id}', ${year}, 'KZ', 'USD', 'FOB'${more && `, 'CIF'`})`,
];

beforeAll(async () => {
  url = await emptyDatabase();
  await applyMigrations(ours, url, { upTo: before });
  await statements(
    url,
    `INSERT INTO "Entry" ("id", "kind", "state", "draft", "title", "createdByName", "updatedByName")
     VALUES ('${dossier}', 'dossier', 'draft', '{}', 'D', 'A', 'B')`,
    ...record(first, 2013),
    `INSERT INTO "Revision" ("id", "entryId", "version", "action", "values", "title", "byName")
     VALUES ('${idOf(4)}', '${first}', 2, 'publish', '{"year": 2013, "valuation": "FOB"}', 'T', 'A')`,
  );
  await backup(url, old);
  await applyMigrations(ours, url, { upTo: own });
  client = new pg.Client({ connectionString: url });
  await client.connect();
});
afterAll(() => client.end());

const valuations = async (from: pg.Client, id: string) => {
  const { rows } = await from.query<object>(
    `SELECT t."valuationA", t."valuationB", e."draft" FROM "TradeYear" t JOIN "Entry" e USING ("id") WHERE "id" = '${id}'`,
  );
  return rows[0];
};
const both = { valuationA: "FOB", valuationB: "FOB" };

it("has the one valuation of before hold for both directions, in records and working copies", async () => {
  expect(await valuations(client, first)).toEqual({
    ...both,
    draft: { year: 2013, reporter: "KZ", ...both },
  });
});

it("leaves revisions as they were written", async () => {
  const { rows } = await client.query<object>(`SELECT "values" FROM "Revision"`);
  expect(rows).toEqual([{ values: { year: 2013, valuation: "FOB" } }]);
});

it("takes what an earlier version still writes, and no more than is written", async () => {
  await statements(url, ...record(second, 2014));
  expect(await valuations(client, second)).toMatchObject(both);
  await client.query(
    `UPDATE "TradeYear" SET "valuationA" = NULL, "valuationB" = NULL WHERE "id" = '${second}'`,
  );
  expect(await valuations(client, second)).toMatchObject({ valuationA: null, valuationB: null });
});

it.each([
  ["TradeYear_period_check", `UPDATE "TradeYear" SET "period" = 'lunar'`],
  ["TradeYear_standing_check", `UPDATE "TradeYear" SET "standing" = 'guessed'`],
  ["TradeYear_valuations_check", `UPDATE "TradeYear" SET "valuationB" = 'EXW'`],
  ["TradeYear_sourceName_check", `UPDATE "TradeYear" SET "sourceName" = 'IMF'`],
])("holds %s", async (constraint, sql) => {
  await expect(client.query(sql)).rejects.toThrow(constraint);
});

it("takes in a backup of the version before, as it converts a database of it", async () => {
  const empty = await emptyDatabase();
  await restore(ours, empty, old);
  const restored = new pg.Client({ connectionString: empty });
  await restored.connect();
  expect(await valuations(restored, first)).toEqual(await valuations(client, first));
  await restored.end();
});
