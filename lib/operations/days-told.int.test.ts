/** The migration that keeps up to which day pages were told of what begins, on a database of the version before it. */
import { expect, it } from "vitest";
import { emptyDatabase } from "@/tests/support/empty-database";
import { onClient } from "@/tests/support/on-client";
import { applyMigrations } from "./migrations";

const ours = { root: "prisma" };
const before = "20261127052500_invitations_carry_limits";
const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;

/** A record of a number that began so many days ago and was published two weeks ago. */
const record = (number: number, daysAgo: number) => `
  INSERT INTO "Entry" ("id", "kind", "state", "slug", "version", "draft", "title", "createdByName", "updatedByName")
  VALUES ('${idOf(number)}', 'dossier', 'published', 's-${number}', 2, '{}', 'T', 'A', 'B');
  INSERT INTO "Record" ("id", "kind", "slug", "title", "searchText", "version", "sortDate", "firstPublishedAt", "lastPublishedAt")
  SELECT '${idOf(number)}', 'dossier', 's-${number}', 'T', 'x', 2, (now() AT TIME ZONE 'UTC')::date - ${daysAgo},
    now() - interval '14 days', now() - interval '14 days';`;
const told = (number: number) =>
  `INSERT INTO "Outbox" ("recordId", "kind", "action", "slug") VALUES ('${idOf(number)}', 'dossier', 'publish', 's-${number}');`;

/** How many days ago the last day was of which pages were told, after the migration of a database that holds this. */
async function daysAgo(...filled: string[]): Promise<number[]> {
  const url = await emptyDatabase();
  await applyMigrations(ours, url, { upTo: before });
  await onClient(url, (client) => client.query(filled.join("\n")));
  await applyMigrations(ours, url);
  return onClient(url, async (client) => {
    const { rows } = await client.query<{ ago: number }>(
      `SELECT (now() AT TIME ZONE 'UTC')::date - "day" AS "ago" FROM "DaysTold"`,
    );
    return rows.map(({ ago }) => ago);
  });
}

it("goes on where the version before had come to", async () => {
  expect(await daysAgo()).toEqual([0]);
  expect(await daysAgo(record(1, 3), told(1), record(2, 20))).toEqual([0]);
  expect(await daysAgo(record(1, 5), told(1), record(2, 3), record(3, 1))).toEqual([4]);
});
