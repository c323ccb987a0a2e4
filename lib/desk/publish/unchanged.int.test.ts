import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { makeDossier, makePublished, someone, written } from "@/tests/support/make";
import { openEntry } from "../read/open";
import { saveDraft } from "../write/save";
import { publish } from "./publish";

const editor = someone("editor");
const db = database();

/** All that a write leaves behind. */
async function traces(id: string) {
  return {
    entry: await db.entry.findUniqueOrThrow({ where: { id } }),
    record: await db.record.findUniqueOrThrow({ where: { id } }),
    revisions: await db.revision.count({ where: { entryId: id } }),
    events: await db.auditEvent.count({ where: { entryId: id } }),
    notices: await db.outbox.count({ where: { recordId: id } }),
  };
}

it("leaves everything as it is where nothing has changed, be it sent by a browser or a program", async () => {
  const dossier = await makeDossier();
  const visit = await makePublished("visit", dossier, {
    purpose: "One\nTwo",
    meetings: [{ host: "Ann", manner: "official" }],
  });
  const opened = (await openEntry(editor, "visit", visit.id))!.typed;
  const before = await traces(visit.id);
  const asStands = { ok: true, isUnchanged: true, version: visit.version, state: "published" };
  // A browser's form has its lines end otherwise than a program's, which sends rows without ids.
  for (const typed of [opened, { ...visit.typed, purpose: "One\r\nTwo" }]) {
    expect(await publish(editor, visit, typed)).toMatchObject(asStands);
    expect(await saveDraft(editor, visit, typed)).toMatchObject(asStands);
  }
  expect(await traces(visit.id)).toEqual(before);
  const stale = await publish(editor, { ...visit, version: 1 }, opened);
  expect(stale).toMatchObject({ ok: false, reason: "stale" });
});

it("writes what has changed", async () => {
  const dossier = await makeDossier();
  const event = await makePublished("event", dossier);
  const typed = { ...event.typed, text: "Another" };
  const saved = written(await saveDraft(editor, event, typed));
  expect(saved).toMatchObject({ version: event.version + 1, state: "changed" });
  expect(saved.isUnchanged).toBeUndefined();
  const target = { ...event, version: saved.version };
  expect(await publish(editor, target, typed)).toMatchObject({
    version: saved.version + 1,
    state: "published",
  });
});

it.each(["saved first", "published at once"])(
  "publishes nothing anew where changes were taken back, %s",
  async (how) => {
    const dossier = await makeDossier();
    const event = await makePublished("event", dossier);
    const before = await traces(event.id);
    const saved = written(await saveDraft(editor, event, { ...event.typed, text: "Another" }));
    let target = { ...event, version: saved.version };
    if (how === "saved first") {
      const back = written(await saveDraft(editor, target, event.typed));
      expect(back).toMatchObject({ state: "published", version: saved.version + 1 });
      target = { ...event, version: back.version };
    }
    expect(await publish(editor, target, event.typed)).toMatchObject({
      ok: true,
      isUnchanged: true,
      state: "published",
      version: event.version + 2,
    });
    const after = await traces(event.id);
    expect(after.record).toEqual(before.record);
    expect(after.notices).toBe(before.notices);
    expect(after.entry).toMatchObject({ state: "published", draft: before.entry.draft });
    expect(after.entry.lastPublishedAt).toEqual(before.entry.lastPublishedAt);
  },
);
