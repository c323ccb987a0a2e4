/** The migration that gives agreements an original title, on a database and a backup of the version before it. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { kindOf } from "@/lib/domain/kinds/registry";
import { emptyDatabase } from "@/tests/support/empty-database";
import { onClient } from "@/tests/support/on-client";
import { statements } from "@/tests/support/test-postgres";
import { backup } from "./backup";
import { applyMigrations } from "./migrations";
import { restore } from "./restore";

const ours = { root: "prisma" };
const before = "20261127195611_fiscal_years_of_products";
const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const [dossier, published] = [idOf(1), idOf(2)];
const values = { title: "Agreement", type: "treaty", subject: "culture", languages: ["Kazakh"] };
const old = join(mkdtempSync(join(tmpdir(), "entente-original-titles-")), "before.gz");

let url: string;

beforeAll(async () => {
  url = await emptyDatabase();
  await applyMigrations(ours, url, { upTo: before });
  await statements(
    url,
    `INSERT INTO "Entry" ("id", "kind", "state", "draft", "title", "createdByName", "updatedByName")
     VALUES ('${dossier}', 'dossier', 'draft', '{}', 'D', 'A', 'B')`,
    `INSERT INTO "Entry" ("id", "kind", "dossierId", "state", "slug", "version", "draft", "title", "createdByName", "updatedByName")
     VALUES ('${published}', 'agreement', '${dossier}', 'published', 'x', 2, '${JSON.stringify(values)}', 'T', 'A', 'B')`,
    `INSERT INTO "Revision" ("id", "entryId", "version", "action", "values", "title", "byName")
     VALUES ('${idOf(3)}', '${published}', 2, 'publish', '${JSON.stringify(values)}', 'T', 'A')`,
    `INSERT INTO "Record" ("id", "kind", "dossierId", "slug", "title", "searchText", "version", "firstPublishedAt", "lastPublishedAt")
     VALUES ('${published}', 'agreement', '${dossier}', 'x', 'T', 'x', 2, now(), now())`,
    `INSERT INTO "Agreement" ("id", "title", "type", "subject", "inForce", "languages")
     VALUES ('${published}', 'Agreement', 'treaty', 'culture', 'yes', '{Kazakh}')`,
  );
  await backup(url, old);
  await applyMigrations(ours, url);
});

interface Kept {
  title: string;
  originalTitle: string | null;
  originalLanguage: string | null;
  draft: Record<string, unknown>;
  values: Record<string, unknown>;
}

const kept = (at: string) =>
  onClient(at, async (client) => {
    const { rows } = await client.query<Kept>(
      `SELECT a."title", a."originalTitle", a."originalLanguage", e."draft", r."values"
       FROM "Agreement" a JOIN "Entry" e USING ("id") JOIN "Revision" r ON r."entryId" = e."id"`,
    );
    return rows;
  });

it("leaves records, working copies and versions as they were, without an original title", async () => {
  const own = { title: "Agreement", originalTitle: null, originalLanguage: null };
  expect(await kept(url)).toEqual([{ ...own, draft: values, values }]);
});

it("leaves versions of before readable by what agreements are now", async () => {
  const [{ values: earlier } = { values: {} }] = await kept(url);
  const { fields } = kindOf("agreement");
  expect(fields).toHaveProperty("originalTitle");
  expect(kindOf("agreement").completed(earlier)).toMatchObject(values);
});

it("takes in a backup of the version before, as it converts a database of it", async () => {
  const empty = await emptyDatabase();
  await restore(ours, empty, old);
  expect(await kept(empty)).toEqual(await kept(url));
});
