import { expect, it } from "vitest";
import { v7 } from "uuid";
import { actorFor, type Actor } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { makeDossier, makeDraft, makePublished, someone, written } from "@/tests/support/make";
import type { Target } from "../outcome";
import { createDraft, saveDraft } from "../write/save";
import { scheduledFor, scheduledOf } from "./read-scheduled";
import { dueMoves, runScheduled } from "./run-scheduled";
import { type AskedSchedule, cancelScheduled, noteScheduled, scheduleMove } from "./schedule";

const db = database();
const before = new Date("2026-12-01T00:00:00Z");
const due = new Date("2026-12-03T04:00:00Z");
const asked: AskedSchedule = {
  ...{ day: "2026-12-03", time: "09:00", zone: "Asia/Almaty" },
  ...{ move: "publish", confirmed: [], replaces: null },
};

/** An editor who has an account, in whose name things can be done later. */
async function account(role = "editor"): Promise<Actor & { id: string }> {
  const id = v7();
  const user = await db.user.create({
    data: { id, email: `${id}@example.org`, name: `Editor ${id.slice(-4)}`, role, passwordHash: "none" },
  });
  return { ...actorFor(user), id };
}

async function scheduled(editor: Actor, target: Target, over: Partial<AskedSchedule> = {}): Promise<string> {
  const outcome = await scheduleMove(editor, target, { ...asked, ...over }, before);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.id;
}

const stateOf = async ({ id }: { id: string }) => (await db.entry.findUniqueOrThrow({ where: { id } })).state;
const resultOf = async (id: string) => (await db.scheduledMove.findUniqueOrThrow({ where: { id } })).outcome;

it("publishes and takes down at its time and not before, once though two servers are told of it", async () => {
  const editor = await account();
  const draft = await makeDraft("event", await makeDossier());
  const id = await scheduled(editor, draft);
  const later = await scheduled(editor, draft, { move: "unpublish", day: "2026-12-04" });
  expect((await scheduledOf(editor, [draft.id])).get(draft.id)?.map(({ move }) => move)).toEqual([
    "publish",
    "unpublish",
  ]);
  expect(await dueMoves(new Date(due.getTime() - 1))).not.toContain(id);
  await runScheduled(id, new Date(due.getTime() - 1));
  expect(await stateOf(draft)).toBe("draft");

  expect(await dueMoves(due)).toContain(id);
  await Promise.all([runScheduled(id, due), runScheduled(id, due)].map((one) => one.catch(() => undefined)));
  await runScheduled(id, new Date(due.getTime() + 60_000));
  expect(await stateOf(draft)).toBe("published");
  expect(await db.auditEvent.count({ where: { entryId: draft.id, action: "publish" } })).toBe(1);
  expect(await resultOf(id)).toMatchObject({ state: "done" });
  await runScheduled(later, new Date("2026-12-04T04:00:00Z"));
  expect(await stateOf(draft)).toBe("draft");
  // In time: there is nothing to tell.
  expect((await scheduledFor(editor, draft.id)).unnoted).toEqual([]);
  expect(
    (await db.auditEvent.findMany({ where: { subject: draft.id }, orderBy: { id: "asc" } })).map(
      ({ action }) => action,
    ),
  ).toEqual(["schedule.publish", "schedule.unpublish", "schedule.done", "schedule.done"]);
});

it("does late what it missed, and says how late until an editor has seen it", async () => {
  const editor = await account();
  const draft = await makeDraft("event", await makeDossier());
  const id = await scheduled(editor, draft);
  await runScheduled(id, new Date(due.getTime() + 3 * 3600_000));
  expect(await stateOf(draft)).toBe("published");
  const { unnoted } = await scheduledFor(editor, draft.id);
  expect(unnoted).toMatchObject([{ id, result: { state: "done", late: 3 * 3600 } }]);
  await noteScheduled(editor, id);
  expect((await scheduledFor(editor, draft.id)).unnoted).toEqual([]);
});

it("does not publish what was changed since, and takes down whatever stands then", async () => {
  const editor = await account();
  const dossier = await makeDossier();
  const [draft, shown] = [await makeDraft("event", dossier), await makePublished("event", dossier)];
  const [id, down] = [await scheduled(editor, draft), await scheduled(editor, shown, { move: "unpublish" })];
  for (const one of [draft, shown])
    written(await saveDraft(editor, one, { ...one.typed, text: "Said otherwise meanwhile" }));
  expect((await scheduledFor(editor, draft.id)).waiting).toMatchObject([{ id, isOutdated: true }]);
  await Promise.all([runScheduled(id, due), runScheduled(down, due)]);
  expect(await stateOf(draft)).toBe("draft");
  expect(await stateOf(shown)).toBe("draft");
  expect((await scheduledFor(editor, draft.id)).unnoted).toMatchObject([
    { id, result: { state: "refused", refusal: { reason: "changed", by: editor.name } } },
  ]);
});

it("does not publish with it a source that was changed since, unseen by who scheduled it", async () => {
  const editor = await account();
  const dossier = await makeDossier();
  const source = written(await createDraft(editor, { kind: "source", dossierId: null }, { title: "Seen" }));
  const draft = await makeDraft("event", dossier, { citations: [{ source: source.id }] });
  const id = await scheduled(editor, draft);
  const { updatedAt: madeAt } = await db.entry.findUniqueOrThrow({ where: { id: source.id } });
  await db.scheduledMove.update({ where: { id }, data: { madeAt } });
  const author = someone("author");
  written(
    await saveDraft(author, { kind: "source", id: source.id, version: source.version }, { title: "Unseen" }),
  );
  await runScheduled(id, due);
  expect(await stateOf(draft)).toBe("draft");
  expect(await resultOf(id)).toMatchObject({ refusal: { reason: "changed", by: author.name } });
});

it("asks again for the right to publish, and for an account that is open", async () => {
  const [lost, gone] = [await account(), await account()];
  const dossier = await makeDossier();
  const drafts = [await makeDraft("event", dossier), await makeDraft("event", dossier)] as const;
  const ids = [await scheduled(lost, drafts[0]), await scheduled(gone, drafts[1])] as const;
  await db.user.update({ where: { id: lost.id }, data: { role: "author" } });
  await db.user.update({ where: { id: gone.id }, data: { disabledAt: before } });
  for (const id of ids) await runScheduled(id, due);
  expect(await resultOf(ids[0])).toMatchObject({ refusal: { reason: "forbidden" } });
  expect(await resultOf(ids[1])).toMatchObject({ refusal: { reason: "noAccount" } });
});

it("tells mistakes at once, and at its time those that have come", async () => {
  const editor = await account();
  const dossier = await makeDossier();
  const bare = await makeDraft("event", dossier, { citations: [] });
  expect(await scheduleMove(editor, bare, asked, before)).toMatchObject({ reason: "invalid" });
  expect(await db.outbox.count({ where: { recordId: bare.id } })).toBe(0);

  const year = await makeDraft("tradeYear", dossier, { year: "2019" });
  const id = await scheduled(editor, year);
  await makePublished("tradeYear", dossier, { year: "2019", reporter: year.typed.reporter! });
  await runScheduled(id, due);
  expect(await resultOf(id)).toMatchObject({
    refusal: { reason: "invalid", problems: [{ code: "unique.taken" }] },
  });

  expect(await scheduleMove(editor, year, { ...asked, time: "25:00" }, before)).toMatchObject({
    problem: { field: "time", code: "schedule.noTime" },
  });
  expect(await scheduleMove(editor, year, asked, due)).toMatchObject({ problem: { code: "schedule.past" } });
});

it("replaces only the schedule that the editor has seen, and calls off one that waits", async () => {
  const editor = await account();
  const draft = await makeDraft("event", await makeDossier());
  const first = await scheduled(editor, draft);
  expect(await scheduleMove(editor, draft, asked, before)).toEqual({ ok: false, reason: "taken" });
  const second = await scheduled(editor, draft, { day: "2026-12-05", replaces: first });
  expect(await scheduleMove(editor, draft, { ...asked, replaces: first }, before)).toEqual({
    ok: false,
    reason: "taken",
  });
  const { version } = (await scheduledFor(editor, draft.id)).waiting[0]!;
  expect(await cancelScheduled(editor, { id: second, version: version + 1 })).toBe(false);
  expect(await cancelScheduled(editor, { id: second, version })).toBe(true);
  await runScheduled(second, new Date("2026-12-06T00:00:00Z"));
  expect(await stateOf(draft)).toBe("draft");
  const stale = { ...draft, version: draft.version + 1 };
  expect(await scheduleMove(editor, stale, asked, before)).toMatchObject({ reason: "stale" });
});

it("is made once though it is sent again under its id, and made anew where it was changed in between", async () => {
  const [editor, other] = [await account(), await account()];
  const draft = await makeDraft("event", await makeDossier());
  const once = v7();
  expect(await scheduled(editor, draft, { once })).toBe(once);
  expect(await scheduled(editor, draft, { once })).toBe(once);
  expect(await scheduleMove(other, draft, { ...asked, once }, before)).toMatchObject({ reason: "taken" });
  const later = await scheduled(editor, draft, { once, day: "2026-12-05" });
  expect((await scheduledFor(editor, draft.id)).waiting.map(({ id }) => id)).toEqual([later]);
});

it("says so where what is sent again was called off or done in between, instead of that it waits", async () => {
  const [editor, other] = [await account(), await account()];
  const [draft, fit] = [
    await makeDraft("event", await makeDossier()),
    await makeDraft("event", await makeDossier()),
  ];
  const [once, soon] = [v7(), v7()];
  await scheduled(editor, draft, { once });
  const { version } = (await scheduledFor(other, draft.id)).waiting[0]!;
  expect(await cancelScheduled(other, { id: once, version })).toBe(true);
  const settled = { ok: false, reason: "settled" };
  expect(await scheduleMove(editor, draft, { ...asked, once }, before)).toEqual(settled);
  expect((await scheduledFor(editor, draft.id)).waiting).toEqual([]);
  // With another time it is another.
  expect(await scheduleMove(editor, draft, { ...asked, once, day: "2026-12-05" }, before)).toMatchObject({
    ok: true,
  });

  await scheduled(editor, fit, { once: soon });
  await runScheduled(soon, due);
  expect(await stateOf(fit)).toBe("published");
  expect(await scheduleMove(editor, fit, { ...asked, once: soon }, due)).toEqual(settled);
});

it("publishes a dossier's records after it, where all are due at once", async () => {
  const editor = await account();
  const dossier = await makeDossier();
  const agreement = await makeDraft("agreement", dossier);
  const visit = await makeDraft("visit", dossier, { agreements: [agreement.id] });
  const first = await scheduled(editor, agreement);
  const outcome = await scheduleMove(editor, visit, asked, before);
  expect(outcome).toMatchObject({ ok: true, unpublished: [{ id: agreement.id }] });
  const due2 = (await dueMoves(due)).filter((id) => id === first || (outcome.ok && id === outcome.id));
  for (const id of due2) await runScheduled(id, due);
  expect(await stateOf(visit)).toBe("published");
});
