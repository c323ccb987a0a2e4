import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { makeDossier, makeDraft, makePublished, someone, typedFor, written } from "@/tests/support/make";
import { rowId } from "@/tests/support/rows";
import { createAndPublish } from "../publish/create-published";
import { openEntry } from "../read/open";
import { historyOf } from "../read/history";
import { publish } from "../publish/publish";
import { openRevision, restoreRevision } from "../read/revisions";
import { createDraft, saveDraft } from "./save";
import { trash } from "./trash";

const editor = someone("editor");

it("keeps a half-filled form as a draft that no reader's table holds", async () => {
  const dossier = await makeDossier();
  const { id } = written(
    await createDraft(editor, { kind: "visit", dossierId: dossier.id }, { visitor: "A minister" }),
  );
  const entry = await openEntry(editor, "visit", id);
  expect(entry).toMatchObject({ state: "draft", version: 1, title: "A minister", publicPath: null });
  expect(entry?.typed.visitor).toBe("A minister");
  expect(await database().record.findUnique({ where: { id } })).toBeNull();
});

it("says that the dossier was put into the trash meanwhile, and names it", async () => {
  const dossier = await makeDossier();
  written(await trash(editor, { kind: "dossier", id: dossier.id, version: dossier.version }));
  const blocked = { ok: false, reason: "blocked", code: "dossierTrashed", records: [{ id: dossier.id }] };
  const at = { kind: "visit", dossierId: dossier.id } as const;
  expect(await createDraft(editor, at, { visitor: "A minister" })).toMatchObject(blocked);
  expect((await createAndPublish(editor, at, { visitor: "A minister" })).outcome).toMatchObject(blocked);
});

it("says to a program what is wrong beside its field, and stores nothing", async () => {
  const dossier = await makeDossier();
  const before = await database().entry.count();
  const outcome = await createDraft(
    editor,
    { kind: "visit", dossierId: dossier.id },
    { began: "2014-02-30", to: "BR" },
  );
  expect(outcome).toMatchObject({ ok: false, reason: "invalid" });
  expect(await database().entry.count()).toBe(before);
});

it("tells the one who saves second who saved first, and what stands now", async () => {
  const draft = await makeDraft("event", await makeDossier());
  const first = someone("author", "The first writer");
  const one = written(await saveDraft(first, draft, { ...draft.typed, title: "From the first" }));
  const second = await saveDraft(editor, draft, { ...draft.typed, title: "From the second" });
  expect(second).toMatchObject({ ok: false, reason: "stale", by: "The first writer", version: one.version });
  expect(second.ok === false && second.reason === "stale" && second.theirs.title).toBe("From the first");
});

it("loses no acknowledged save among 20 writers with 50 edits each", async () => {
  const draft = await makeDraft("event", await makeDossier());
  let acknowledged = 0;
  const writer = async (number: number) => {
    const actor = someone("author", `Writer ${number}`);
    let version = draft.version;
    for (let edit = 0; edit < 50; edit += 1) {
      const outcome = await saveDraft(
        actor,
        { ...draft, version },
        { ...draft.typed, text: `${number}:${edit}` },
      );
      if (outcome.ok) acknowledged += 1;
      else expect(outcome.reason).toBe("stale");
      version = outcome.ok || outcome.reason === "stale" ? outcome.version : version;
    }
  };
  await Promise.all(Array.from({ length: 20 }, (_, number) => writer(number)));
  const db = database();
  const entry = await db.entry.findUniqueOrThrow({ where: { id: draft.id } });
  expect(acknowledged).toBeGreaterThan(50);
  expect(entry.version).toBe(1 + acknowledged);
  expect(await db.revision.count({ where: { entryId: draft.id } })).toBe(entry.version);
  expect(await db.auditEvent.count({ where: { entryId: draft.id } })).toBe(entry.version);
});

it("serves 50 writers at once on the default pool, drafts and publications alike", async () => {
  const dossier = await makeDossier();
  const drafts = await Promise.all(Array.from({ length: 50 }, () => makeDraft("event", dossier)));
  const saved = await Promise.all(
    drafts.map((draft) => saveDraft(editor, draft, { ...draft.typed, text: "Saved anew" })),
  );
  const published = await Promise.all(
    drafts.map((draft, index) =>
      publish(editor, { ...draft, version: written(saved[index]!).version }, draft.typed),
    ),
  );
  expect(published.every((outcome) => outcome.ok)).toBe(true);
});

it("warns at save and holds at publication where a year of a reporter stands already", async () => {
  const dossier = await makeDossier();
  const year = { year: "2018", reporter: "not-stated" };
  await makePublished("tradeYear", dossier, year);
  const typed = typedFor("tradeYear", dossier.parties, { ...year, citations: [{ source: dossier.source }] });
  const second = written(await createDraft(editor, { kind: "tradeYear", dossierId: dossier.id }, typed));
  expect(second.warnings).toMatchObject([{ path: "year", code: "unique.taken" }]);
  expect(await publish(editor, { kind: "tradeYear", ...second }, typed)).toMatchObject({
    ok: false,
    reason: "invalid",
    problems: [{ path: "year", code: "unique.taken" }],
  });
});

it("brings a revision back whole, children and citations included, as a new revision", async () => {
  const dossier = await makeDossier();
  const meetings = [
    { id: rowId(1), host: "A host", hostPerson: "", office: "", manner: "official" },
    { id: rowId(2), host: "Another", hostPerson: "", office: "", manner: "private" },
  ];
  const draft = await makeDraft("visit", dossier, { meetings });
  const emptied = written(await saveDraft(editor, draft, { visitor: "Nobody in particular" }));
  const [, first] = await historyOf(editor, draft.id);
  const restored = written(
    await restoreRevision(editor, { ...draft, version: emptied.version }, first!.revisionId!),
  );
  const entry = await openEntry(editor, "visit", draft.id);
  expect(entry?.typed.meetings).toEqual(meetings);
  expect(entry?.typed.citations).toHaveLength(1);
  expect((await historyOf(editor, draft.id)).map(({ action }) => action)).toEqual([
    "restore",
    "save",
    "create",
  ]);
  expect(restored.version).toBe(3);
  expect((await openRevision(editor, first!.revisionId!))?.typed.meetings).toEqual(meetings);
});

it("refuses references to what is not there, is another kind or lies in another dossier", async () => {
  const [dossier, other] = [await makeDossier(), await makeDossier()];
  const foreign = await makeDraft("agreement", other);
  for (const agreement of [foreign.id, dossier.source, "01890a5d-ac96-774b-bcce-b302099a8057"]) {
    const outcome = await createDraft(
      editor,
      { kind: "visit", dossierId: dossier.id },
      { agreements: [agreement] },
    );
    expect(outcome).toMatchObject({
      ok: false,
      problems: [{ path: "agreements", code: "reference.unknown" }],
    });
  }
});

it("keeps history from being rewritten, even by the database's owner", async () => {
  const draft = await makeDraft("event", await makeDossier());
  const db = database();
  await expect(
    db.$executeRaw`UPDATE "Revision" SET "title" = 'x' WHERE "entryId" = ${draft.id}::uuid`,
  ).rejects.toThrow();
  await expect(db.$executeRaw`DELETE FROM "AuditEvent"`).rejects.toThrow();
  await expect(
    db.$transaction([db.$executeRaw`SET LOCAL ROLE NONE`, db.$executeRaw`DELETE FROM "Revision"`]),
  ).rejects.toThrow(/append-only/);
});
