/** What the desk keeps beside records, in a database and a backup of before it could: views, templates, checks of addresses, the rule for versions. */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { emptyDatabase } from "@/tests/support/empty-database";
import { onClient } from "@/tests/support/on-client";
import { backup } from "./backup";
import { applyMigrations } from "./migrations";
import { restore } from "./restore";

const ours = { root: "prisma" };
const id = "00000000-0000-7000-8000-000000000001";

const fileOf = async (url: string) => {
  const file = join(await mkdtemp(join(tmpdir(), "entente-keeping-")), "all.gz");
  await backup(url, file);
  return file;
};

/** What stands in a database of a source with two versions, and whether its first version can be deleted. */
const stands = (url: string) =>
  onClient(url, async (client) => {
    const { rows } = await client.query<object>(
      `SELECT e."title", e."checkedAddress", e."addressAnswers", (SELECT count(*)::int FROM "Revision") AS "versions",
        (SELECT count(*)::int FROM "SavedView") AS "views", (SELECT count(*)::int FROM "RecordTemplate") AS "templates"
       FROM "Entry" e`,
    );
    await expect(client.query(`DELETE FROM "Revision" WHERE "version" = 1`)).rejects.toThrow("append-only");
    return rows;
  });

it("of before is migrated with all that it has, and its backup is taken in", async () => {
  const old = await emptyDatabase();
  await applyMigrations(ours, old, { upTo: "20261126170117_review_and_comments" });
  await onClient(old, (client) =>
    client.query(`
      INSERT INTO "Entry" ("id", "kind", "state", "version", "draft", "title", "createdByName", "updatedByName")
      VALUES ('${id}', 'source', 'draft', 2, '{"title":"T","address":"https://example.org/"}', 'T', 'A', 'B');
      INSERT INTO "Revision" ("id", "entryId", "version", "action", "values", "title", "byName", "at")
      SELECT gen_random_uuid(), '${id}', n, 'save', '{"title":"T"}', 'T', 'A', now() - interval '20 years' FROM generate_series(1, 2) n;`),
  );
  const file = await fileOf(old);
  const empty = await emptyDatabase();
  await restore(ours, empty, file);
  await applyMigrations(ours, old);
  const expected = [
    { title: "T", checkedAddress: null, addressAnswers: null, versions: 2, views: 0, templates: 0 },
  ];
  expect(await stands(old)).toEqual(expected);
  expect(await stands(empty)).toEqual(expected);
});

it("goes into a backup and comes back, with the promise that versions are kept", async () => {
  const from = await emptyDatabase();
  await applyMigrations(ours, from);
  await onClient(from, (client) =>
    client.query(`
      INSERT INTO "Entry" ("id", "kind", "state", "version", "draft", "title", "createdByName", "updatedByName",
        "checkedAddress", "addressCheckedOn", "addressCheckedByName", "addressAnswers")
      VALUES ('${id}', 'source', 'draft', 1, '{"title":"T","address":"https://example.org/"}', 'T', 'A', 'B',
        'https://example.org/', '2026-11-26', 'A', false);
      INSERT INTO "Revision" ("id", "entryId", "version", "action", "values", "title", "byName", "at")
      VALUES (gen_random_uuid(), '${id}', 1, 'create', '{"title":"T"}', 'T', 'A', now() - interval '20 years');
      INSERT INTO "SavedView" ("id", "kind", "name", "query", "ownerId", "ownerName")
      VALUES (gen_random_uuid(), 'source', 'V', 'q=a', gen_random_uuid(), 'A');
      INSERT INTO "RecordTemplate" ("id", "kind", "name", "values", "madeByName")
      VALUES (gen_random_uuid(), 'source', 'T', '{"title":"T"}', 'A');
      INSERT INTO "RetentionRule" ("id", "years", "setAt", "setByName") VALUES (1, 1, now(), 'A');`),
  );
  const empty = await emptyDatabase();
  await restore(ours, empty, await fileOf(from));
  expect(await stands(empty)).toEqual([
    {
      ...{ title: "T", checkedAddress: "https://example.org/", addressAnswers: false, versions: 1 },
      ...{ views: 1, templates: 1 },
    },
  ]);
});
