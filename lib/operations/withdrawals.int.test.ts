/** The migrations after which one of two parties that withdraws ends an agreement, on a database of the version before them. */
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { emptyDatabase } from "@/tests/support/empty-database";
import { statements } from "@/tests/support/test-postgres";
import { applyMigrations } from "./migrations";

const ours = { root: "prisma" };
const before = "20261126214000_sources_that_differ";
const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const dossier = idOf(1);

type Action = [party: string, action: string, year: number];
const began: Action = ["both", "entry-into-force", 1963];

/** Published agreements: their actions, whether the status is stated on purpose, what it was, and what it is then. */
const cases: [name: string, actions: Action[], stated: boolean, was: string, now: string][] = [
  ["of two parties, one has withdrawn", [began, ["FR", "withdrawal", 1970]], false, "yes", "no"],
  [
    "of two parties, one has withdrawn before it came into force",
    [["FR", "withdrawal", 1960], began],
    false,
    "yes",
    "yes",
  ],
  ["stated on purpose", [began, ["FR", "withdrawal", 1970]], true, "yes", "yes"],
  [
    "of three parties, one has withdrawn",
    [
      ["FR", "signature", 1962],
      ["DE", "signature", 1962],
      ["PL", "signature", 1962],
      began,
      ["FR", "withdrawal", 1970],
    ],
    false,
    "yes",
    "yes",
  ],
  [
    "of all parties, one has denounced it",
    [
      ["all", "entry-into-force", 1963],
      ["FR", "denunciation", 1970],
    ],
    false,
    "no",
    "yes",
  ],
  ["nobody has withdrawn", [began, ["FR", "denunciation", 1970]], false, "no", "no"],
];

const agreement = (id: string, actions: Action[], stated: boolean, was: string) => [
  `INSERT INTO "Entry" ("id", "kind", "dossierId", "state", "slug", "version", "draft", "facets", "title", "createdByName", "updatedByName")
   VALUES ('${id}', 'agreement', '${dossier}', 'published', 's-${id}', 2, '{"title": "T"${stated ? `, "inForce": "${was}"` : ""}}',
     '{"inForce": "${was}"}', 'T', 'A', 'B')`,
  `INSERT INTO "Record" ("id", "kind", "dossierId", "slug", "title", "searchText", "version", "facets", "firstPublishedAt", "lastPublishedAt")
   VALUES ('${id}', 'agreement', '${dossier}', 's-${id}', 'T', 'x', 2, '{type=treaty,inForce=${was}}', now(), now())`,
  `INSERT INTO "Agreement" ("id", "title", "type", "subject", "inForce", "languages") VALUES ('${id}', 'T', 'treaty', 'culture', '${was}', '{}')`,
  ...actions.map(
    ([party, action, year], at) =>
      `INSERT INTO "AgreementAction" ("agreementId", "position", "party", "action", "date", "dateEarliest", "dateLatest")
       VALUES ('${id}', ${at}, '${party}', '${action}', '${year}', '${year}-01-01', '${year}-12-31')`,
  ),
];

const withdrawn = [began, ["FR", "withdrawal", 1970]] satisfies Action[];

/** Agreements with changes that are not published: whether the status is stated in the version that is (null for one kept no more), and in the changes. */
const changedCases: [name: string, inVersion: boolean | null, inChanges: boolean, now: string][] = [
  ["whose changes state it", false, true, "no"],
  ["whose published version states it", true, false, "yes"],
  ["that states it nowhere", false, false, "no"],
  ["whose published version is kept no more", null, false, "no"],
];

const changed = (id: string, inVersion: boolean | null, inChanges: boolean) => [
  ...agreement(id, withdrawn, inChanges, "yes"),
  `UPDATE "Entry" SET "state" = 'changed', "version" = 3 WHERE "id" = '${id}'`,
  ...(inVersion === null
    ? []
    : [
        `INSERT INTO "Revision" ("id", "entryId", "version", "action", "values", "title", "byName")
         VALUES (gen_random_uuid(), '${id}', 2, 'publish', '{"title": "T"${inVersion ? `, "inForce": "yes"` : ""}}', 'T', 'A')`,
      ]),
];

let client: pg.Client;

beforeAll(async () => {
  const url = await emptyDatabase();
  await applyMigrations(ours, url, { upTo: before });
  await statements(
    url,
    `INSERT INTO "Entry" ("id", "kind", "state", "draft", "title", "createdByName", "updatedByName")
     VALUES ('${dossier}', 'dossier', 'draft', '{}', 'D', 'A', 'B')`,
    ...cases.flatMap(([, actions, stated, was], at) => agreement(idOf(10 + at), actions, stated, was)),
    ...changedCases.flatMap(([, inVersion, inChanges], at) => changed(idOf(30 + at), inVersion, inChanges)),
  );
  await applyMigrations(ours, url);
  client = new pg.Client({ connectionString: url });
  await client.connect();
});
afterAll(() => client.end());

/** What readers are told of an agreement, and what the desk lists of its working copy. */
async function told(id: string) {
  const { rows } = await client.query<object>(
    `SELECT g."inForce", r."facets", e."facets"->>'inForce' AS "listed"
     FROM "Agreement" g JOIN "Record" r USING ("id") JOIN "Entry" e USING ("id") WHERE "id" = $1`,
    [id],
  );
  return rows;
}

it.each(cases.map(([name, , , , now], at) => [name, now, idOf(10 + at)]))(
  "%s: in force is %s",
  async (_name, now, id) => {
    expect(await told(id)).toEqual([
      { inForce: now, facets: ["type=treaty", `inForce=${now}`], listed: now },
    ]);
  },
);

it.each(changedCases.map(([name, , , now], at) => [name, now, idOf(30 + at)]))(
  "an agreement with unpublished changes, %s: in force is %s, and its working copy is left as it is",
  async (_name, now, id) => {
    expect(await told(id)).toEqual([
      { inForce: now, facets: ["type=treaty", `inForce=${now}`], listed: "yes" },
    ]);
  },
);
