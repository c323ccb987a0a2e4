import { expect, it } from "vitest";
import { makeDossier, makeDraft, makePublished, makeSource, someone } from "@/tests/support/make";
import { previewOf } from "./preview";

const editor = someone("editor");

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

it("numbers its sources as its publication will", async () => {
  const dossier = await makeDossier();
  const [second, third] = [await makeSource(), await makeSource()];
  await makePublished("event", dossier, { citations: [{ source: second.id }] });
  const citations = [third.id, second.id, dossier.source].map((source) => ({ source }));
  const draft = await makeDraft("event", dossier, { citations });
  const preview = await previewOf(editor, "event", draft.id);
  expect(preview?.sources.map(({ number, source }) => [source.id, number])).toEqual([
    [third.id, 3],
    [second.id, 2],
    [dossier.source, 1],
  ]);
});
