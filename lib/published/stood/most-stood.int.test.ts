/** Up to how many records pages are put together as they stood, where nothing else is asked for. */
import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { withConnection } from "@/lib/database/connection";
import { required } from "@/lib/env";
import { makeDossier } from "@/tests/support/make";
import { stoodDossier } from "./open-stood";
import { stoodPeople } from "./stood-people";
import { stoodStates } from "./stood-states";

/** As many that were published once, and no more than that. */
async function addPublished(
  count: number,
  kind: "visit" | "person",
  dossierId: string | null,
): Promise<void> {
  await database().$executeRaw`
    WITH made AS (
      INSERT INTO "Entry" ("id", "kind", "dossierId", "draft", "createdByName", "updatedByName", "firstPublishedAt")
      SELECT gen_random_uuid(), ${kind}, ${dossierId}::uuid, '{}', 'Test', 'Test', '2020-01-01'
      FROM generate_series(1, ${count}::int) RETURNING "id")
    INSERT INTO "Revision" ("id", "entryId", "version", "action", "values", "title", "byName", "at")
    SELECT gen_random_uuid(), "id", 1, 'publish', '{}', 'A title', 'Test', '2020-01-01' FROM made`;
  // As the database does of itself after a while; until then its planner knows of none of these.
  await withConnection(required("directDatabaseUrl"), (client) =>
    client.query('ANALYZE "Entry", "Revision", "Record", "AuditEvent"'),
  );
}

it("puts pages together of 12,000 records, and says of one more that it is too much", async () => {
  const { id, parties } = await makeDossier();
  const now = new Date().toISOString();
  const asked = async () => {
    const found = [
      await stoodDossier(id, ["visit"], now),
      await stoodStates(parties[0], [id], now),
      await stoodPeople(now, 1),
    ];
    return found.map(({ is }) => is);
  };
  await addPublished(12_000, "visit", id);
  await addPublished(12_000, "person", null);
  expect(await asked()).toEqual(["stood", "stood", "stood"]);
  await addPublished(1, "visit", id);
  await addPublished(1, "person", null);
  expect(await asked()).toEqual(["too much", "too much", "too much"]);
}, 240_000);
