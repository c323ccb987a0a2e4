/** That pages which tell of what comes next are made anew on the day on which it begins, and what they tell of it. */
import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import { pool } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { todaysDay } from "@/lib/domain/today";
import { statesOf } from "@/lib/published/country-dossiers";
import { reciprocityTallies } from "@/lib/published/reciprocity-tallies";
import { shownRecords } from "@/lib/published/shown-records";
import { makeDossierThat, makePublished } from "@/tests/support/make";
import { announceDaysCome, dueDays } from "./days-come";

const day = 86_400_000;
const dayFrom = (days: number) => todaysDay(new Date(Date.now() + days * day));
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);

let dossier: Awaited<ReturnType<typeof makeDossierThat>>;
const ids: Record<string, string> = {};

beforeAll(async () => {
  dossier = await makeDossierThat({});
  const [a, b] = dossier.parties;
  const visit = async (key: string, from: string, began: string, more = {}) => {
    const to = from === a ? b : a;
    const typed = { ...{ from, to, began, visitor: key, ended: "", rank: "head-of-state" }, ...more };
    ids[key] = (await makePublished("visit", dossier, typed)).id;
  };
  await visit("past", a, "2014-09");
  await visit("today", a, dayFrom(0));
  await visit("called off", a, dayFrom(2), { notHeld: "cancelled" });
  await visit("planned", a, dayFrom(20));
  await visit("slip", a, "2099-05-05");
  await visit("only planned", b, dayFrom(20));
  await makePublished("agreement", dossier, { title: "Signed", shortTitle: "", signedOn: "2015-05-01" });
  await makePublished("agreement", dossier, { title: "To be signed", shortTitle: "", signedOn: "2099" });
});

it("only what has begun was last; what is planned is told of as next", async () => {
  const today = todaysDay();
  const shown = await shownRecords(dossier.id, {
    lastVisits: { of: dossier.parties, heads: 2, today },
    lastAgreement: { today },
  });
  const idsOf = (records: readonly { id: string }[]) => records.map(({ id }) => id).sort();
  expect(idsOf(shown.lastVisits)).toEqual([ids.today]);
  expect(idsOf(shown.headVisits)).toEqual([ids.today, ids.past].sort());
  expect(idsOf(shown.nextVisits)).toEqual([ids.planned, ids["only planned"]].sort());
  expect(shown.lastAgreement).toMatchObject([{ values: { title: "Signed" } }]);
  const [state] = await statesOf([dossier.id]);
  expect(state).toMatchObject({ lastVisit: { visitor: "today" }, nextVisit: { began: dayFrom(20) } });
  const { visits } = await reciprocityTallies(dossier.id, { parties: dossier.parties, predecessors: [] });
  const lastDays = visits.filter(({ last }) => last !== null).map(({ side, last }) => [side, last]);
  expect(lastDays).toContainEqual(["a", today]);
  expect(lastDays.every(([, last]) => last! <= today)).toBe(true);
});

/** As if these alone were published so long ago, and no day told of since. */
async function publishedDaysAgo(days: number, records: readonly string[]) {
  await pool().query(
    `UPDATE "Record" SET "lastPublishedAt" = now() - CASE WHEN "id" = ANY($2) THEN make_interval(days => $1) ELSE interval '0' END`,
    [days, records],
  );
  await pool().query(`UPDATE "DaysTold" SET "day" = $1, "recordId" = NULL`, [dayFrom(-days)]);
}

it("what begins today and was published before is announced, once", async () => {
  await announceDaysCome();
  expect(await dueDays(later(0))).toEqual([]);
  await publishedDaysAgo(3, [ids.today!]);
  expect(await dueDays(later(2))).toEqual(["days"]);
  expect(await announceDaysCome()).toBe(1);
  const { rows } = await pool().query<{ tags: string[] }>(
    `SELECT "tags" FROM "Outbox" ORDER BY "id" DESC LIMIT 1`,
  );
  expect(rows[0]?.tags).toEqual(
    expect.arrayContaining([cacheTag.list(dossier.id, "visit"), cacheTag.changes(dossier.id)]),
  );
  expect(await dueDays(later(4))).toEqual([]);
  expect(await announceDaysCome()).toBe(0);
});

it("is announced once also where the outbox has let go of it since", async () => {
  await pool().query(`DELETE FROM "Outbox"`);
  expect(await dueDays(later(6))).toEqual([]);
  expect(await announceDaysCome()).toBe(0);
});

it("of a day on which much begins all is announced once, whichever servers do it", async () => {
  const many = Array.from({ length: 230 }, () => v7());
  await pool().query(
    `WITH entry AS (
       INSERT INTO "Entry" ("id", "kind", "dossierId", "state", "slug", "version", "draft", "title", "createdByName", "updatedByName")
       SELECT one, 'event', $2, 'published', 'e-' || n, 2, '{}', 'E', 'A', 'A' FROM unnest($1::uuid[]) WITH ORDINALITY AS list(one, n)
       RETURNING "id", "dossierId", "slug"
     )
     INSERT INTO "Record" ("id", "kind", "dossierId", "slug", "title", "searchText", "version", "sortDate", "firstPublishedAt", "lastPublishedAt")
     SELECT "id", 'event', "dossierId", "slug", 'E', 'e', 2, $3::date - length("slug") % 2, now(), now() FROM entry`,
    [many, dossier.id, dayFrom(0)],
  );
  await publishedDaysAgo(4, many);
  await pool().query(`DELETE FROM "Outbox"`);
  expect(await dueDays(later(8))).toEqual(["days"]);
  const counts = await Promise.all([1, 2, 3, 4].map(() => announceDaysCome()));
  expect(counts.toSorted((a, b) => a - b)).toEqual([0, 30, 100, 100]);
  const { rows } = await pool().query<{ id: string }>(`SELECT "recordId" AS "id" FROM "Outbox"`);
  expect(rows.map(({ id }) => id).sort()).toEqual(many.toSorted());
  expect(await dueDays(later(10))).toEqual([]);
});

it("a database that was told of no day is told of those of the last week", async () => {
  await pool().query(`DELETE FROM "DaysTold"`);
  await publishedDaysAgo(9, [ids.today!]);
  expect(await dueDays(later(12))).toEqual(["days"]);
  expect(await announceDaysCome()).toBe(1);
  expect(await dueDays(later(14))).toEqual([]);
});
