import { describe, expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { brokenInvariants } from "@/tests/support/desk-invariants";
import { makeDossier, makeDraft, makePublished, someone, typedFor, written } from "@/tests/support/make";
import { rowId } from "@/tests/support/rows";
import { createAndPublish } from "../publish/create-published";
import { openEntry } from "../read/open";
import { historyOf } from "../read/history";
import { publish } from "../publish/publish";
import { openRevision, restoreRevision } from "../read/revisions";
import { submitForReview } from "../review/submit";
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

describe("what cannot be read of a draft that a person saves", () => {
  const unreadable = {
    began: "soon after Easter",
    ended: "2014-02-30",
    purpose: "x".repeat(9000),
    agreements: ["018f0000-0000-7000-8000-000000000000"],
    meetings: [{ id: rowId(1), host: "Ann", office: "y".repeat(9000) }],
  };
  const codes = [
    "agreements: reference.unknown",
    "began: date.unreadable",
    "ended: date.impossible",
    `meetings/${rowId(1)}/office: text.tooLong`,
    "purpose: text.tooLong",
  ];
  const said = (problems: readonly { path: string; code: string }[]) =>
    problems.map(({ path, code }) => `${path}: ${code}`).sort();

  it("is kept as it was typed, in a version of the history, and named with its message at the save and whenever it is opened", async () => {
    const dossier = await makeDossier();
    const at = { kind: "visit", dossierId: dossier.id } as const;
    const created = written(await createDraft(editor, at, { visitor: "A minister", ...unreadable }, "kept"));
    expect(said(created.warnings)).toEqual(codes);
    const { id, version } = created;
    const opened = await openEntry(editor, "visit", id);
    expect(opened).toMatchObject({ state: "draft", title: "A minister", typed: unreadable });
    expect(said(opened!.warnings)).toEqual(codes);
    const [line] = await historyOf(editor, id);
    expect(line).toMatchObject({ action: "create", version });
    expect((await openRevision(editor, line!.revisionId!))?.typed).toMatchObject(unreadable);

    // Sent again as it stands, it makes no further version; put right, nothing of it is left.
    const target = { kind: "visit", id, version } as const;
    expect(await saveDraft(editor, target, opened!.typed, "kept")).toMatchObject({
      isUnchanged: true,
      version,
    });
    const right = { ...opened!.typed, began: "2014-02-03", ended: "", purpose: "Talks", agreements: [] };
    const saved = written(
      await saveDraft(editor, target, { ...right, meetings: [{ id: rowId(1), host: "Ann" }] }, "kept"),
    );
    expect(saved).toMatchObject({ version: version + 1, warnings: [] });
    const { unreadable: rest } = await database().entry.findUniqueOrThrow({ where: { id } });
    expect(rest).toBeNull();
    expect(await brokenInvariants([id])).toEqual([]);
  });

  it("leaves a published record as readers see it, and cannot be published or submitted", async () => {
    const record = await makePublished("visit", await makeDossier(), { began: "2014-02-03" });
    const typed = { ...record.typed, began: "32 February 2014" };
    const saved = written(await saveDraft(editor, record, typed, "kept"));
    expect(saved).toMatchObject({ state: "changed", warnings: [{ path: "began", code: "date.impossible" }] });
    const target = { ...record, version: saved.version };
    const invalid = { ok: false, reason: "invalid", problems: [{ path: "began", code: "date.impossible" }] };
    expect(await publish(editor, target, typed, { confirmed: "all" })).toMatchObject(invalid);
    expect(await publish(editor, target, "asItStands", { confirmed: "all" })).toMatchObject(invalid);
    expect(await submitForReview(editor, target, "")).toMatchObject(invalid);
    const row = await database().visit.findUniqueOrThrow({ where: { id: record.id } });
    expect(row.began).toBe("2014-02-03");
    expect((await openEntry(editor, "visit", record.id))?.typed.began).toBe("32 February 2014");
    expect(await brokenInvariants([record.id])).toEqual([]);
  });

  it("is kept with the sign of a lost character for what the database cannot hold", async () => {
    const at = { kind: "visit", dossierId: (await makeDossier()).id } as const;
    const typed = {
      visitor: "a\u0000b",
      office: "half \uD800",
      meetings: [{ id: rowId(1), host: "c\u0000" }],
    };
    const { id, warnings } = written(await createDraft(editor, at, typed, "kept"));
    expect(said(warnings)).toEqual([
      `meetings/${rowId(1)}/host: text.control`,
      "office: text.control",
      "visitor: text.control",
    ]);
    expect((await openEntry(editor, "visit", id))?.typed).toMatchObject({
      visitor: "a\uFFFDb",
      office: "half \uFFFD",
      meetings: [{ host: "c\uFFFD" }],
    });
  });

  it("stays where a part of an earlier version is restored", async () => {
    const draft = await makeDraft("visit", await makeDossier(), { visitor: "A minister" });
    const [first] = await historyOf(editor, draft.id);
    const typed = { ...draft.typed, visitor: "Another", began: "soon" };
    const { version } = written(await saveDraft(editor, draft, typed, "kept"));
    written(await restoreRevision(editor, { ...draft, version }, first!.revisionId!, ["visitor"]));
    expect((await openEntry(editor, "visit", draft.id))?.typed).toMatchObject({
      visitor: "A minister",
      began: "soon",
    });
  });
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
