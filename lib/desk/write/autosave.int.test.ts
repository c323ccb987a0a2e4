import { randomUUID } from "node:crypto";
import { v7 } from "uuid";
import { expect, it } from "vitest";
import { Forbidden } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { brokenInvariants } from "@/tests/support/desk-invariants";
import { makeDossier, makeDraft, makePublished, someone, written } from "@/tests/support/make";
import { rowId } from "@/tests/support/rows";
import { publish } from "../publish/publish";
import { unpublish } from "../publish/withdraw";
import { historyOf } from "../read/history";
import { openEntry } from "../read/open";
import { autosave } from "./autosave";
import { discard } from "./discard";
import { saveDraft } from "./save";
import { trash } from "./trash";

const editor = someone("editor");

/** A tab of a browser, which counts its edits. */
function tab() {
  const id = randomUUID();
  let edit = 0;
  return { id, next: () => ({ id, edit: (edit += 1) }) };
}

const actionsOf = async (id: string) => (await historyOf(editor, id)).map(({ action }) => action);

it("keeps what is typed without a version in the history, and never where readers look", async () => {
  const record = await makePublished("event", await makeDossier());
  const own = tab();
  let { version } = record;
  for (const title of ["T", "Ty", "Typed"])
    ({ version } = written(
      await autosave(editor, { ...record, version, tab: own.next() }, null, { ...record.typed, title }),
    ));
  const entry = await openEntry(editor, "event", record.id);
  expect(entry).toMatchObject({ state: "changed", title: "Typed", version: record.version + 3 });
  expect(await actionsOf(record.id)).toEqual(["publish", "create"]);
  const row = await database().event.findUniqueOrThrow({ where: { id: record.id } });
  expect(row.title).toBe(record.typed.title);

  // The editor's own save is no conflict with their autosaves, and makes the one version.
  written(await saveDraft(editor, { ...record, version }, { ...record.typed, title: "Typed" }));
  expect(await actionsOf(record.id)).toEqual(["save", "publish", "create"]);
  expect(await brokenInvariants([record.id])).toEqual([]);
});

it("keeps what cannot be read as it was typed, beside all that can be", async () => {
  const dossier = await makeDossier();
  const visit = await makeDraft("visit", dossier, {
    began: "2014-05",
    meetings: [{ id: rowId(1), host: "Ann" }],
  });
  const typed = {
    ...visit.typed,
    began: "2014-02-30",
    visitor: "A minister",
    meetings: [
      { id: rowId(1), host: "Bea", hostPerson: "", office: "x".repeat(9000), manner: "" },
      { id: rowId(2), host: "Cem", hostPerson: "", office: "", manner: "" },
    ],
    agreements: [randomUUID()],
  };
  const { version } = written(await autosave(editor, { ...visit, tab: tab().next() }, null, typed));
  const opened = await openEntry(editor, "visit", visit.id);
  expect(opened?.typed).toMatchObject(typed);
  expect(opened?.title).toContain("A minister");
  expect(opened?.warnings.map(({ path }) => path)).toContain("began");
  const { draft } = await database().entry.findUniqueOrThrow({ where: { id: visit.id } });
  expect(draft).toMatchObject({ began: "2014-05", meetings: [{ host: "Bea" }, { host: "Cem" }] });

  expect(await saveDraft(editor, { ...visit, version }, typed)).toMatchObject({ reason: "invalid" });
  written(await saveDraft(editor, { ...visit, version }, { ...visit.typed, began: "2014-05-03" }));
  expect((await openEntry(editor, "visit", visit.id))?.typed.began).toBe("2014-05-03");
  expect(await brokenInvariants([visit.id])).toEqual([]);
});

it("begins a record with its first word, which is gone again once nothing is left of it", async () => {
  const dossier = await makeDossier();
  const [own, id] = [tab(), randomUUID()];
  const at = { kind: "visit", id, version: 0 } as const;
  written(await autosave(editor, { ...at, tab: own.next() }, dossier.id, { visitor: "A" }));
  // The answer never came: the same tab goes on from where it was.
  const { version } = written(
    await autosave(editor, { ...at, tab: own.next() }, dossier.id, { visitor: "An" }),
  );
  expect(await actionsOf(id)).toEqual([]);
  const target = { ...at, version, tab: own.next() };
  expect(await discard(someone("editor"), target)).toBe(false);
  expect(await discard(editor, { ...target, version: version - 1, tab: tab().next() })).toBe(false);
  expect(await discard(editor, target)).toBe(true);
  expect(await openEntry(editor, "visit", id)).toBeNull();

  const kept = { ...at, id: randomUUID(), tab: own.next() };
  const begun = written(await autosave(editor, kept, dossier.id, { visitor: "B" }));
  const saved = written(await saveDraft(editor, { ...kept, version: begun.version }, { visitor: "B" }));
  expect(await actionsOf(kept.id)).toEqual(["create"]);
  expect(await discard(editor, { ...kept, version: saved.version })).toBe(false);
  expect(await brokenInvariants([kept.id])).toEqual([]);
});

it("tells two who type apart, whichever of their requests come late or are never answered", async () => {
  const draft = await makeDraft("event", await makeDossier());
  const other = someone("author", "The other");
  const [own, others] = [tab(), tab()];
  const say = (title: string) => ({ ...draft.typed, title });
  const [first, second] = [own.next(), own.next()];
  written(await autosave(editor, { ...draft, tab: second }, null, say("second")));
  // It was overtaken on the way, and says where the record stands.
  expect(await autosave(editor, { ...draft, tab: first }, null, say("first"))).toMatchObject({
    ok: true,
    version: draft.version + 1,
    isUnchanged: true,
  });
  expect(await autosave(other, { ...draft, tab: others.next() }, null, say("other"))).toMatchObject({
    reason: "stale",
    by: editor.name,
    did: "autosave",
    isOwn: false,
  });
  expect(await autosave(editor, { ...draft, tab: tab().next() }, null, say("elsewhere"))).toMatchObject({
    reason: "stale",
    isOwn: true,
  });
  const saved = written(
    await publish(
      someone("editor", "Publisher"),
      { ...draft, version: draft.version + 1 },
      say("published"),
      { confirmed: "all" },
    ),
  );
  expect(await autosave(editor, { ...draft, tab: own.next() }, null, say("late"))).toMatchObject({
    reason: "stale",
    did: "publish",
    by: "Publisher",
  });
  written(await saveDraft(editor, { ...draft, version: saved.version }, say("again")));
  // What one person typed and another wrote over is one version of the history, in the name of who typed it.
  const lines = await historyOf(editor, draft.id);
  expect(lines.map(({ action, byName }) => [action, byName])).toEqual([
    ["save", editor.name],
    ["publish", "Publisher"],
    ["autosave", editor.name],
    ["create", "Test editor"],
  ]);
  expect(await brokenInvariants([draft.id])).toEqual([]);
});

it("says that the record was put into the trash, or is gone, and refuses who may not write", async () => {
  const draft = await makeDraft("event", await makeDossier());
  written(await trash(someone("editor", "A colleague"), draft));
  const write = (target: { version: number; id: string }) =>
    autosave(editor, { kind: "event", ...target, tab: tab().next() }, null, draft.typed);
  expect(await write(draft)).toMatchObject({
    reason: "stale",
    did: "trash",
    state: "trashed",
    by: "A colleague",
  });
  expect(await write({ id: randomUUID(), version: 1 })).toEqual({ ok: false, reason: "missing" });
  await expect(
    autosave(someone("viewer"), { ...draft, tab: tab().next() }, null, draft.typed),
  ).rejects.toThrow(Forbidden);
});

it("loses no acknowledged autosave among ten tabs that type at once", async () => {
  const dossier = await makeDossier();
  await Promise.all(
    Array.from({ length: 10 }, async () => {
      const draft = await makeDraft("event", dossier);
      const own = tab();
      let { version } = draft;
      for (let word = 1; word <= 20; word += 1) {
        const typed = { ...draft.typed, text: `Words: ${word}` };
        // Every third answer is lost.
        const kept = written(await autosave(editor, { ...draft, version, tab: own.next() }, null, typed));
        if (word % 3 > 0) ({ version } = kept);
      }
      expect((await openEntry(editor, "event", draft.id))?.typed.text).toBe("Words: 20");
      expect(await actionsOf(draft.id)).toEqual(["create"]);
    }),
  );
});

it("keeps what one person typed, in their name, when another takes the record down and types on in it", async () => {
  const [writer, mover] = [someone("editor"), someone("editor")];
  const record = await makePublished("event", await makeDossier());
  const typed = written(
    await autosave(writer, { ...record, tab: tab().next() }, null, {
      ...record.typed,
      title: "Typed by one",
    }),
  );
  const down = written(await unpublish(mover, { ...record, version: typed.version }));
  written(
    await autosave(mover, { ...record, version: down.version, tab: tab().next() }, null, {
      ...record.typed,
      title: "By the other",
    }),
  );
  const kept = await database().revision.findMany({
    where: { entryId: record.id, action: "autosave" },
    select: { title: true, version: true },
  });
  expect(kept).toEqual([{ title: "Typed by one", version: typed.version }]);
  expect(await brokenInvariants([record.id])).toEqual([]);
});

it("takes no record back that its tab has typed in since", async () => {
  const dossier = await makeDossier();
  const own = tab();
  const target = { kind: "event" as const, id: v7(), version: 0 };
  const emptied = { ...own.next(), edit: 2 };
  written(await autosave(editor, { ...target, tab: { ...emptied, edit: 1 } }, dossier.id, { title: "T" }));
  written(
    await autosave(editor, { ...target, version: 1, tab: { ...emptied, edit: 3 } }, dossier.id, {
      title: "Anew",
    }),
  );
  expect(await discard(editor, { ...target, version: 1, tab: emptied })).toBe(false);
  expect(await discard(editor, { ...target, version: 1, tab: { ...emptied, edit: 4 } })).toBe(true);
});
