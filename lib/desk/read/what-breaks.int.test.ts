import { expect, it } from "vitest";
import { unpublish } from "@/lib/desk/publish/withdraw";
import { saveDraft } from "@/lib/desk/write/save";
import { trash } from "@/lib/desk/write/trash";
import { makeDossier, makeDraft, makePublished, someone, written } from "@/tests/support/make";
import { whatBreaks } from "./referrers";

const editor = someone("editor");

it("tells before a record goes what readers see of it and what drafts say, as the acts then do", async () => {
  const dossier = await makeDossier();
  const agreement = await makePublished("agreement", dossier);
  const visit = await makePublished("visit", dossier, { agreements: [agreement.id] });
  const draft = await makeDraft("visit", dossier, { agreements: [agreement.id] });
  // Its readers still see what its change has taken out.
  const version = written(await saveDraft(editor, visit, { ...visit.typed, agreements: [] })).version;
  const target = { id: agreement.id, kind: "agreement", state: "published" } as const;
  const ids = (list: { id: string }[]) => list.map(({ id }) => id);

  const before = await whatBreaks(someone("viewer"), target);
  expect([ids(before.published), ids(before.drafts), before.inside]).toEqual([[visit.id], [draft.id], []]);
  expect(await unpublish(editor, agreement)).toMatchObject({ records: [{ id: visit.id }] });
  expect(await trash(editor, agreement)).toMatchObject({ records: [{ id: draft.id }] });

  written(await trash(editor, { ...visit, version }));
  written(await trash(editor, draft));
  const after = await whatBreaks(editor, target);
  expect([after.published, after.drafts]).toEqual([[], []]);
  written(await unpublish(editor, agreement));
  const whole = await whatBreaks(editor, { id: dossier.id, kind: "dossier", state: "published" });
  expect(ids(whole.inside)).toEqual([agreement.id]);
});
