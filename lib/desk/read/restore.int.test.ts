/** What a record was is brought back whole or in parts, and readers see none of it before it is published. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { sameTyped } from "@/lib/domain/compare-rows";
import type { Typed } from "@/lib/domain/fields/typed";
import { type EntryState, isPublic, stateAfter } from "@/lib/domain/lifecycle";
import { brokenInvariants, modelRuns } from "@/tests/support/desk-invariants";
import { makeDossier, makeDraft, makePublished, someone, written } from "@/tests/support/make";
import { rowId } from "@/tests/support/rows";
import { publish } from "../publish/publish";
import { unpublish } from "../publish/withdraw";
import { autosave } from "../write/autosave";
import { saveDraft } from "../write/save";
import { trash, untrash } from "../write/trash";
import { historyOf } from "./history";
import { openEntry } from "./open";
import { openRevision, restoreRevision } from "./revisions";

const editor = someone("editor", "Ann");

const meeting = (index: number, host: string) => ({ id: rowId(index), host, office: "", manner: "official" });
const revisionOf = (entryId: string, version: number) =>
  database().revision.findUniqueOrThrow({ where: { entryId_version: { entryId, version } } });

it("restores one field and one row of an earlier version, and leaves the rest and what readers see", async () => {
  const first = {
    purpose: "Talks on wheat",
    office: "First",
    meetings: [meeting(0, "Ann"), meeting(1, "Bea")],
  };
  const visit = await makePublished("visit", await makeDossier(), first);
  const later = { ...visit.typed, purpose: "Talks on oil", office: "Second", meetings: [meeting(0, "Cid")] };
  const changed = written(await saveDraft(editor, visit, later));
  const { id: revision } = await revisionOf(visit.id, visit.version);
  const target = { ...visit, version: changed.version };
  const paths = ["purpose", `meetings/${rowId(1)}`];
  const restored = written(await restoreRevision(editor, target, revision, paths));
  const opened = await openEntry(editor, "visit", visit.id);
  expect(opened?.typed).toMatchObject({
    ...{ purpose: "Talks on wheat", office: "Second" },
    meetings: [{ host: "Cid" }, { host: "Bea" }],
  });
  expect(await database().visit.findUnique({ where: { id: visit.id } })).toMatchObject({
    purpose: "Talks on wheat",
  });
  const [line] = await historyOf(editor, visit.id);
  expect(line).toMatchObject({
    action: "restore",
    byName: "Ann",
    restoredFrom: visit.version,
    isPublic: false,
  });
  expect((await historyOf(editor, visit.id)).find((one) => one.isPublic)?.version).toBe(visit.version);
  const audit = { entryId: visit.id, version: restored.version };
  const event = await database().auditEvent.findFirstOrThrow({ where: audit });
  expect(event.detail).toEqual({ version: visit.version, paths });
  // Another has saved since.
  expect(await restoreRevision(editor, target, revision, paths)).toMatchObject({
    ok: false,
    reason: "stale",
  });
});

it("keeps what cannot be read yet where only parts are restored", async () => {
  const visit = await makeDraft("visit", await makeDossier(), { purpose: "Talks", office: "First" });
  const { id: revision } = await revisionOf(visit.id, visit.version);
  const typed = { ...visit.typed, office: "Second", ended: "2014-02-3x" };
  const kept = written(await autosave(editor, visit, null, typed));
  const target = { ...visit, version: kept.version };
  expect(written(await restoreRevision(editor, target, revision, ["office"])).warnings).toMatchObject([
    { path: "ended", code: "date.unreadable" },
  ]);
  const opened = await openEntry(editor, "visit", visit.id);
  expect(opened?.typed).toMatchObject({ office: "First", ended: "2014-02-3x" });
});

it("keeps what cannot be read yet with the version that gives way to a whole one, and brings it back with that", async () => {
  const visit = await makeDraft("visit", await makeDossier(), { purpose: "Talks", ended: "2014-02-03" });
  const { id: first } = await revisionOf(visit.id, visit.version);
  const typed = { ...visit.typed, purpose: "Later talks", ended: "2014-02-3x" };
  const { version } = written(await autosave(editor, visit, null, typed));
  const back = written(await restoreRevision(editor, { ...visit, version }, first));
  const opened = async () => (await openEntry(editor, "visit", visit.id))?.typed;
  expect(await opened()).toMatchObject({ purpose: "Talks", ended: "2014-02-03" });

  const { id: left } = await revisionOf(visit.id, version);
  expect((await openRevision(editor, left))?.typed).toMatchObject({ ended: "2014-02-3x" });
  const again = written(await restoreRevision(editor, { ...visit, version: back.version }, left));
  expect(await opened()).toMatchObject({ purpose: "Later talks", ended: "2014-02-3x" });
  // It is a draft as it was typed, which a program's save refuses.
  const target = { ...visit, version: again.version };
  expect(await saveDraft(editor, target, (await opened())!)).toMatchObject({ reason: "invalid" });
});

interface Model {
  state: EntryState;
  version: number;
  draft: Typed;
  published: string | null;
  /** By version, what each revision holds. */
  revisions: Map<number, Typed>;
}

it(
  "brings back what the model says, in whatever order it is edited, published, restored and trashed",
  async () => {
    const dossier = await makeDossier();
    const step = fc.record({
      act: fc.constantFrom("save", "publish", "unpublish", "restore", "restorePart", "trash", "untrash"),
      pick: fc.nat(),
    });
    const ids: string[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
        const made = await makeDraft("event", dossier);
        const { id, kind } = made;
        ids.push(id);
        const model: Model = {
          ...{ state: "draft", version: made.version, draft: made.typed, published: null },
          revisions: new Map([[made.version, made.typed]]),
        };
        for (const [index, { act, pick }] of steps.entries()) {
          const target = { id, kind, version: model.version };
          const versions = [...model.revisions.keys()];
          const earlier = versions[pick % versions.length]!;
          const then = model.revisions.get(earlier)!;
          const typed = { ...model.draft, title: `Title ${index} ${pick}`, text: `Text ${index} ${pick}` };
          const move = act === "restorePart" ? "restore" : act;
          const next = stateAfter(move as "save", model.state);
          const restore = async (paths: string[] | null) =>
            restoreRevision(editor, target, (await revisionOf(id, earlier)).id, paths);
          const acts = {
            save: () => saveDraft(editor, target, typed),
            publish: () => publish(editor, target, typed),
            unpublish: () => unpublish(editor, target),
            restore: () => restore(null),
            restorePart: () => restore(["text"]),
            trash: () => trash(editor, target),
            untrash: () => untrash(editor, target),
          };
          const outcome = await acts[act as keyof typeof acts]();
          expect(outcome.ok, act).toBe(next !== undefined);
          if (!outcome.ok || next === undefined) continue;
          if (outcome.version !== model.version) model.version = outcome.version;
          model.state = outcome.state;
          if (act === "save" || act === "publish") model.draft = typed;
          if (act === "restore") model.draft = then;
          if (act === "restorePart") model.draft = { ...model.draft, text: then.text ?? "" };
          if (act === "publish") model.published = typed.text;
          if (move === "save" || move === "publish" || move === "restore")
            model.revisions.set(model.version, model.draft);
          if (!isPublic(model.state)) model.published = null;
        }
        const opened = await openEntry(editor, "event", id);
        expect({ state: opened?.state, version: opened?.version }).toEqual({
          ...{ state: model.state, version: model.version },
        });
        for (const key of ["title", "text"])
          expect(sameTyped(opened?.typed[key] ?? "", model.draft[key] ?? "")).toBe(true);
        const row = await database().event.findUnique({ where: { id }, select: { text: true } });
        expect(row?.text ?? null).toBe(model.published);
        expect((await historyOf(editor, id)).filter((line) => line.isPublic)).toHaveLength(row ? 1 : 0);
      }),
      { numRuns: modelRuns },
    );
    expect(await brokenInvariants(ids)).toEqual([]);
  },
  60_000 + 5_000 * modelRuns,
);
