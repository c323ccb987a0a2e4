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
import { openEntry, previewOf } from "../read/open";
import { publish } from "./publish";
import { unpublish } from "./withdraw";
import { createDraft, saveDraft } from "../write/save";
import { trash, untrash } from "../write/trash";

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

it("does not bring back a source that was taken down, and names it", async () => {
  const dossier = await makeDossier();
  const draft = written(
    await createDraft(editor, { kind: "source", dossierId: null }, { title: "A source taken down" }),
  );
  const source = { kind: "source", id: draft.id } as const;
  const first = written(
    await publish(editor, { ...source, version: draft.version }, { title: "A source taken down" }),
  );
  written(await unpublish(editor, { ...source, version: first.version }));
  const cites = await makeDraft("event", dossier, { citations: [{ source: source.id }] });
  expect(await publish(editor, cites, cites.typed)).toMatchObject({
    reason: "blocked",
    code: "unpublishedReferences",
    records: [{ id: source.id }],
  });
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

it("takes a record down at once and puts it up again at its old address", async () => {
  const dossier = await makeDossier();
  const event = await makePublished("event", dossier, { title: "A first title", date: "2014" });
  const { publicPath } = (await openEntry(editor, "event", event.id))!;
  expect(publicPath).toMatch(/\/history\/2014-a-first-title$/);
  const down = written(await unpublish(editor, event));
  expect(await db.event.count({ where: { id: event.id } })).toBe(0);
  const up = written(
    await publish(editor, { ...event, version: down.version }, { ...event.typed, title: "A later title" }),
  );
  expect(up.publicPath).toBe(publicPath);
});

it("gives two records of one title two addresses", async () => {
  const dossier = await makeDossier();
  const same = { title: "The same title", date: "2014" };
  await makePublished("event", dossier, same);
  const second = await makePublished("event", dossier, same);
  expect((await openEntry(editor, "event", second.id))?.slug).toBe("2014-the-same-title-2");
});

it("gives records of one title that are published at once an address each", async () => {
  const dossier = await makeDossier();
  const same = { title: "Published at once", date: "2014" };
  const drafts = await Promise.all(Array.from({ length: 4 }, () => makeDraft("event", dossier, same)));
  const outcomes = await Promise.all(drafts.map((draft) => publish(editor, draft, draft.typed)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(4);
  const records = await db.record.findMany({ where: { dossierId: dossier.id, kind: "event" } });
  expect(records.map(({ slug }) => slug).sort()).toEqual([
    "2014-published-at-once",
    "2014-published-at-once-2",
    "2014-published-at-once-3",
    "2014-published-at-once-4",
  ]);
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

it("settles the countries of a dossier, and leads its old addresses to the new", async () => {
  const dossier = await makeDossier();
  const { typed, slug } = (await openEntry(editor, "dossier", dossier.id))!;
  const target = { kind: "dossier", id: dossier.id, version: dossier.version } as const;
  const other = await publish(editor, target, { ...typed, countryA: "ZW" });
  expect(other).toMatchObject({ problems: [{ path: "countryA", code: "dossier.pairSettled" }] });
  written(await publish(editor, target, { ...typed, slug: `renamed-${slug}` }));
  const aliases = await db.slugAlias.findMany({ where: { dossierId: dossier.id } });
  expect(aliases.map((alias) => alias.slug)).toContain(slug);
  expect(aliases).toHaveLength(2);
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

it("previews a draft with the records that it refers to and that refer to it", async () => {
  const dossier = await makeDossier();
  const [one, two] = [await makeDraft("agreement", dossier), await makeDraft("agreement", dossier)];
  const visit = await makeDraft("visit", dossier, { agreements: [two.id, one.id] });
  const preview = await previewOf(editor, "visit", visit.id);
  expect(preview?.refersTo).toMatchObject([
    { id: two.id, kind: "agreement", title: two.typed.title },
    { id: one.id, kind: "agreement", title: one.typed.title },
  ]);
  expect((await previewOf(editor, "agreement", one.id))?.referrers).toMatchObject([
    { id: visit.id, kind: "visit" },
  ]);
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
  await expect(openEntry(null as never, "event", event.id)).rejects.toThrow(Forbidden);
  expect(await openEntry(viewer, "event", event.id)).not.toBeNull();
  expect(await makeSource()).toBeTruthy();
});
