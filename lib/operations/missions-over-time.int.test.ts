/** The migration that gives missions heads over time, on a database of the version before it. */
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
const before = "20261126105301_longer_country_codes";
const own = "20261126105900_missions_over_time";
const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const [dossier, same, changed, draft, source] = [1, 2, 3, 4, 5].map(idOf) as [
  string,
  string,
  string,
  string,
  string,
];

let url: string;
let client: pg.Client;
const old = join(mkdtempSync(join(tmpdir(), "entente-missions-")), "before.gz");

beforeAll(async () => {
  url = await emptyDatabase();
  await applyMigrations(ours, url, { upTo: before });
  const entry = (id: string, kind: string, values: object) =>
    `INSERT INTO "Entry" ("id", "kind", "dossierId", "state", "draft", "title", "createdByName", "updatedByName")
     VALUES ('${id}', '${kind}', ${kind === "mission" ? `'${dossier}'` : "NULL"}, 'draft', '${JSON.stringify(values)}', 'T', 'A', 'B')`;
  const record = (id: string, kind: string, slug: string) =>
    `INSERT INTO "Record" ("id", "kind", "dossierId", "slug", "title", "searchText", "version", "firstPublishedAt", "lastPublishedAt")
     VALUES ('${id}', '${kind}', ${kind === "mission" ? `'${dossier}'` : "NULL"}, '${slug}', 'T', 'x', 1, now(), now())`;
  const mission = (id: string, head: string) =>
    `INSERT INTO "Mission" ("id", "sending", "receiving", "type", "city", "head") VALUES ('${id}', 'KZ', 'MX', 'embassy', 'Mexico City', '${head}')`;
  const citations = [
    { id: idOf(31), source, supports: ["city"] },
    { id: idOf(32), source, supports: ["head"] },
  ];
  await statements(
    url,
    entry(dossier, "dossier", {}),
    entry(source, "source", { title: "S" }),
    entry(same, "mission", { city: "Mexico City", head: "Ana Pérez", citations }),
    entry(changed, "mission", { city: "Mexico City", head: "Bea Ruiz" }),
    entry(draft, "mission", { city: "Astana" }),
    record(source, "source", "s"),
    `INSERT INTO "Source" ("id", "title") VALUES ('${source}', 'S')`,
    record(same, "mission", "same"),
    record(changed, "mission", "changed"),
    mission(same, "Ana Pérez"),
    mission(changed, "Ana Pérez"),
    `INSERT INTO "Citation" ("recordId", "position", "sourceId", "supports") VALUES ('${same}', 0, '${source}', '{city}'), ('${same}', 1, '${source}', '{head}')`,
  );
  await backup(url, old);
  await applyMigrations(ours, url, { upTo: own });
  client = new pg.Client({ connectionString: url });
  await client.connect();
});
afterAll(() => client.end());

const told = `
  SELECT e."id", e."draft" - 'citations' AS draft, h."name", h."id"::text = e."draft"->'heads'->0->>'id' AS same
  FROM "Entry" e LEFT JOIN "MissionHead" h ON h."missionId" = e."id" WHERE e."kind" = 'mission' ORDER BY e."id"`;

it("makes the head the first of the heads, in working copies and in print", async () => {
  const headed = (name: string) => ({
    city: "Mexico City",
    heads: [{ id: expect.any(String) as string, name }],
  });
  expect((await client.query<object>(told)).rows).toEqual([
    { id: same, draft: headed("Ana Pérez"), name: "Ana Pérez", same: true },
    { id: changed, draft: headed("Bea Ruiz"), name: "Ana Pérez", same: false },
    { id: draft, draft: { city: "Astana" }, name: null, same: null },
  ]);
});

it("has citations of the head support the heads", async () => {
  const { rows } = await client.query<object>(
    `SELECT array_agg(c."supports"[1] ORDER BY c."position") AS print,
       (SELECT array_agg(one->'supports'->>0) FROM jsonb_array_elements(e."draft"->'citations') one) AS draft
     FROM "Citation" c JOIN "Entry" e ON e."id" = c."recordId" GROUP BY e."id"`,
  );
  expect(rows).toEqual([{ print: ["city", "heads"], draft: ["city", "heads"] }]);
});

it("takes in a backup of the version before", async () => {
  const empty = await emptyDatabase();
  await restore(ours, empty, old);
  const restored = new pg.Client({ connectionString: empty });
  await restored.connect();
  const names = `SELECT "name" FROM "MissionHead" ORDER BY "missionId"`;
  expect((await restored.query<object>(names)).rows).toEqual((await client.query<object>(names)).rows);
  await restored.end();
});
