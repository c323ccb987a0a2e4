/** Taking a set back where some of its records were taken back already, by a server that died or by hand. */
import { expect, it } from "vitest";
import { v7 } from "uuid";
import { actorFor } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { makeDossier, makeDraft, makePublished, makeSource, written } from "@/tests/support/make";
import type { Target } from "../outcome";
import { unpublish } from "../publish/withdraw";
import { saveDraft } from "../write/save";
import { askForChange, askForUndo } from "./ask-for-change";
import type { BulkAction, BulkParams } from "./change-set";
import { openChangeSet } from "./read-change-set";
import { beginChangeSet, runChangeSet } from "./run-change-set";

const db = database();

async function account() {
  const id = v7();
  const user = { id, email: `${id}@example.org`, name: "Editor", role: "editor" };
  return actorFor(await db.user.create({ data: { ...user, passwordHash: "none" } }));
}
const editor = await account();

/** Does it to all of them and asks to take it back; returns the undo, begun. */
async function askedBack(action: BulkAction, targets: readonly Target[], params: BulkParams = {}) {
  const asked = await askForChange(editor, action, { kind: targets[0]!.kind, rows: targets });
  if (!asked.ok) throw new Error(asked.reason);
  expect(await beginChangeSet(editor, { id: asked.id, version: 1 }, params)).toBe(true);
  await runChangeSet(asked.id);
  expect((await openChangeSet(editor, asked.id))?.counts.done).toBe(targets.length);
  const undo = (await askForUndo(editor, asked.id))!;
  expect(await beginChangeSet(editor, { id: undo, version: 1 }, {})).toBe(true);
  return undo;
}

/** Runs a set, and once more as if the server that ran it had died before it could say so. */
async function runTwice(id: string) {
  const items = await db.changeItem.findMany({ where: { setId: id } });
  await runChangeSet(id);
  for (const { position, outcome } of items)
    await db.changeItem.update({
      where: { setId_position: { setId: id, position } },
      data: { state: "waiting", versionAfter: null, outcome: outcome ?? {} },
    });
  await db.changeSet.update({ where: { id }, data: { state: "running", rounds: 0, doneBefore: 0 } });
  await runChangeSet(id);
  return (await openChangeSet(editor, id))!;
}

const standing = async (targets: readonly Target[]) =>
  db.entry.findMany({
    where: { id: { in: targets.map(({ id }) => id) } },
    orderBy: { id: "asc" },
    select: { id: true, state: true, draft: true, version: true },
  });

/** A draft, a published record and one that was changed since it was published. */
async function oneOfEach(): Promise<[draft: Target, published: Target, changed: Target]> {
  const dossier = await makeDossier();
  const shown = await makePublished("visit", dossier, { office: "Minister" });
  const over = written(await saveDraft(editor, shown, { ...shown.typed, office: "Envoy" }));
  return [
    await makeDraft("visit", dossier),
    await makePublished("visit", dossier),
    { ...shown, version: over.version },
  ];
}

type Chosen = (all: Awaited<ReturnType<typeof oneOfEach>>) => Target[];
const table: [action: BulkAction, chosen: Chosen, params?: () => Promise<BulkParams>][] = [
  ["publish", ([draft, , changed]) => [draft, changed]],
  ["unpublish", ([, published, changed]) => [published, changed]],
  ["trash", (all) => all],
  ["set", (all) => all, async () => ({ field: "office", value: "Ambassador" })],
  ["cite", (all) => all, async () => ({ source: (await makeSource()).id })],
];

it.each(table)(
  "what was taken back of %j and not noted counts as taken back",
  async (action, chosen, params) => {
    const targets = chosen(await oneOfEach());
    const before = (await standing(targets)).map(({ state, draft }) => ({ state, draft }));
    const undo = await askedBack(action, targets, await params?.());
    const { counts, items } = await runTwice(undo);
    expect(items.flatMap(({ refusal }) => refusal ?? [])).toEqual([]);
    expect(counts).toMatchObject({ done: targets.length, waiting: 0 });
    expect((await standing(targets)).map(({ state, draft }) => ({ state, draft }))).toEqual(before);
  },
);

it("a record that its editor took back by hand meanwhile counts as taken back, with the others", async () => {
  const dossier = await makeDossier();
  const drafts = [await makeDraft("event", dossier), await makeDraft("event", dossier)];
  const undo = await askedBack("publish", drafts);
  const [first] = await standing(drafts);
  written(await unpublish(editor, { kind: "event", id: first!.id, version: first!.version }));
  await runChangeSet(undo);
  expect((await openChangeSet(editor, undo))?.counts).toMatchObject({ done: 2, refused: 0 });
});

it("what another did meanwhile does not count as taken back", async () => {
  const dossier = await makeDossier();
  const drafts = [await makeDraft("event", dossier), await makeDraft("event", dossier)];
  const undo = await askedBack("publish", drafts);
  const [first] = await standing(drafts);
  written(await unpublish(await account(), { kind: "event", id: first!.id, version: first!.version }));
  await runChangeSet(undo);
  expect((await openChangeSet(editor, undo))?.counts).toMatchObject({ done: 1, refused: 1 });
});

it("a draft that was not saved yet is never without a copy while what readers saw is published again", async () => {
  const [, , changed] = await oneOfEach();
  const before = await standing([changed]);
  const undo = await askedBack("unpublish", [changed]);
  await runChangeSet(undo);
  const versions = await db.auditEvent.findMany({
    where: { entryId: changed.id, version: { gt: before[0]!.version + 1 } },
    orderBy: { seq: "asc" },
    select: { action: true, at: true },
  });
  expect(versions.map(({ action }) => action)).toEqual(["publish", "save"]);
  // Both are of one transaction.
  expect(versions[0]!.at).toEqual(versions[1]!.at);
});
