import { expect, it, vi } from "vitest";
import { v7 } from "uuid";
import { actorFor } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { runJobs } from "@/lib/jobs/run-jobs";
import { makeDossier, makeDraft, makePublished, makeSource, someone, written } from "@/tests/support/make";
import { until } from "@/tests/support/until";
import { deskJobs } from "../background/desk-jobs";
import type { Target } from "../outcome";
import { saveDraft } from "../write/save";
import { untrash } from "../write/trash";
import { askForChange, askForUndo, type Chosen } from "./ask-for-change";
import type { BulkAction, BulkParams } from "./change-set";
import { brokenBy, openChangeSet, trashedWith } from "./read-change-set";
import { abandonedSets, beginChangeSet, runChangeSet } from "./run-change-set";

const db = database();

async function account(role = "editor") {
  const id = v7();
  const user = { id, email: `${id}@example.org`, name: `Editor ${id.slice(-4)}`, role };
  return actorFor(await db.user.create({ data: { ...user, passwordHash: "none" } }));
}
const editor = await account();

async function asked(action: BulkAction, chosen: Chosen, by = editor): Promise<string> {
  const outcome = await askForChange(by, action, chosen);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.id;
}

async function begun(id: string, params: BulkParams = {}, by = editor): Promise<string> {
  expect(await beginChangeSet(by, { id, version: 1 }, params)).toBe(true);
  return id;
}

async function done(action: BulkAction, targets: readonly Target[], params: BulkParams = {}, by = editor) {
  const id = await begun(await asked(action, { kind: targets[0]!.kind, rows: targets }, by), params, by);
  await runChangeSet(id);
  return (await openChangeSet(by, id))!;
}

async function undone(id: string) {
  const undo = await askForUndo(editor, id);
  await begun(undo!);
  await runChangeSet(undo!);
  return (await openChangeSet(editor, undo!))!;
}

const standing = async (targets: readonly Target[]) =>
  (
    await db.entry.findMany({
      where: { id: { in: targets.map(({ id }) => id) } },
      orderBy: { id: "asc" },
      select: { state: true, draft: true },
    })
  ).map(({ state, draft }) => ({ state, draft }));

it("publishes what is fit, says of each other record why not, and takes all of it back in one step", async () => {
  const dossier = await makeDossier();
  const fit = [await makeDraft("event", dossier), await makeDraft("event", dossier)];
  const bare = await makeDraft("event", dossier, { citations: [] });
  const changed = await makeDraft("event", dossier);
  const published = await makePublished("event", dossier);
  const over = written(await saveDraft(editor, published, { ...published.typed, text: "Changed since" }));
  const waiting = { ...published, version: over.version };
  const all = [...fit, bare, changed, waiting];
  const before = await standing(all);
  const id = await asked("publish", { kind: "event", rows: all });
  written(await saveDraft(editor, changed, { ...changed.typed, text: "Saved after it was seen" }));
  await begun(id);
  await runChangeSet(id);
  const set = (await openChangeSet(editor, id))!;
  expect(set).toMatchObject({ state: "done", counts: { done: 3, refused: 2, waiting: 0 } });
  expect(new Map(set.items.map((item) => [item.id, item.refusal?.reason]))).toEqual(
    new Map([
      [bare.id, "invalid"],
      [changed.id, "stale"],
      ...[...fit, waiting].map((one) => [one.id, undefined] as const),
    ]),
  );
  expect((await undone(id)).counts).toMatchObject({ done: 3, refused: 0 });
  const untouched = all.filter((one) => one !== changed);
  expect(await standing(untouched)).toEqual(
    before.filter((_, index) => all.sort((a, b) => (a.id < b.id ? -1 : 1))[index] !== changed),
  );
});

it("sets a field, adds a source and marks as checked, and brings back what each had", async () => {
  const dossier = await makeDossier();
  const source = await makeSource();
  const visits = [
    await makePublished("visit", dossier, { office: "Minister" }),
    await makeDraft("visit", dossier, { office: "Envoy" }),
  ];
  const before = await standing(visits);
  const set = await done("set", visits, { field: "office", value: "Ambassador" });
  expect(set.counts.done).toBe(2);
  expect((await standing(visits)).map(({ draft }) => (draft as { office: string }).office)).toEqual([
    "Ambassador",
    "Ambassador",
  ]);
  expect((await undone(set.id)).counts).toMatchObject({ done: 2, unchanged: 0 });
  expect(await standing(visits)).toEqual(before);

  // What no visit is without is not emptied of many at once.
  const here = await db.entry.findMany({ where: { id: { in: visits.map(({ id }) => id) } } });
  const rows = here.map(({ id, version }) => ({ id, version, kind: "visit" as const }));
  const emptied = await done("set", rows, { field: "visitor", value: " ", empties: true });
  expect(emptied.counts).toMatchObject({ done: 0, refused: 2 });
  expect(emptied.items[0]?.refusal).toMatchObject({
    reason: "invalid",
    problems: [{ path: "visitor", code: "required" }],
  });
  expect(await standing(visits)).toEqual(before);

  const now = await db.entry.findMany({ where: { id: { in: visits.map(({ id }) => id) } } });
  const seen = now.map(({ id, version }) => ({ id, version, kind: "visit" as const }));
  const cited = await done("cite", seen, { source: source.id });
  expect(cited.counts.done).toBe(2);
  // As a server leaves one that died before it could say what it had done.
  const { position } = await db.changeItem.findFirstOrThrow({ where: { setId: cited.id } });
  await db.changeItem.update({
    where: { setId_position: { setId: cited.id, position } },
    data: { state: "waiting", versionAfter: null, outcome: {} },
  });
  await db.changeSet.update({ where: { id: cited.id }, data: { state: "running" } });
  await runChangeSet(cited.id);
  await undone(cited.id);
  expect(await standing(visits)).toEqual(before);

  const event = await makePublished("event", dossier);
  expect((await done("verify", [event])).counts.done).toBe(1);
  expect((await done("set", [event], { field: "citations", value: "x" })).items[0]?.refusal).toEqual({
    reason: "noSuchField",
  });
});

it("puts a dossier into the trash with its records and takes it out with them, as they were", async () => {
  const dossier = await makeDossier();
  const agreement = await makePublished("agreement", dossier);
  const visit = await makePublished("visit", dossier, { agreements: [agreement.id] });
  const draft = await makeDraft("event", dossier);
  const own = [
    agreement,
    visit,
    draft,
    { kind: "dossier" as const, id: dossier.id, version: dossier.version },
  ];
  const before = await standing(own);
  const id = await asked("trash", { dossier: { id: dossier.id, version: dossier.version } });
  expect(await brokenBy(editor, id)).toEqual([]);
  await begun(id);
  await runChangeSet(id);
  expect((await openChangeSet(editor, id))?.counts).toMatchObject({ done: 4, refused: 0 });
  expect(new Set((await standing(own)).map(({ state }) => state))).toEqual(new Set(["trashed"]));
  expect(await trashedWith(editor, dossier.id)).toEqual({ id, count: 4 });
  expect((await undone(id)).counts).toMatchObject({ done: 4, refused: 0 });
  expect(await standing(own)).toEqual(before);
  expect(await trashedWith(editor, dossier.id)).toBeNull();
});

it("goes on with a record that came out of the trash before what it refers to could be published", async () => {
  const dossier = await makeDossier();
  const agreement = await makePublished("agreement", dossier);
  const visit = await makePublished("visit", dossier, { agreements: [agreement.id] });
  await makePublished("event", dossier);
  const { id: of, version } = dossier;
  const id = await begun(await asked("trash", { dossier: { id: of, version } }));
  await runChangeSet(id);
  const undo = await begun((await askForUndo(editor, id))!);
  let looked = 0;
  await runChangeSet(undo, () => (looked += 1) > 1);
  // The dossier is out. Another takes the agreement out meanwhile, and leaves it a draft.
  const { version: trashed } = await db.entry.findUniqueOrThrow({ where: { id: agreement.id } });
  written(await untrash(someone("editor"), { ...agreement, version: trashed }));
  await runChangeSet(undo);
  const items = (await openChangeSet(editor, undo))!.items;
  expect(items.find((item) => item.id === visit.id)?.refusal).toMatchObject({
    reason: "blocked",
    records: [{ id: agreement.id }],
  });
});

it("names what refers to what is taken down, and leaves that as it is", async () => {
  const dossier = await makeDossier();
  const agreement = await makePublished("agreement", dossier);
  const visit = await makePublished("visit", dossier, { agreements: [agreement.id] });
  const draft = await makeDraft("visit", dossier, { agreements: [agreement.id] });
  const id = await asked("unpublish", { kind: "agreement", rows: [agreement] });
  expect((await brokenBy(editor, id)).map((one) => [one.id, one.state])).toEqual([
    [visit.id, "published"],
    [draft.id, "draft"],
  ]);
  await begun(id);
  const logged = vi.spyOn(console, "error");
  await runChangeSet(id);
  expect(logged).not.toHaveBeenCalled();
  logged.mockRestore();
  expect((await openChangeSet(editor, id))?.items[0]?.refusal).toMatchObject({
    ...{ reason: "blocked", code: "stillReferredTo" },
    records: [{ id: visit.id }],
  });
});

it("is done by another server where one dies in the midst of it, each record once", async () => {
  const dossier = await makeDossier();
  const drafts: Target[] = [];
  for (let number = 0; number < 60; number += 1) drafts.push(await makeDraft("event", dossier));
  const query = { dossierId: dossier.id, state: "draft", sort: "updated", direction: "asc" } as const;
  const id = await begun(await asked("publish", { kind: "event", query }), { confirmAll: true });
  // The first stops after some records as a killed process does: with one done that it did not note.
  let looked = 0;
  await runChangeSet(id, () => (looked += 1) > 1);
  expect((await openChangeSet(editor, id))?.counts).toMatchObject({ done: 30, waiting: 30 });
  const [some] = await db.changeItem.findMany({ where: { setId: id, state: "done" }, take: 1 });
  await db.changeItem.update({
    where: { setId_position: { setId: id, position: some!.position } },
    data: { state: "waiting", versionAfter: null },
  });
  const servers = [1, 2].map(() => runJobs(deskJobs, { lookEvery: 50 }));
  await until("all is done", async () => (await openChangeSet(editor, id))?.state === "done");
  await Promise.all(servers.map((server) => server.stop()));
  expect((await openChangeSet(editor, id))?.counts).toMatchObject({ done: 60, refused: 0 });
  const events = await db.auditEvent.groupBy({
    by: ["entryId"],
    where: { entryId: { in: drafts.map((one) => one.id) }, action: "publish" },
    _count: true,
  });
  expect(events.map(({ _count }) => _count)).toEqual(drafts.map(() => 1));
  expect(await abandonedSets(new Date(Date.now() + 60_000))).not.toContain(id);
});

it("leaves to each record what its editor may: an author puts drafts into the trash, and publishes nothing", async () => {
  const author = await account("author");
  const dossier = await makeDossier();
  const [draft, shown] = [await makeDraft("event", dossier), await makePublished("event", dossier)];
  await expect(askForChange(author, "publish", { kind: "event", rows: [draft] })).rejects.toThrow();
  const set = await done("trash", [draft, shown], {}, author);
  expect(set.items.map(({ id, state, refusal }) => [id, state, refusal?.reason])).toEqual([
    [shown.id, "refused", "forbidden"],
    [draft.id, "done", undefined],
  ]);
  expect(await askForChange(author, "trash", { kind: "event", rows: [] })).toEqual({
    ok: false,
    reason: "none",
  });
  const id = await asked("trash", { kind: "event", rows: [draft] });
  expect(await beginChangeSet(someone("editor"), { id, version: 1 }, {})).toBe(false);
});

it("tells how many of its records were changed since, which taking it back leaves as they are", async () => {
  const dossier = await makeDossier();
  const [one, other] = [await makeDraft("event", dossier), await makeDraft("event", dossier)];
  const set = await done("publish", [one, other]);
  expect(set.changedSince).toBe(0);
  written(await saveDraft(editor, { ...other, version: 2 }, { ...other.typed, text: "Changed since" }));
  expect((await openChangeSet(editor, set.id))?.changedSince).toBe(1);
  expect((await undone(set.id)).counts).toMatchObject({ done: 1, refused: 1 });
  expect((await standing([one, other])).map(({ state }) => state).sort()).toEqual(["changed", "draft"]);
});

it("is taken back by one where another asked for that and never began, and is forgotten where it is never begun", async () => {
  const dossier = await makeDossier();
  const event = await makePublished("event", dossier);
  const set = await done("unpublish", [event]);
  const other = await account();
  const left = await askForUndo(other, set.id);
  expect((await undone(set.id)).counts.done).toBe(1);
  expect(await openChangeSet(editor, left!)).toBeNull();
  expect(await askForUndo(other, set.id)).toBe((await openChangeSet(editor, set.id))!.undoId);

  const unbegun = await asked("trash", { kind: "event", rows: [event] });
  await db.changeSet.update({
    where: { id: unbegun },
    data: { touchedAt: new Date(Date.now() - 25 * 3_600_000) },
  });
  await asked("trash", { kind: "event", rows: [event] });
  expect(await openChangeSet(editor, unbegun)).toBeNull();
});

it("sets dates, places, countries and addresses as forms read them, and tells what cannot be read", async () => {
  const dossier = await makeDossier();
  const visits = [await makeDraft("visit", dossier), await makeDraft("visit", dossier)];
  const now = async (kind: "visit" | "mission", of: readonly { id: string }[]) =>
    (await db.entry.findMany({ where: { id: { in: of.map(({ id }) => id) } } })).map(
      ({ id, version, draft }) => ({
        ...{ id, version, kind },
        draft: draft as Record<string, unknown>,
      }),
    );
  const begin = async (params: BulkParams) => done("set", await now("visit", visits), params);
  const set = async (params: BulkParams) => (await begin(params)).counts;
  const held = async (field: string) => (await now("visit", visits)).map(({ draft }) => draft[field]);

  expect(await set({ field: "began", value: "12 September 2014" })).toMatchObject({ done: 2 });
  expect(await held("began")).toEqual(["2014-09-12", "2014-09-12"]);
  expect(await set({ field: "places", value: "Astana\nAlmaty" })).toMatchObject({ done: 2 });
  expect(await held("places")).toEqual([
    ["Astana", "Almaty"],
    ["Astana", "Almaty"],
  ]);
  const [own] = (dossier.parties ?? []) as readonly string[];
  expect(own).toBeDefined();
  expect(await set({ field: "from", value: own! })).toMatchObject({ refused: 0 });
  expect(await held("from")).toEqual([own, own]);

  // What a form would refuse is not laid over what stands.
  expect(await set({ field: "began", value: "31.02.2014" })).toMatchObject({ done: 0, refused: 2 });
  expect(await set({ field: "from", value: "FR" })).toMatchObject({ done: 0, refused: 2 });
  expect(await held("began")).toEqual(["2014-09-12", "2014-09-12"]);
  expect(await set({ field: "standing", value: "A first" })).toMatchObject({ done: 2 });
  expect(await set({ field: "standing", value: "", empties: false })).toMatchObject({ done: 0, refused: 2 });
  expect(await set({ field: "standing", value: "", empties: true })).toMatchObject({ done: 2 });
  expect((await held("standing")).filter(Boolean)).toEqual([]);

  // As sets begun by the release before, which did not ask whether a field is to be emptied.
  expect(await set({ field: "standing", value: "A first" })).toMatchObject({ done: 2 });
  expect(await set({ field: "standing", value: "" })).toMatchObject({ done: 2 });
  expect((await held("standing")).filter(Boolean)).toEqual([]);

  // What stood there comes back, whatever the kind of field.
  const stood = async () => (await standing(visits)).map(({ draft }) => draft);
  for (const [field, value] of [
    ["began", "13 October 2015"],
    ["places", "Shymkent"],
    ["standing", "A second"],
    ["from", dossier.parties![1]],
  ] as const) {
    const before = await stood();
    const { id, counts } = await begin({ field, value, empties: value === "" });
    expect(counts, field).toMatchObject({ done: 2 });
    expect(await stood(), field).not.toEqual(before);
    expect((await undone(id)).counts, field).toMatchObject({ done: 2 });
    expect(await stood(), field).toEqual(before);
  }
});
