/** Searches among very many records, and while many are published at once. */
import type pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { fillRecords } from "@/bench/fill-records";
import { openConnection, withConnection } from "@/lib/database/connection";
import { unpublish } from "@/lib/desk/publish/withdraw";
import { fold } from "@/lib/domain/folding";
import { required } from "@/lib/env";
import { makeDossier, makePublished, someone, written } from "@/tests/support/make";
import { onClient } from "@/tests/support/on-client";
import { type SentStatement, statementsOf } from "@/tests/support/sent-statements";
import { searchPublished } from "./search";

const count = Number(process.env.FILLED_ROWS ?? 12_000);
let dossier: Awaited<ReturnType<typeof makeDossier>>;

const owner = <T>(work: (client: pg.Client) => Promise<T>) =>
  withConnection(required("directDatabaseUrl"), work);
const titles = async (query: string) => (await searchPublished(query)).hits.map(({ title }) => title);

beforeAll(async () => {
  dossier = await makeDossier();
  const withdrawn = await makeDossier();
  await owner(async (client) => {
    await fillRecords(client, { dossierId: dossier.id, count, tag: "shown" });
    await fillRecords(client, { dossierId: withdrawn.id, count: count / 4, tag: "withdrawn" });
    await client.query(
      `INSERT INTO "Citation" ("recordId", "position", "sourceId", "place")
       SELECT "id", 0, $2, 'page 7' FROM "Record" WHERE "dossierId" = $1 AND "kind" = 'event'`,
      [dossier.id, dossier.source],
    );
    await client.query("ANALYZE");
  });
  written(await unpublish(someone("editor"), { kind: "dossier", ...withdrawn }));
  const event = (title: string, text: string) =>
    makePublished("event", dossier, { title, text, date: "2001" });
  await event("Visit of José Müller", "A delegation came.");
  await event("Talks with a delegation", "It was led by José Müller.");
  await event("Müller at the embassy", "Nothing else is known.");
  await event("A long report", `${"Embassy relations. ".repeat(400)} At its end stands Tlaquepaque.`);
  await event("Делегация в Астане", "Её возглавил Назарбаев.");
  await event("Η αντιπροσωπεία στην Αθήνα", "Μιλήσαν για το εμπόριο.");
  await event("وفد في القاهرة", "ترأسه أحمد الشريف.");
  await event("中華人民共和國外交部", "代表團訪問了墨西哥。");
}, 300_000);

describe("among very many records", () => {
  it("a name that few hold is found, where it stands in a title first", async () =>
    expect(await titles("José Müller")).toEqual(["Visit of José Müller", "Talks with a delegation"]));

  it.each([
    ["Jose Mulller", "Visit of José Müller"],
    ["visti Müler", "Visit of José Müller"],
    ["embasy tlaquepaqe", "A long report"],
  ])("%j, misspelt, finds %s first", async (query, title) => expect((await titles(query))[0]).toBe(title));

  it("any word of a long record is found", async () =>
    expect(await titles("tlaquepaque")).toEqual(["A long report"]));

  it.each([
    ["НАЗАРБАЕВ", "Делегация в Астане"],
    ["Назарбаева", "Делегация в Астане"],
    ["делегациия астане", "Делегация в Астане"],
    ["Αθηνα", "Η αντιπροσωπεία στην Αθήνα"],
    ["احمد", "وفد في القاهرة"],
    ["外交部", "中華人民共和國外交部"],
    ["墨西哥", "中華人民共和國外交部"],
  ])("%j is found in its script", async (query, title) => expect(await titles(query)).toEqual([title]));

  it("a common word finds the latest, and says that there are more", async () => {
    const { hits, hasMore, isCutOff } = await searchPublished("embassy", { limit: 50 });
    expect([hits.length, hasMore, isCutOff]).toEqual([50, true, false]);
    const inTitle = hits.filter(({ title }) => /embassy/i.test(title)).map(({ date }) => date ?? "");
    expect(inTitle).toEqual([...inTitle].sort().reverse());
  });

  it("records of a withdrawn dossier are not found, and keep no other out", async () => {
    expect(await titles("withdrawn")).toEqual([]);
    await makePublished("event", dossier, { title: "What was withdrawn", text: "It was not said." });
    expect(await titles("withdrawn")).toEqual(["What was withdrawn"]);
  });

  it.each([
    "embassy",
    "embassy relations",
    "müller",
    "visti müler zzzz",
    "12345",
    "part",
    "xqzwv",
    "un",
    "https://example.org/embassy",
  ])("a search for %j goes by indexes alone", async (query) => {
    const plans = await plansOf(await statementsOf(() => searchPublished(query)));
    expect(plans.join("\n")).toMatch(/Record_searchWords_idx/);
    expect(plans.filter((plan) => growing.test(plan))).toEqual([]);
  });
});

it.each([
  ["muhammad", "SearchWord_other_consonants_idx"],
  ["احمد", "SearchWord_latin_consonants_idx"],
])("a search for %j compares spellings by %s", async (query, index) => {
  const plans = await plansOf(await statementsOf(() => searchPublished(query)));
  expect(plans.filter((plan) => plan.includes(index))).not.toEqual([]);
  expect(plans.filter((plan) => growing.test(plan))).toEqual([]);
});

const growing = /Seq Scan on "(?:Record|Entry|SearchWord|Citation|Event)"/;

/** The plans of what a search sent, under the settings that it sent first. */
async function plansOf(sent: readonly SentStatement[]): Promise<string[]> {
  return onClient(required("databaseUrl"), async (client) => {
    const plans: string[] = [];
    for (const { text, values } of sent) {
      const isRead = /^\s*(?:SELECT|WITH)\b/.test(text);
      if (!isRead && !/^BEGIN|^ROLLBACK/.test(text)) continue;
      const { rows } = await client.query<{ "QUERY PLAN": string }>(
        isRead ? `EXPLAIN ${text}` : text,
        values,
      );
      if (isRead) plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
    }
    return plans;
  });
}

it("a search that takes too long says so, and shows what it had found", async () => {
  await onClient(required("directDatabaseUrl"), async (client) => {
    await client.query(`BEGIN; LOCK TABLE "SearchWord" IN ACCESS EXCLUSIVE MODE`);
    const found = await searchPublished("José Müller");
    expect(found).toMatchObject({ isCutOff: true, hasMore: false });
    expect(found.hits).toHaveLength(2);
    expect(await searchPublished("mülllerr")).toEqual({ hits: [], hasMore: false, isCutOff: true });
    await client.query("ROLLBACK");
  });
  expect((await searchPublished("mülllerr")).hits).not.toEqual([]);
});

it("fifty transactions that use the same new words in any order do not wait for one another", async () => {
  const { rows } = await owner((client) =>
    client.query<{ id: string }>(`SELECT "id" FROM "Record" WHERE "dossierId" = $1 LIMIT 100`, [dossier.id]),
  );
  const clients = await Promise.all(
    Array.from({ length: 50 }, () => openConnection(required("databaseUrl"))),
  );
  const words = ["Xochimilco", "Zacatecas"];
  const write = (turn: number) =>
    Promise.all(
      clients.map((client, n) =>
        client.query(`UPDATE "Record" SET "searchText" = $2 WHERE "id" = $1`, [
          rows[2 * n + turn]!.id,
          words[(n + turn) % 2],
        ]),
      ),
    );
  try {
    // Would one wait for another's word here, none of them could go on.
    await Promise.all(clients.map((client) => client.query("BEGIN; SET LOCAL lock_timeout = '5s'")));
    await write(0);
    await write(1);
    await Promise.all(clients.map((client) => client.query("COMMIT")));
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
  expect((await searchPublished("xochimlco", { limit: 100 })).hits).toHaveLength(50);
});

it("the database folds and splits text as the program does", async () => {
  const letters = [
    [0xc0, 0x17f],
    [0x386, 0x3ce],
    [0x400, 0x52f],
    [0x5d0, 0x5ea],
    [0x621, 0x64a],
    [0x905, 0x939],
    [0x1e00, 0x1e99],
    [0x1ea0, 0x1eff],
  ].flatMap(([from, to]) =>
    Array.from({ length: to! - from! + 1 }, (_, at) => String.fromCodePoint(from! + at)),
  );
  // ŉ is the only letter that stands for two words; the last ones are of medieval manuscripts.
  const words = letters
    .filter((letter) => /\p{L}/u.test(letter) && !/[ŉỺ-ỿ]/.test(letter))
    .map((letter) => `x${letter}y`);
  const { rows } = await onClient(required("databaseUrl"), (client) =>
    client.query<{ folded: string }>(
      `SELECT entente_words(t) AS "folded" FROM unnest($1::text[]) WITH ORDINALITY AS u(t, n) ORDER BY n`,
      [words],
    ),
  );
  expect(rows.map(({ folded }) => folded)).toEqual(words.map(fold));
});
