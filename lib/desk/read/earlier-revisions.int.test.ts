/** Revisions stay as the version of their day wrote them, and are read, compared and restored in today's shape. */
import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { makeDossier, makeDraft, makePublished, someone, written } from "@/tests/support/make";
import { publish } from "../publish/publish";
import { openEntry } from "./open";
import { openRevision, restoreRevision } from "./revisions";

const editor = someone("editor");

it("restores a mission whose revision names one head", async () => {
  const dossier = await makeDossier();
  const draft = await makeDraft("mission", dossier);
  const id = "01890a5d-ac96-774b-bcce-b302099a0001";
  await database().revision.create({
    data: {
      ...{ id, entryId: draft.id, version: 99, action: "save", title: "T", byName: "A" },
      values: {
        city: "Bonn",
        head: "Ana Pérez",
        citations: [{ source: dossier.source, field: "head" }],
      },
    },
  });
  const revision = await openRevision(editor, id);
  expect(revision?.typed.heads).toMatchObject([{ name: "Ana Pérez" }]);
  written(await restoreRevision(editor, draft, id));
  const opened = await openEntry(editor, "mission", draft.id);
  expect(opened?.typed).toMatchObject({ city: "Bonn", heads: [{ name: "Ana Pérez" }] });
  expect(opened?.typed.citations).toMatchObject([{ supports: ["heads"] }]);
});

it("publishes anew an agreement whose published revision states what now follows", async () => {
  const dossier = await makeDossier();
  const actions = [
    { party: "both", action: "signature", date: "1963-01-22" },
    { party: "both", action: "entry-into-force", date: "1963-07-02" },
  ];
  const stated = await makePublished("agreement", dossier, {
    signedOn: "1963-01-22",
    inForce: "yes",
    actions,
  });
  const { signedOn: _, inForce: __, ...following } = stated.typed;
  written(await publish(editor, stated, { ...following, note: "Checked" }));
  const row = await database().agreement.findUniqueOrThrow({ where: { id: stated.id } });
  expect(row).toMatchObject({ signedOn: "1963-01-22", inForce: "yes" });
  const { tags } = await database().outbox.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(tags.filter((tag) => tag.startsWith("l:"))).toEqual([]);
});
