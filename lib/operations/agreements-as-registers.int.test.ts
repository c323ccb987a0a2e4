/** The migration that has agreements say what follows from their actions once, on a database of the version before it. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { kindOf } from "@/lib/domain/kinds/registry";
import { emptyDatabase } from "@/tests/support/empty-database";
import { statements } from "@/tests/support/test-postgres";
import { backup } from "./backup";
import { applyMigrations } from "./migrations";
import { restore } from "./restore";

const ours = { root: "prisma" };
const before = "20261126094007_confirmed_doubts";
const own = "20261126100300_agreements_as_registers_have_them";
const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const dossier = idOf(1);

const action = (name: string, date?: string, party = "both") => ({ party, action: name, date });
const signed = (date: string) => action("signature", date);
const begun = action("entry-into-force", "1995-03");
const ended = action("termination", "2010");

/** What working copies said, and what is left to say in them. */
const drafts: [string, { signedOn?: string; inForce?: string; actions?: object[] }, string[]][] = [
  ["nothing of its actions", { signedOn: "1994", inForce: "yes" }, ["signedOn", "inForce"]],
  ["what nothing tells", { inForce: "unknown" }, []],
  ["the day of its signatures", { signedOn: "1994-09-12", actions: [signed("1994-09-12")] }, []],
  ["another day than its signature", { signedOn: "1994", actions: [signed("1994-09-12")] }, ["signedOn"]],
  [
    "one day of two",
    { signedOn: "1994-09-12", actions: [signed("1994-09-12"), signed("1995-01-01")] },
    ["signedOn"],
  ],
  ["that it is in force, as it follows", { inForce: "yes", actions: [begun] }, []],
  ["that it is in force although it ended", { inForce: "yes", actions: [begun, ended] }, ["inForce"]],
  ["that it has ended, as it follows", { inForce: "no", actions: [begun, ended] }, []],
  ["that it is not known", { inForce: "unknown", actions: [begun] }, ["inForce"]],
];
const draftId = (index: number) => idOf(100 + index);
const title = "Agreement";
const inDraft = (values: object) => ({ title, type: "treaty", subject: "culture", ...values });

let url: string;
let client: pg.Client;
const old = join(mkdtempSync(join(tmpdir(), "entente-agreements-")), "before.gz");

beforeAll(async () => {
  url = await emptyDatabase();
  await applyMigrations(ours, url, { upTo: before });
  const entry = (id: string, kind: string, draft: object) =>
    `INSERT INTO "Entry" ("id", "kind", "dossierId", "state", "draft", "title", "createdByName", "updatedByName")
     VALUES ('${id}', '${kind}', ${kind === "dossier" ? "NULL" : `'${dossier}'`}, 'draft', '${JSON.stringify(draft)}', '${title}', 'A', 'B')`;
  const published = idOf(2);
  await statements(
    url,
    entry(dossier, "dossier", {}),
    ...drafts.map(([, values], index) => entry(draftId(index), "agreement", inDraft(values))),
    entry(published, "agreement", inDraft({ signedOn: "1994", inForce: "yes" })),
    `UPDATE "Entry" SET "state" = 'published', "slug" = 'x', "version" = 2 WHERE "id" = '${published}'`,
    `INSERT INTO "Revision" ("id", "entryId", "version", "action", "values", "title", "byName")
     VALUES ('${idOf(3)}', '${published}', 2, 'publish', '{"signedOn": "1994", "inForce": "unknown"}', 'T', 'A')`,
    `INSERT INTO "Record" ("id", "kind", "dossierId", "slug", "title", "searchText", "version", "firstPublishedAt", "lastPublishedAt")
     VALUES ('${published}', 'agreement', '${dossier}', 'x', '${title}', 'x', 2, now(), now())`,
    `INSERT INTO "Agreement" ("id", "title", "type", "subject", "signedOn", "inForce") VALUES ('${published}', 'A', 'treaty', 'culture', '1994', 'yes')`,
    `INSERT INTO "AgreementSignatory" ("agreementId", "position", "party", "body") VALUES ('${published}', 0, 'KZ', 'One')`,
    `INSERT INTO "AgreementAction" ("agreementId", "position", "party", "action") VALUES ('${published}', 0, 'both', 'signature')`,
  );
  await backup(url, old);
  await applyMigrations(ours, url, { upTo: own });
  client = new pg.Client({ connectionString: url });
  await client.connect();
});
afterAll(() => client.end());

it.each(drafts.map(([what, values, left], index) => ({ what, values, left, id: draftId(index) })))(
  "leaves in a working copy that said $what what says more than its actions",
  async ({ id, values, left }) => {
    const { rows } = await client.query<{ draft: Record<string, unknown> }>(
      `SELECT "draft" FROM "Entry" WHERE "id" = '${id}'`,
    );
    const draft = rows[0]?.draft ?? {};
    expect(["signedOn", "inForce"].filter((key) => key in draft)).toEqual(left);
    // Readers see the same as before.
    const shown = kindOf("agreement").completed(draft);
    expect(shown.signedOn).toBe(values.signedOn);
    if (values.inForce) expect(shown.inForce).toBe(values.inForce);
  },
);

it("keeps what is published and every revision as they were", async () => {
  const { rows } = await client.query<object>(
    `SELECT a."signedOn", a."inForce", s."party", s."name", s."body", t."place", r."values"
     FROM "Agreement" a JOIN "AgreementSignatory" s ON s."agreementId" = a."id"
       JOIN "AgreementAction" t ON t."agreementId" = a."id" JOIN "Revision" r ON r."entryId" = a."id"`,
  );
  expect(rows).toEqual([
    {
      ...{ signedOn: "1994", inForce: "yes", party: "KZ", name: null, body: "One", place: null },
      values: { signedOn: "1994", inForce: "unknown" },
    },
  ]);
});

it.each([
  [
    "a signatory that is nobody",
    /AgreementSignatory_party_check/,
    `UPDATE "AgreementSignatory" SET "party" = NULL`,
  ],
  ["an unknown type", /Agreement_type_check/, `UPDATE "Agreement" SET "type" = 'edict'`],
  [
    "an unknown relation",
    /AgreementRelation_relation_check/,
    `INSERT INTO "AgreementRelation" ("agreementId", "position", "relation", "otherId") VALUES ('${idOf(2)}', 0, 'likes', '${idOf(2)}')`,
  ],
])("then refuses %s", async (_, constraint, sql) => {
  await expect(client.query(sql)).rejects.toThrow(constraint);
});

it("takes in a backup of the version before", async () => {
  const empty = await emptyDatabase();
  await restore(ours, empty, old);
  const restored = new pg.Client({ connectionString: empty });
  await restored.connect();
  const left = `SELECT "id", "draft" ? 'signedOn' AS signed, "draft" ? 'inForce' AS status FROM "Entry" ORDER BY "id"`;
  expect((await restored.query<object>(left)).rows).toEqual((await client.query<object>(left)).rows);
  await restored.end();
});
