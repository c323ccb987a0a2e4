/** The migration of that name, on a database that the version before it filled. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { statements } from "@/tests/support/test-postgres";
import { emptyDatabase } from "@/tests/support/empty-database";
import { backup } from "./backup";
import { applyMigrations } from "./migrations";
import { restore } from "./restore";

const ours = { root: "prisma" };
const before = "20261124091000_find_initials_and_sums";
const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const [dossier, visit, agreement, other] = [idOf(1), idOf(2), idOf(3), idOf(4)];
const [first, second, third, late] = [idOf(11), idOf(12), idOf(13), idOf(14)];
const [trashed, cited, trashedDossier, inTrashedDossier] = [idOf(21), idOf(22), idOf(23), idOf(24)];

/** An entry as the version before wrote it. */
function entry(
  id: string,
  kind: string,
  state: string,
  draft: object,
  {
    dossierId = null as string | null,
    slug = null as string | null,
    publishedAt = null as string | null,
  } = {},
): string {
  const text = (value: string | null) => (value === null ? "NULL" : `'${value}'`);
  return `INSERT INTO "Entry" ("id", "kind", "dossierId", "state", "draft", "slug", "title", "find", "publishedAt", "trashedAt",
      "createdByName", "updatedByName", "updatedAt")
    VALUES ('${id}', '${kind}', ${text(dossierId)}, '${state}', '${JSON.stringify(draft)}', ${text(slug)}, 'Title ${id}', 'Ñandú',
      ${text(publishedAt)}, ${state === "trashed" ? "now()" : "NULL"}, 'A', 'B', '2020-01-01')`;
}

const record = (id: string, kind: string, publishedAt: string, dossierId: string | null = null) =>
  `INSERT INTO "Record" ("id", "kind", "dossierId", "slug", "title", "find", "version", "publishedAt", "updatedAt")
   VALUES ('${id}', '${kind}', ${dossierId ? `'${dossierId}'` : "NULL"}, '${kind.toLowerCase()}-${Number(id.slice(-4))}', 'T', 'x', 2,
     '${publishedAt}', '2020-02-02')`;
const cites = (recordId: string, position: number, sourceId: string, place = "") =>
  `INSERT INTO "Citation" ("recordId", "position", "sourceId", "place") VALUES ('${recordId}', ${position}, '${sourceId}', nullif('${place}', ''))`;
const links = (from: string, to: string) =>
  `INSERT INTO "EntryLink" VALUES ('${from}', '${to}', 'citations.source')`;
const source = (id: string, publishedAt: string) => [
  entry(id, "source", "published", { title: "S" }, { publishedAt, slug: `source-${Number(id.slice(-4))}` }),
  record(id, "source", publishedAt),
  `INSERT INTO "Source" ("id", "title") VALUES ('${id}', 'S')`,
];

let url: string;
const old = join(mkdtempSync(join(tmpdir(), "entente-house-in-order-")), "before.gz");
let client: pg.Client;
const rowsOf = async <T extends object>(sql: string) => (await client.query<T>(sql)).rows;

beforeAll(async () => {
  url = await emptyDatabase();
  await applyMigrations(ours, url, { upTo: before });
  const inDossier = { dossierId: dossier };
  await statements(
    url,
    entry(dossier, "dossier", "published", { citations: [{ source: first }] }, { publishedAt: "2020-01-05" }),
    entry(
      visit,
      "visit",
      "published",
      {
        visitor: "V",
        meetings: [
          { host: "One", manner: "official" },
          { host: "Two", manner: "private" },
        ],
        citations: [{ source: second }, { source: first, place: "p. 4" }],
      },
      { ...inDossier, publishedAt: "2020-01-06" },
    ),
    // Its first signatory was changed since it was published.
    entry(
      agreement,
      "agreement",
      "changed",
      {
        signatories: [
          { party: "KZ", body: "Another" },
          { party: "MX", body: "The same" },
        ],
        places: ["x"],
        citations: [{ source: third }],
      },
      { ...inDossier, publishedAt: "2020-01-04" },
    ),
    entry(
      other,
      "event",
      "draft",
      { citations: [{ source: cited }] },
      { ...inDossier, publishedAt: "2019-05-05" },
    ),
    ...[
      source(first, "2020-01-01"),
      source(second, "2020-01-01"),
      source(third, "2020-01-03"),
      source(late, "2020-03-01"),
    ].flat(),
    record(dossier, "dossier", "2020-01-05"),
    `INSERT INTO "Dossier" ("id", "countryA", "countryB", "slug", "summary") VALUES ('${dossier}', 'KZ', 'MX', 'kazakhstan-mexico', 's')`,
    record(visit, "visit", "2020-01-06", dossier),
    `INSERT INTO "Visit" ("id", "from", "to", "visitor", "office", "rank", "type", "began") VALUES ('${visit}', 'KZ', 'MX', 'V', 'o', 'other', 'state', '2014')`,
    `INSERT INTO "VisitMeeting" ("visitId", "position", "host", "manner") VALUES ('${visit}', 0, 'One', 'official'), ('${visit}', 1, 'Two', 'private')`,
    record(agreement, "agreement", "2020-01-04", dossier),
    `INSERT INTO "Agreement" ("id", "title", "type", "subject", "inForce") VALUES ('${agreement}', 'A', 'treaty', 'other', 'yes')`,
    `INSERT INTO "AgreementSignatory" VALUES ('${agreement}', 0, 'KZ', 'One'), ('${agreement}', 1, 'MX', 'The same')`,
    cites(dossier, 0, first),
    cites(visit, 0, second),
    cites(visit, 1, first, "p. 4"),
    // Cited by the record that was published first, and published itself after all others.
    cites(agreement, 0, late),
    cites(agreement, 1, third),
    `INSERT INTO "Revision" ("id", "entryId", "version", "action", "values", "title", "byName", "at")
     VALUES ('${idOf(91)}', '${other}', 2, 'publish', '{"rows": [{"a": 1}]}', 'T', 'A', '2018-08-08'),
            ('${idOf(92)}', '${other}', 5, 'publish', '{"rows": [{"a": 1}]}', 'T', 'A', '2019-05-05')`,
    // Trashed at the moment at which a draft was saved that cites it; and trashed in good order, still with its links.
    entry(trashedDossier, "dossier", "trashed", {}),
    entry(cited, "source", "trashed", {}),
    entry(trashed, "event", "trashed", { citations: [{ source: cited }] }, inDossier),
    entry(inTrashedDossier, "event", "trashed", {}, { dossierId: trashedDossier }),
    links(other, cited),
    links(trashed, cited),
    links(other, inTrashedDossier),
  );
  await backup(url, old);
  await applyMigrations(ours, url);
  client = new pg.Client({ connectionString: url });
  await client.connect();
});
afterAll(() => client.end());

it("keeps the numbers of sources as pages had them in print", async () => {
  // By when each was first cited, or published where that was later.
  expect(
    await rowsOf(
      `SELECT "sourceId", "number" FROM "SourceNumber" WHERE "dossierId" = '${dossier}' ORDER BY 2`,
    ),
  ).toEqual([third, first, second, late].map((sourceId, index) => ({ sourceId, number: index + 1 })));
});

it("keeps the dates that readers see, and finds the first publication of what was taken down", async () => {
  const dates = await rowsOf<{ id: string; first: string; last: string }>(
    `SELECT "id", "firstPublishedAt"::date::text AS first, "lastPublishedAt"::date::text AS last FROM "Entry" WHERE "id" IN ('${visit}', '${other}') ORDER BY "id"`,
  );
  expect(dates).toEqual([
    { id: visit, first: "2020-01-06", last: "2020-01-06" },
    { id: other, first: "2018-08-08", last: "2019-05-05" },
  ]);
  expect(
    await rowsOf(
      `SELECT "firstPublishedAt"::date::text AS first, "lastPublishedAt"::date::text AS last FROM "Record" WHERE "id" = '${visit}'`,
    ),
  ).toEqual([{ first: "2020-01-06", last: "2020-02-02" }]);
});

it("gives every row an id, and published rows the ids of the working copy where they are the same", async () => {
  const [meeting] = await rowsOf<{ drafts: { id: string; host: string }[]; published: string[] }>(
    `SELECT "draft"->'meetings' AS drafts, (SELECT array_agg(m."id" ORDER BY m."position") FROM "VisitMeeting" m WHERE m."visitId" = e."id") AS published
     FROM "Entry" e WHERE "id" = '${visit}'`,
  );
  expect(meeting?.drafts.map(({ host }) => host)).toEqual(["One", "Two"]);
  expect(new Set(meeting?.published).size).toBe(2);
  expect(meeting?.published).toEqual(meeting?.drafts.map(({ id }) => id));
  const [signed] = await rowsOf<{ drafts: string[]; published: string[]; places: string[] }>(
    `SELECT ARRAY["draft"->'signatories'->0->>'id', "draft"->'signatories'->1->>'id'] AS drafts, "draft"->'places' AS places,
       (SELECT array_agg(s."id" ORDER BY s."position") FROM "AgreementSignatory" s WHERE s."agreementId" = e."id") AS published
     FROM "Entry" e WHERE "id" = '${agreement}'`,
  );
  expect(signed?.published[0]).not.toBe(signed?.drafts[0]);
  expect(signed?.published[1]).toBe(signed?.drafts[1]);
  expect(signed?.places).toEqual(["x"]);
  expect(
    await rowsOf(`SELECT count(*)::int AS same FROM "Citation" c JOIN "Entry" e ON e."id" = c."recordId"
      AND e."draft"->'citations'->c."position"->>'id' = c."id"::text`),
  ).toEqual([{ same: 3 }]);
  expect(await rowsOf(`SELECT DISTINCT "values" FROM "Revision"`)).toEqual([
    { values: { rows: [{ a: 1 }] } },
  ]);
});

it("takes out of the trash what something live refers to, and says so; what is in it refers to nothing", async () => {
  expect(await rowsOf(`SELECT "id", "state", "version" FROM "Entry" WHERE "trashedAt" IS NOT NULL`)).toEqual([
    { id: trashed, state: "trashed", version: 1 },
  ]);
  expect(
    await rowsOf(
      `SELECT "entryId", "action", "version" FROM "AuditEvent" WHERE "byName" = 'Entente' ORDER BY "entryId"`,
    ),
  ).toEqual(
    [cited, trashedDossier, inTrashedDossier].map((entryId) => ({ entryId, action: "untrash", version: 2 })),
  );
  expect(await rowsOf(`SELECT "toId" FROM "EntryLink" WHERE "fromId" = '${trashed}'`)).toEqual([]);
});

it.each([
  [
    "a trashing of what is referred to",
    /EntryLink_toId_fkey/,
    `UPDATE "Entry" SET "state" = 'trashed', "trashedAt" = now() WHERE "id" = '${cited}'`,
  ],
  ["a reference to what is in the trash", /EntryLink_toId_fkey/, links(visit, trashed)],
  [
    "a trashing of a dossier that holds records",
    /Entry_liveDossierId_fkey/,
    `UPDATE "Entry" SET "state" = 'trashed', "trashedAt" = now() WHERE "id" = '${dossier}'`,
  ],
  [
    "a state that does not say what the date says",
    /Entry_trashed_check/,
    `UPDATE "Entry" SET "state" = 'trashed' WHERE "id" = '${other}'`,
  ],
  [
    "an address that leaves its folder",
    /Outbox_slug_check/,
    `INSERT INTO "Outbox" ("recordId", "kind", "action", "slug") VALUES ('${visit}', 'visit', 'unpublish', '../x')`,
  ],
  [
    "a row's id twice in one record",
    /VisitMeeting_visitId_id_key/,
    `UPDATE "VisitMeeting" SET "id" = '${visit}'`,
  ],
])("then refuses %s", async (_what, constraint, sql) => {
  await expect(client.query(sql)).rejects.toThrow(constraint);
});

it("lets the application work with the new table, and folds what is searched", async () => {
  await client.query("SET ROLE entente_app");
  await client.query(`INSERT INTO "SourceNumber" VALUES ('${dossier}', '${cited}', 9)`);
  await client.query(`UPDATE "Entry" SET "searchText" = 'CAFÉ' WHERE "id" = '${other}'`);
  await client.query("RESET ROLE");
  expect(await rowsOf(`SELECT "searchText" FROM "Entry" WHERE "id" = '${other}'`)).toEqual([
    { searchText: "cafe" },
  ]);
});

it("takes in a backup of the version before", async () => {
  const empty = await emptyDatabase();
  await restore(ours, empty, old);
  const restored = new pg.Client({ connectionString: empty });
  await restored.connect();
  const numbers = `SELECT "sourceId", "number" FROM "SourceNumber" WHERE "number" < 9 ORDER BY "number"`;
  expect((await restored.query<object>(numbers)).rows).toEqual(await rowsOf(numbers));
  await restored.end();
});
