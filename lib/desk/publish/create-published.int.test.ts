import { afterEach, expect, it, vi } from "vitest";
import { database } from "@/lib/database/client";
import * as domainRecord from "@/lib/domain/record";
import { required } from "@/lib/env";
import { statements } from "@/tests/support/test-postgres";
import { makeDossier, makeDraft, someone, typedFor, written } from "@/tests/support/make";
import { createDraft } from "../write/save";
import { createAndPublish } from "./create-published";

vi.mock("@/lib/domain/record", { spy: true });
afterEach(() => vi.clearAllMocks());

const editor = someone("editor");
const db = database();

it("makes a record and publishes it, read once from what was typed, with every step in its history", async () => {
  const dossier = await makeDossier();
  const typed = typedFor("event", dossier.parties, { citations: [{ source: dossier.source }] });
  vi.mocked(domainRecord.parseRecord).mockClear();
  const { outcome, draft } = await createAndPublish(editor, { kind: "event", dossierId: dossier.id }, typed);
  expect(domainRecord.parseRecord).toHaveBeenCalledTimes(1);
  expect(draft).toBeUndefined();
  const { id, version, state, publicPath } = written(outcome);
  expect({ version, state }).toEqual({ version: 2, state: "published" });
  expect(publicPath).not.toBeNull();
  const events = await db.auditEvent.findMany({ where: { entryId: id }, orderBy: { version: "asc" } });
  expect(events.map(({ action }) => action)).toEqual(["create", "publish"]);
  expect(await db.revision.count({ where: { entryId: id } })).toBe(2);
});

it("makes nothing of what is not fit to be published", async () => {
  const dossier = await makeDossier();
  const before = await db.entry.count();
  const typed = typedFor("event", dossier.parties, { title: "" });
  const { outcome, draft } = await createAndPublish(editor, { kind: "event", dossierId: dossier.id }, typed);
  expect(outcome).toMatchObject({ reason: "invalid", problems: [{ path: "title" }, { path: "citations" }] });
  expect(draft).toBeUndefined();
  expect(await db.entry.count()).toBe(before);
});

it("leaves the draft, and says what to publish first, where only other records stand in the way", async () => {
  const dossier = await makeDossier();
  const agreement = await makeDraft("agreement", dossier);
  const source = written(
    await createDraft(editor, { kind: "source", dossierId: null }, { publisher: "No title yet" }),
  );
  const typed = typedFor("visit", dossier.parties, {
    agreements: [agreement.id],
    citations: [{ source: source.id }],
  });
  const { outcome, draft } = await createAndPublish(editor, { kind: "visit", dossierId: dossier.id }, typed);
  expect(outcome).toMatchObject({ reason: "blocked", code: "unpublishedReferences" });
  const blocking = "records" in outcome ? outcome.records.map(({ id }) => id) : [];
  expect(new Set(blocking)).toEqual(new Set([agreement.id, source.id]));
  expect(draft).toMatchObject({ version: 1, state: "draft", publicPath: null });
  expect(await db.entry.findUnique({ where: { id: draft!.id } })).toMatchObject({
    state: "draft",
    version: 1,
  });
});

it("leaves nothing behind when it is broken off in the middle", async () => {
  const dossier = await makeDossier();
  const typed = typedFor("event", dossier.parties, { citations: [{ source: dossier.source }] });
  const before = await db.entry.count();
  const owner = required("directDatabaseUrl");
  await statements(
    owner,
    `CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken off'; END $$`,
    `CREATE TRIGGER broken BEFORE INSERT ON "Outbox" FOR EACH ROW EXECUTE FUNCTION broken()`,
  );
  try {
    await expect(createAndPublish(editor, { kind: "event", dossierId: dossier.id }, typed)).rejects.toThrow();
  } finally {
    await statements(owner, `DROP TRIGGER broken ON "Outbox"`);
  }
  expect(await db.entry.count()).toBe(before);
  const { outcome } = await createAndPublish(editor, { kind: "event", dossierId: dossier.id }, typed);
  written(outcome);
});
