/** Records that say a name are linked with the person in one act: the same name and country, drafts and published ones. */
import { expect, it } from "vitest";
import { publish } from "../publish/publish";
import { openEntry } from "../read/open";
import { createDraft, saveDraft } from "../write/save";
import { recordsInvolving } from "@/lib/published/people";
import { rowId } from "@/tests/support/rows";
import { makeDossier, makeDraft, makePublished, someone, typedFor, written } from "@/tests/support/make";
import { linkNames, plainlyNamed } from "./plain-names";

const [editor, author] = [someone("editor"), someone("author")];

it("links drafts and published records of all dossiers, and no other of the same name", async () => {
  const dossier = await makeDossier();
  const [from, to] = dossier.parties;
  const sides = { from, to };
  const published = await makePublished("visit", dossier, { ...sides, visitor: "José  Müller" });
  const draft = await makeDraft("visit", dossier, { ...sides, visitor: "JOSE MULLER" });
  const changed = await makePublished("visit", dossier, { ...sides, visitor: "José Müller" });
  written(await saveDraft(editor, changed, { ...changed.typed, standing: "Changed since" }));
  const hosted = await makePublished("visit", dossier, {
    ...{ from: to, to: from },
    meetings: [{ id: rowId(1), host: "José Müller", hostPerson: "", office: "", manner: "official" }],
  });
  // Of the other country, and of a longer name.
  await makePublished("visit", dossier, { from: to, to: from, visitor: "José Müller" });
  await makePublished("visit", dossier, { ...sides, visitor: "José Müller Díaz" });

  const values = typedFor("person", dossier.parties, { name: "José Müller", country: from });
  const person = written(await createDraft(editor, { kind: "person", dossierId: null }, values));
  const meant = [published, draft, changed, hosted].map(({ id }) => id).sort();
  expect((await plainlyNamed(author, person.id)).map(({ id }) => id).sort()).toEqual(meant);

  expect(await linkNames(editor, person.id)).toEqual({
    linked: 4,
    waiting: [expect.objectContaining({ id: changed.id })],
    left: [],
  });
  const stateOf = async ({ id }: { id: string }) => (await openEntry(editor, "visit", id))?.state;
  expect(await Promise.all([published, draft, changed, hosted].map(stateOf))).toEqual([
    "published",
    "draft",
    "changed",
    "published",
  ]);
  const { shown } = await recordsInvolving(person.id, 1);
  expect(shown.map(({ record }) => record.id).sort()).toEqual([published.id, hosted.id].sort());
  expect((await openEntry(editor, "person", person.id))?.state).toBe("published");
  expect(await plainlyNamed(author, person.id)).toEqual([]);
});

it("is not done for a person without a country, and by an author leaves published records to be published", async () => {
  const dossier = await makeDossier();
  const [from, to] = dossier.parties;
  const visit = await makePublished("visit", dossier, { from, to, visitor: "Ana Ruiz" });
  const values = typedFor("person", dossier.parties, { name: "Ana Ruiz" });
  const person = written(await createDraft(author, { kind: "person", dossierId: null }, values));
  expect(await plainlyNamed(author, person.id)).toEqual([]);
  const target = { kind: "person" as const, id: person.id, version: person.version };
  const published = written(await publish(editor, target, { ...values, country: from }));
  expect(published.state).toBe("published");
  expect(await linkNames(author, person.id)).toMatchObject({ linked: 1, waiting: [{ id: visit.id }] });
});
