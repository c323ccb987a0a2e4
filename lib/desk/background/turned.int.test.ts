/** That lists, counts and files tell of an agreement's force as of the day, and are told anew on the day on which it turns. */
import { beforeAll, expect, it } from "vitest";
import { tableAnswer } from "@/app/api/files/table-answer";
import { database, pool } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import type { Typed } from "@/lib/domain/fields/typed";
import { newRowId } from "@/lib/domain/row-id";
import { todaysDay } from "@/lib/domain/today";
import { recordsById } from "@/lib/published/by-id";
import { shownRecords } from "@/lib/published/shown-records";
import { makeDossierThat, makePublished } from "@/tests/support/make";
import { tableContext } from "@/tests/support/published";
import { hasTurned, lookAnew, writeTurned } from "./turned";

const day = 86_400_000;
const dayFrom = (days: number) => todaysDay(new Date(Date.now() + days * day));
/** Some days from now. */
const after = (days: number) => new Date(Date.now() + days * day);
const action = (one: string, date: string, effective = "") => ({
  ...{ id: newRowId(), party: "both", name: "", action: one, date, effective, place: "", depositary: "" },
});

let dossier: Awaited<ReturnType<typeof makeDossierThat>>;
const ids: Record<string, string> = {};

beforeAll(async () => {
  dossier = await makeDossierThat({});
  const agreement = async (title: string, ...actions: Typed[]) => {
    const typed = { title, shortTitle: "", signedOn: "", inForce: "", actions };
    ids[title] = (await makePublished("agreement", dossier, typed)).id;
  };
  await agreement("Begins", action("signature", "2020-05-01"), action("entry-into-force", dayFrom(30)));
  await agreement(
    "Begins and ends",
    action("entry-into-force", dayFrom(30)),
    action("termination", dayFrom(60)),
  );
  await agreement(
    "Ends",
    action("entry-into-force", "1995"),
    action("denunciation", dayFrom(-10), dayFrom(30)),
  );
  await agreement("Is in force", action("entry-into-force", "1995"));
});

async function facetsOf(title: string) {
  const { facets, turnsOn } = await database().record.findUniqueOrThrow({ where: { id: ids[title]! } });
  return { force: facets.find((one) => one.startsWith("inForce=")), turnsOn: turnsOn && todaysDay(turnsOn) };
}

const forcesOn = async (today: string) =>
  Object.fromEntries((await shownRecords(dossier.id, { forces: { today } })).forceCounts);

it("what is still to come is in force or not as it is until then", async () => {
  expect(await facetsOf("Begins")).toEqual({ force: "inForce=no", turnsOn: dayFrom(30) });
  expect(await facetsOf("Begins and ends")).toEqual({ force: "inForce=no", turnsOn: dayFrom(30) });
  expect(await facetsOf("Ends")).toEqual({ force: "inForce=yes", turnsOn: dayFrom(30) });
  expect(await facetsOf("Is in force")).toEqual({ force: "inForce=yes", turnsOn: null });
  expect(await forcesOn(todaysDay())).toEqual({ pending: 2, yes: 2 });
});

it("files say so too", async () => {
  const records = [
    ...(await recordsById(Object.values(ids).map((id) => ({ id, kind: "agreement" })))).values(),
  ];
  const asked = { kind: "agreement", place: tableContext, name: "agreements", asText: "" } as const;
  const gone = new AbortController().signal;
  const read: Parameters<typeof tableAnswer>[1] = async (reader) => {
    await reader.start(records.length);
    await reader.batch({ records, named: new Map() });
  };
  const json = await (await tableAnswer({ ...asked, format: "json", gone }, read)).text();
  const { records: told } = JSON.parse(json) as { records: { title: string; values: { inForce: string } }[] };
  expect(Object.fromEntries(told.map(({ title, values }) => [title, values.inForce]))).toEqual({
    Begins: "no",
    "Begins and ends": "no",
    Ends: "yes",
    "Is in force": "yes",
  });
});

it("on the day they turn, once, and what shows them is told", async () => {
  expect(await hasTurned(todaysDay())).toBe(false);
  await pool().query(`DELETE FROM "Outbox"`);
  expect(await hasTurned(dayFrom(30))).toBe(true);
  const counts = await Promise.all([writeTurned(after(30)), writeTurned(after(30))]);
  expect(counts.toSorted()).toEqual([0, 3]);
  expect(await facetsOf("Begins")).toEqual({ force: "inForce=yes", turnsOn: null });
  expect(await facetsOf("Begins and ends")).toEqual({ force: "inForce=yes", turnsOn: dayFrom(60) });
  expect(await facetsOf("Ends")).toEqual({ force: "inForce=no", turnsOn: null });
  expect(await forcesOn(dayFrom(30))).toEqual({ yes: 3, ended: 1 });
  const { rows } = await pool().query<{ id: string; tags: string[] }>(
    `SELECT "recordId" AS "id", "tags" FROM "Outbox"`,
  );
  expect(rows.map(({ id }) => id).sort()).toEqual([ids.Begins, ids["Begins and ends"], ids.Ends].sort());
  expect(rows.find(({ id }) => id === ids.Ends)?.tags).toEqual(
    expect.arrayContaining([
      cacheTag.record(ids.Ends!),
      cacheTag.list(dossier.id, "agreement"),
      cacheTag.everything(dossier.id, "agreement"),
    ]),
  );
  expect(await writeTurned(after(60))).toBe(1);
  expect(await forcesOn(dayFrom(60))).toEqual({ yes: 2, ended: 2 });
});

it("what an earlier version wrote is looked at once, and told where it is otherwise", async () => {
  const { Begins: wrong, "Is in force": right } = ids;
  await pool().query(
    `UPDATE "Record" SET "turnsOn" = NULL, "facets" = array_replace("facets", 'inForce=yes', CASE WHEN "id" = $1 THEN 'inForce=no' ELSE 'inForce=yes' END)`,
    [wrong],
  );
  await pool().query(`DELETE FROM "Outbox"`);
  await database().$transaction((tx) => lookAnew(tx, [wrong!, right!, dossier.id]));
  expect(await writeTurned(after(40))).toBe(2);
  expect(await facetsOf("Begins")).toEqual({ force: "inForce=yes", turnsOn: null });
  const { rows } = await pool().query<{ id: string }>(`SELECT "recordId" AS "id" FROM "Outbox"`);
  expect(rows).toEqual([{ id: wrong }]);
  expect(await hasTurned(dayFrom(90))).toBe(false);
});

it("a mission is told anew on the days on which its heads come and go, and it closes", async () => {
  const head = (name: string, from: string, to: string) => ({
    ...{ id: newRowId(), name, person: "", title: "", from, to },
  });
  const heads = [head("First", "2020", dayFrom(10)), head("Second", dayFrom(12), "")];
  const [sending, receiving] = dossier.parties;
  const typed = { sending, receiving, city: "Astana", heads, closed: dayFrom(40) };
  ids.mission = (await makePublished("mission", dossier, typed)).id;
  expect(await facetsOf("mission")).toMatchObject({ turnsOn: dayFrom(10) });
  await pool().query(`DELETE FROM "Outbox"`);
  expect(await writeTurned(after(10))).toBe(1);
  expect(await facetsOf("mission")).toMatchObject({ turnsOn: dayFrom(12) });
  const { rows } = await pool().query<{ tags: string[] }>(`SELECT "tags" FROM "Outbox"`);
  expect(rows[0]?.tags).toContain(cacheTag.list(dossier.id, "mission"));
  expect(await writeTurned(after(12))).toBe(1);
  expect(await facetsOf("mission")).toMatchObject({ turnsOn: dayFrom(40) });
  expect(await writeTurned(after(40))).toBe(1);
  expect(await facetsOf("mission")).toMatchObject({ turnsOn: null });
});

it("what is marked to be looked at is a day, as backups hold days", async () => {
  await database().$transaction((tx) => lookAnew(tx, [ids.Begins!]));
  const { rows } = await pool().query<{ day: string }>(
    `SELECT "turnsOn"::text AS "day" FROM "Record" WHERE "id" = $1`,
    [ids.Begins],
  );
  expect(rows[0]?.day).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(await writeTurned(after(90))).toBe(1);
});

it("what cannot be read is told as it was, and holds up no other", async () => {
  const { Ends: broken, Begins: right } = ids;
  const before = await facetsOf("Ends");
  // A version of which there is no copy: what is read is the working copy.
  await pool().query(`UPDATE "Entry" SET "draft" = '{"actions": 5, "signatories": 5}' WHERE "id" = $1`, [
    broken,
  ]);
  await pool().query(`UPDATE "Record" SET "version" = 99 WHERE "id" = $1`, [broken]);
  await database().$transaction((tx) => lookAnew(tx, [broken!, right!]));
  expect(await writeTurned(after(90))).toBe(2);
  expect(await facetsOf("Ends")).toEqual({ ...before, turnsOn: null });
});
