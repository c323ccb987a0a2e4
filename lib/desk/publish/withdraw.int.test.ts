import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { makeDossier, makeDraft, makePublished, someone, written } from "@/tests/support/make";
import { openEntry } from "../read/open";
import { publish } from "./publish";
import { unpublish } from "./withdraw";
import { createDraft, saveDraft } from "../write/save";
import { trash, untrash } from "../write/trash";

const editor = someone("editor");
const db = database();

it("does not bring back a source that was taken down, and names it", async () => {
  const dossier = await makeDossier();
  const typed = { title: "A source taken down", publisher: "Its publisher" };
  const draft = written(await createDraft(editor, { kind: "source", dossierId: null }, typed));
  const source = { kind: "source", id: draft.id } as const;
  const first = written(await publish(editor, { ...source, version: draft.version }, typed));
  written(await unpublish(editor, { ...source, version: first.version }));
  const cites = await makeDraft("event", dossier, { citations: [{ source: source.id }] });
  expect(await publish(editor, cites, cites.typed)).toMatchObject({
    reason: "blocked",
    code: "unpublishedReferences",
    records: [{ id: source.id }],
  });
});

it("does not unpublish or trash what published records refer to, and lists them", async () => {
  const dossier = await makeDossier();
  const agreement = await makePublished("agreement", dossier);
  const visit = await makePublished("visit", dossier, { agreements: [agreement.id] });
  const blocked = { reason: "blocked", code: "stillReferredTo", records: [{ id: visit.id, kind: "visit" }] };
  expect(await unpublish(editor, agreement)).toMatchObject(blocked);
  expect(await trash(editor, agreement)).toMatchObject(blocked);
  written(await unpublish(editor, visit));
  written(await unpublish(editor, agreement));
});

it("keeps the records of a dossier that is taken down, and publishes nothing into it", async () => {
  const dossier = await makeDossier();
  const event = await makePublished("event", dossier);
  const draft = await makeDraft("event", dossier);
  written(await unpublish(editor, { kind: "dossier", id: dossier.id, version: dossier.version }));
  expect(await db.event.count({ where: { id: event.id } })).toBe(1);
  expect((await openEntry(editor, "event", event.id))?.publicPath).toBeNull();
  expect(await publish(editor, draft, draft.typed)).toMatchObject({
    reason: "blocked",
    records: [{ id: dossier.id }],
  });
});

it("trashes a published record off the public site, and brings it back as a draft", async () => {
  const event = await makePublished("event", await makeDossier());
  const trashed = written(await trash(editor, event));
  expect(trashed.state).toBe("trashed");
  expect(await db.record.findUnique({ where: { id: event.id } })).toBeNull();
  expect(await saveDraft(editor, { ...event, version: trashed.version }, event.typed)).toMatchObject({
    code: "wrongState",
  });
  expect(written(await untrash(editor, { ...event, version: trashed.version })).state).toBe("draft");
});

it("takes nothing out of the trash into a dossier that is there", async () => {
  const dossier = await makeDossier();
  const draft = await makeDraft("event", dossier);
  const trashed = { ...draft, version: written(await trash(editor, draft)).version };
  const target = { kind: "dossier", id: dossier.id } as const;
  const { version } = written(await trash(editor, { ...target, version: dossier.version }));
  expect(await untrash(editor, trashed)).toMatchObject({
    reason: "blocked",
    code: "dossierTrashed",
    records: [{ id: dossier.id, kind: "dossier" }],
  });
  written(await untrash(editor, { ...target, version }));
  expect(written(await untrash(editor, trashed)).state).toBe("draft");
});

it("takes nothing out of the trash that refers to what is there, and gives it its references back", async () => {
  const dossier = await makeDossier();
  const agreement = await makeDraft("agreement", dossier);
  const visit = await makeDraft("visit", dossier, { agreements: [agreement.id] });
  const trashedVisit = { ...visit, version: written(await trash(editor, visit)).version };
  // What is in the trash refers to nothing: what it referred to can follow it.
  const trashedAgreement = { ...agreement, version: written(await trash(editor, agreement)).version };
  expect(await untrash(editor, trashedVisit)).toMatchObject({
    reason: "blocked",
    code: "trashedReferences",
    records: [{ id: agreement.id, kind: "agreement" }],
  });
  const { version } = written(await untrash(editor, trashedAgreement));
  written(await untrash(editor, trashedVisit));
  expect(await trash(editor, { ...agreement, version })).toMatchObject({
    code: "stillReferredTo",
    records: [{ id: visit.id, kind: "visit" }],
  });
});
