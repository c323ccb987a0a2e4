/** What pickers offer, and what is refused where it is chosen all the same. */
import { beforeAll, expect, it } from "vitest";
import { saveDraft } from "@/lib/desk/write/save";
import { publish } from "@/lib/desk/publish/publish";
import { makeDossier, makePublished, someone, written } from "@/tests/support/make";
import { rowId } from "@/tests/support/rows";
import { entryChoices } from "./choices";

const editor = someone("editor");
let dossier: Awaited<ReturnType<typeof makeDossier>>;
let own: Awaited<ReturnType<typeof makePublished>>;
let other: typeof own;

beforeAll(async () => {
  dossier = await makeDossier();
  own = await makePublished("agreement", dossier, { title: "On quinces" });
  other = await makePublished("agreement", dossier, { title: "On quinces and pears" });
});

it.each(["", "On quinces", "quinces"])("for %j a record is not offered itself", async (q) => {
  const offered = async (askedBy?: string) =>
    (await entryChoices(editor, "agreement", { q, dossierId: dossier.id, askedBy }))
      .map(({ id }) => id)
      .sort();
  expect(await offered()).toEqual([own.id, other.id].sort());
  expect(await offered(own.id)).toEqual([other.id]);
  expect(await offered("no id")).toEqual([own.id, other.id].sort());
});

it("a record that names itself is refused", async () => {
  const relations = [{ id: rowId(1), relation: "amends", other: own.id }];
  const typed = { ...own.typed, relations };
  const itself = { ok: false, problems: [{ code: "reference.itself" }] };
  expect(await publish(editor, own, typed, { confirmed: "all" })).toMatchObject(itself);
  expect(await saveDraft(editor, own, typed)).toMatchObject(itself);
  const right = { ...own.typed, relations: [{ ...relations[0]!, other: other.id }] };
  written(await publish(editor, own, right, { confirmed: "all" }));
});
