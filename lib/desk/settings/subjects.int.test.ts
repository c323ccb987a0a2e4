/** The list of subjects of agreements, as editors keep it. */
import { expect, it } from "vitest";
import { Forbidden } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { subjectKeys, subjectName } from "@/lib/domain/subjects";
import { countsByFacet } from "@/lib/published/list-periods";
import { collectTags } from "@/lib/published/note-tags";
import { keptSubjects } from "@/lib/published/subjects";
import { makeDossier, makeDraft, makePublished, someone } from "@/tests/support/make";
import { saveDraft } from "../write/save";
import { addSubject, renameSubject, subjectsAtDesk } from "./subjects";

const editor = someone("editor");
const word = (key: string) => `word of ${key}`;

it("adds a subject that agreements can have and lists narrow by, and refuses one that is not there", async () => {
  const dossier = await makeDossier();
  const draft = await makeDraft("agreement", dossier);
  const unknown = await saveDraft(editor, draft, { ...draft.typed, subject: "archives" });
  expect(unknown).toMatchObject({ ok: false, problems: [{ path: "subject", code: "choice.unknown" }] });

  expect(await addSubject(editor, "  Archives ")).toEqual({ ok: true, key: "archives" });
  await makePublished("agreement", dossier, { subject: "archives" });
  expect((await countsByFacet(dossier.id, "agreement")).get("subject=archives")).toBe(1);
  const kept = await subjectsAtDesk(editor);
  expect(subjectKeys(kept)).toContain("archives");
  expect(subjectName("archives", kept, word)).toBe("Archives");
});

it("renames any subject under the key that it has, and touches the pages that name subjects", async () => {
  expect(await renameSubject(editor, "culture", "Culture and heritage")).toEqual({
    ok: true,
    key: "culture",
  });
  const { tags } = await database().outbox.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(tags).toEqual([cacheTag.subjects()]);
  const noted = new Set<string>();
  const kept = await collectTags(noted, () => keptSubjects());
  expect(subjectName("culture", kept, word)).toBe("Culture and heritage");
  expect(subjectName("taxation", kept, word)).toBe("word of taxation");
  expect([...noted]).toEqual([cacheTag.subjects()]);
  const events = await database().auditEvent.findMany({ where: { subject: "culture" } });
  expect(events).toMatchObject([{ action: "subject.rename", byName: editor.name }]);
});

it.each([
  ["an empty name", "  ", "subject.empty"],
  ["a name that there is", "Taxation", "subject.taken"],
  ["a name that is too long", "x".repeat(81), "text.tooLong"],
  ["a name that holds control characters", "Ar\u0000chives", "text.control"],
])("refuses %s", async (_, name, code) => {
  expect(await addSubject(editor, name)).toMatchObject({ ok: false, code });
});

it("makes a name plain as the forms of records do: marks that turn writing, soft hyphens, no-break spaces", async () => {
  expect(await addSubject(editor, "\u202EFish\u00ADeries\u00A0and seas\u202C")).toEqual({
    ok: true,
    key: "fisheries-and-seas",
  });
  expect(await subjectsAtDesk(editor)).toContainEqual({
    ...{ key: "fisheries-and-seas", name: "Fisheries and seas" },
  });
});

it("lets only those keep it who publish", async () => {
  await expect(addSubject(someone("author"), "Sports")).rejects.toThrow(Forbidden);
  await expect(renameSubject(someone("author"), "culture", "Arts")).rejects.toThrow(Forbidden);
});
