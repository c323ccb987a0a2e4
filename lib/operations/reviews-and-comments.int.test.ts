/** The migration that brings reviews, comments and what editors say of a change, on a database of the version before it. */
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
const before = "20261126164907_mail";
const own = "20261126170117_review_and_comments";
const [source, user, comment] = [1, 2, 3].map(
  (number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`,
) as [string, string, string];
const folder = mkdtempSync(join(tmpdir(), "entente-reviews-"));
const [old, now] = [join(folder, "before.gz"), join(folder, "now.gz")];

let url: string;
const clients: pg.Client[] = [];
async function connected(to: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: to });
  clients.push(client);
  await client.connect();
  return client;
}
const rowsOf = async (client: pg.Client, query: string) => (await client.query<object>(query)).rows;
const kept = `SELECT r."title", v."title" AS revised, r."changeNote", v."changeNote" AS said FROM "Record" r JOIN "Revision" v ON v."entryId" = r."id"`;
const untouched = [{ title: "S", revised: "S", changeNote: null, said: null }];

beforeAll(async () => {
  url = await emptyDatabase();
  await applyMigrations(ours, url, { upTo: before });
  await statements(
    url,
    `INSERT INTO "Entry" ("id", "kind", "state", "draft", "title", "createdByName", "updatedByName")
     VALUES ('${source}', 'source', 'published', '{"title": "S"}', 'S', 'A', 'B')`,
    `INSERT INTO "Revision" ("id", "entryId", "version", "action", "values", "title", "byName")
     VALUES (gen_random_uuid(), '${source}', 1, 'publish', '{"title": "S"}', 'S', 'B')`,
    `INSERT INTO "Record" ("id", "kind", "slug", "title", "searchText", "version", "firstPublishedAt", "lastPublishedAt")
     VALUES ('${source}', 'source', 's', 'S', 'x', 1, now(), now())`,
    `INSERT INTO "Source" ("id", "title") VALUES ('${source}', 'S')`,
  );
  await backup(url, old);
  await applyMigrations(ours, url, { upTo: own });
});
afterAll(() => Promise.all(clients.map((client) => client.end())));

it("keeps what there is, of which no one has said what changed", async () => {
  expect(await rowsOf(await connected(url), kept)).toEqual(untouched);
});

it("takes in a backup of the version before", async () => {
  const empty = await emptyDatabase();
  await restore(ours, empty, old);
  expect(await rowsOf(await connected(empty), kept)).toEqual(untouched);
});

it("has comments and reviews in backups from then on, and no one's notices", async () => {
  await applyMigrations(ours, url);
  await statements(
    url,
    `INSERT INTO "User" ("id", "email", "name", "role", "passwordHash", "updatedAt") VALUES ('${user}', 'a@example.org', 'A', 'author', '-', now())`,
    `INSERT INTO "Comment" ("id", "entryId", "path", "text", "madeById", "madeByName")
     VALUES ('${comment}', '${source}', 'title', 'Which issue?', '${user}', 'A')`,
    `INSERT INTO "Comment" ("id", "entryId", "parentId", "path", "text", "madeByName")
     VALUES (gen_random_uuid(), '${source}', '${comment}', 'title', 'The third', 'B')`,
    `INSERT INTO "Review" ("id", "entryId", "entryVersion", "note", "madeById", "madeByName")
     VALUES (gen_random_uuid(), '${source}', 1, 'New', '${user}', 'A')`,
    `INSERT INTO "DeskNotice" ("id", "userId", "entryId", "about", "byName") VALUES (gen_random_uuid(), '${user}', '${source}', 'comment', 'B')`,
    `UPDATE "Record" SET "changeNote" = 'The issue is named.'`,
  );
  await backup(url, now);
  const empty = await emptyDatabase();
  await restore(ours, empty, now);
  const restored = await connected(empty);
  expect(
    await rowsOf(restored, `SELECT "text", "path" FROM "Comment" ORDER BY "parentId" NULLS FIRST`),
  ).toEqual([
    { text: "Which issue?", path: "title" },
    { text: "The third", path: "title" },
  ]);
  expect(await rowsOf(restored, `SELECT "state", "note" FROM "Review"`)).toEqual([
    { state: "waiting", note: "New" },
  ]);
  expect(await rowsOf(restored, `SELECT "changeNote" FROM "Record"`)).toEqual([
    { changeNote: "The issue is named." },
  ]);
  expect(await rowsOf(restored, `SELECT FROM "DeskNotice"`)).toEqual([]);
});
