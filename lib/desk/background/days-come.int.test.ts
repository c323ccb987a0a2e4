/** That pages which tell of what comes next are made anew on the day on which it begins, and what they tell of it. */
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

it("what begins today and was published before is announced, once", async () => {
  expect(await dueDays(later(0))).toEqual([]);
  await pool().query(`UPDATE "Record" SET "lastPublishedAt" = now() - interval '3 days' WHERE "id" = $1`, [
    ids.today,
  ]);
  await pool().query(`UPDATE "Outbox" SET "at" = now() - interval '3 days'`);
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
