import { expect, it } from "vitest";
import { makeDossier, makeDraft, someone } from "@/tests/support/make";
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
