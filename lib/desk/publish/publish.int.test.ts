import { expect, it } from "vitest";
import { Forbidden } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { readTyped } from "@/lib/database/tables";
import { kindKeys, kindOf } from "@/lib/domain/kinds/registry";
import {
  makeDossier,
  makeDraft,
  makePublished,
  makeSource,
  someone,
  typedFor,
  written,
} from "@/tests/support/make";
import { openEntry } from "../read/open";
import { publish } from "./publish";
import { unpublish } from "./withdraw";
import { createDraft, saveDraft } from "../write/save";
import { trash } from "../write/trash";

const editor = someone("editor");
const db = database();

const dossierKinds = kindKeys.filter((kind) => kindOf(kind).inDossier);

it.each(dossierKinds)(
  "publishes a %s with its citations, a revision, an audit event and a notice",
  async (kind) => {
    const dossier = await makeDossier();
    const record = await makePublished(kind, dossier);
    expect(record.version).toBe(2);
    expect(await readTyped(db, kind, { id: record.id })).toHaveLength(1);
    expect(await db.citation.findMany({ where: { recordId: record.id } })).toMatchObject([
      { sourceId: dossier.source },
    ]);
    expect(await db.revision.findMany({ where: { entryId: record.id, action: "publish" } })).toHaveLength(1);
    expect(await db.auditEvent.count({ where: { entryId: record.id } })).toBe(2);
    expect(await db.outbox.findMany({ where: { recordId: record.id } })).toMatchObject([
      { kind, action: "publish" },
    ]);
  },
);

it("publishes nothing without a source", async () => {
  const dossier = await makeDossier();
  const draft = await makeDraft("event", dossier, { citations: [] });
  expect(await publish(editor, draft, draft.typed)).toMatchObject({
    ok: false,
    problems: [{ path: "citations", code: "citations.none" }],
  });
  expect(await db.record.findUnique({ where: { id: draft.id } })).toBeNull();
});

it("publishes the complete draft sources that a record cites along with it", async () => {
  const dossier = await makeDossier();
  const source = written(
    await createDraft(editor, { kind: "source", dossierId: null }, { title: "A new source" }),
  );
  await makePublished("event", dossier, { citations: [{ source: source.id }] });
  expect(await openEntry(editor, "source", source.id)).toMatchObject({ state: "published", version: 2 });
});

it("names the incomplete draft source or unpublished agreement that stands in the way", async () => {
  const dossier = await makeDossier();
  const source = written(
    await createDraft(editor, { kind: "source", dossierId: null }, { publisher: "No title yet" }),
  );
  const cites = await makeDraft("event", dossier, { citations: [{ source: source.id }] });
  expect(await publish(editor, cites, cites.typed)).toMatchObject({
    reason: "blocked",
    records: [{ id: source.id }],
  });

  const agreement = await makeDraft("agreement", dossier);
  const visit = await makeDraft("visit", dossier, { agreements: [agreement.id] });
  expect(await publish(editor, visit, visit.typed)).toMatchObject({
    reason: "blocked",
    code: "unpublishedReferences",
    records: [{ id: agreement.id, kind: "agreement" }],
  });
  expect(await openEntry(editor, "visit", visit.id)).toMatchObject({ state: "draft", version: 1 });
});

it("keeps readers' record as it was while a change is only saved", async () => {
  const dossier = await makeDossier();
  const event = await makePublished("event", dossier, { title: "As published" });
  const saved = written(await saveDraft(editor, event, { ...event.typed, title: "Not yet" }));
  expect(saved.state).toBe("changed");
  expect(await db.event.findUnique({ where: { id: event.id } })).toMatchObject({ title: "As published" });
  expect(await db.record.findUnique({ where: { id: event.id } })).toMatchObject({ title: "As published" });
});

it("publishes a pair of countries once, in whichever order", async () => {
  const { parties, source } = await makeDossier();
  const typed = typedFor("dossier", [parties[1], parties[0]], { citations: [{ source }] });
  const draft = written(await createDraft(editor, { kind: "dossier", dossierId: null }, typed));
  expect(draft.warnings).toMatchObject([{ code: "unique.taken" }]);
  expect(await publish(editor, { kind: "dossier", ...draft }, typed)).toMatchObject({
    problems: [{ path: "countryA", code: "unique.taken" }],
  });
});

it("refuses a stale version on every path", async () => {
  const event = await makePublished("event", await makeDossier());
  const stale = { ...event, version: 1 };
  for (const outcome of [
    await saveDraft(editor, stale, event.typed),
    await publish(editor, stale, event.typed),
    await unpublish(editor, stale),
    await trash(editor, stale),
  ])
    expect(outcome).toMatchObject({ ok: false, reason: "stale", version: event.version });
});

it("lets viewers write nothing and authors publish nothing", async () => {
  const dossier = await makeDossier();
  const event = await makePublished("event", dossier);
  const [viewer, author] = [someone("viewer"), someone("author")];
  await expect(saveDraft(viewer, event, event.typed)).rejects.toThrow(Forbidden);
  await expect(createDraft(viewer, { kind: "event", dossierId: dossier.id }, {})).rejects.toThrow(Forbidden);
  await expect(publish(author, event, event.typed)).rejects.toThrow(Forbidden);
  await expect(unpublish(author, event)).rejects.toThrow(Forbidden);
  await expect(trash(author, event)).rejects.toThrow(Forbidden);
  // The types forbid it; what would call this without signing in must fail all the same.
  await expect(openEntry(null as never, "event", event.id)).rejects.toThrow(Forbidden);
  expect(await openEntry(viewer, "event", event.id)).not.toBeNull();
  expect(await makeSource()).toBeTruthy();
});
