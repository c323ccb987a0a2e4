import { describe, expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { brokenInvariants } from "@/tests/support/desk-invariants";
import { makeDossier, makeDraft, makePublished, someone, written } from "@/tests/support/make";
import { rowId } from "@/tests/support/rows";
import { publish } from "../publish/publish";
import { historyOf } from "../read/history";
import { openEntry } from "../read/open";
import { openRevision, restoreRevision } from "../read/revisions";
import { submitForReview } from "../review/submit";
import { createDraft, saveDraft } from "./save";

const editor = someone("editor");

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

  it("leaves what breaks a rule and can be read in the copy that lists and searches know", async () => {
    const dossier = await makeDossier();
    const [side] = dossier.parties;
    const typed = { visitor: "A minister", from: side, to: side, began: "soon", ended: "2014" };
    const { id, warnings } = written(
      await createDraft(editor, { kind: "visit", dossierId: dossier.id }, typed, "kept"),
    );
    expect(said(warnings)).toEqual(["began: date.unreadable", "to: visit.sameCountry"]);
    const { draft, unreadable } = await database().entry.findUniqueOrThrow({ where: { id } });
    expect(draft).toMatchObject({ from: side, to: side, ended: "2014" });
    expect(unreadable).toEqual({ began: "soon" });
    expect(said((await openEntry(editor, "visit", id))!.warnings)).toEqual(said(warnings));
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
