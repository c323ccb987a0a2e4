import { expect, it } from "vitest";
import { makeDossier, makePublished, someone, written } from "@/tests/support/make";
import { historyOf, movedSince } from "./history";
import { publish } from "../publish/publish";
import { unpublish } from "../publish/withdraw";
import { saveDraft } from "../write/save";
import { trash, untrash } from "../write/trash";

it("tells of every version, also of those that only took a record down or to the trash and back", async () => {
  const [editor, other] = [someone("editor", "Ann"), someone("admin", "Bea")];
  const record = await makePublished("event", await makeDossier());
  const { id, kind } = record;
  const down = written(await unpublish(other, record));
  const binned = written(await trash(editor, { id, kind, version: down.version }));
  const back = written(await untrash(other, { id, kind, version: binned.version }));
  written(await saveDraft(editor, { id, kind, version: back.version }, { ...record.typed, text: "Anew" }));

  const lines = await historyOf(editor, id);
  expect(lines.map(({ version, action, byName }) => `${version} ${byName} ${action}`)).toEqual([
    "6 Ann save",
    "5 Bea untrash",
    "4 Ann trash",
    "3 Bea unpublish",
    "2 Test editor publish",
    "1 Test editor create",
  ]);
  expect(lines.map(({ revisionId }) => revisionId !== null)).toEqual([true, false, false, false, true, true]);
  expect((await historyOf(editor, id, { before: 4 })).map(({ version }) => version)).toEqual([3, 2, 1]);
  expect(await historyOf(editor, id, { before: Number.MAX_SAFE_INTEGER })).toEqual(lines);
});

it("tells what another did beyond saving since a version, the last of it, and nothing of what one did oneself", async () => {
  const [editor, other] = [someone("editor", "Ann"), someone("admin", "Bea")];
  const { id, kind, version, typed } = await makePublished("event", await makeDossier());
  const saved = written(await saveDraft(other, { id, kind, version }, { ...typed, text: "Anew" }));
  expect(await movedSince(editor, id, version)).toBeNull();
  const out = written(await publish(other, { id, kind, version: saved.version }, { ...typed, text: "Anew" }));
  expect(await movedSince(editor, id, version)).toMatchObject({ action: "publish", byName: "Bea" });
  expect(await movedSince(other, id, version)).toBeNull();
  expect(await movedSince(editor, id, out.version)).toBeNull();
  // One's own save after it does not hide it.
  written(await saveDraft(editor, { id, kind, version: out.version }, { ...typed, text: "Mine" }));
  expect(await movedSince(editor, id, version)).toMatchObject({ action: "publish" });
});

it("tells what another did however many saves of one's own came after it", async () => {
  const [editor, other] = [someone("editor", "Ann"), someone("admin", "Bea")];
  const { id, kind, version, typed } = await makePublished("event", await makeDossier());
  let now = written(await unpublish(other, { id, kind, version })).version;
  for (let save = 0; save < 12; save += 1)
    now = written(
      await saveDraft(editor, { id, kind, version: now }, { ...typed, text: `Mine ${save}` }),
    ).version;
  expect(await movedSince(editor, id, version)).toMatchObject({ action: "unpublish", byName: "Bea" });
});
