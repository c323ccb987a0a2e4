import { expect, it } from "vitest";
import { makeDossier, makePublished, someone, written } from "@/tests/support/make";
import { historyOf } from "./history";
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
