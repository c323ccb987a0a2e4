import { beforeAll, expect, it } from "vitest";
import { Forbidden } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { makeDossier, makeDraft, someone } from "@/tests/support/make";
import { changeTemplate, keepTemplate, openTemplate, recordTemplates } from "./templates";

const [viewer, author, editor] = [someone("viewer"), someone("author"), someone("editor")];

let dossier: Awaited<ReturnType<typeof makeDossier>>;
let visit: Awaited<ReturnType<typeof makeDraft>>;

beforeAll(async () => {
  dossier = await makeDossier();
  visit = await makeDraft("visit", dossier, { visitor: "A minister", rank: "minister", began: "2014-09-12" });
});

const kept = (more: object = {}) =>
  ({ kind: "visit", id: visit.id, name: "Ministers", holds: "repeats", isForAll: false, ...more }) as const;

const namesIn = async (dossierId: string | null) =>
  (await recordTemplates(viewer, { kind: "visit", dossierId })).map(({ name }) => name);

const sides = async (id: string | null) => (id === dossier.id ? { parties: dossier.parties } : null);

it("keeps a record as a template for its dossier or for all, by editors alone", async () => {
  for (const actor of [viewer, author]) await expect(keepTemplate(actor, kept())).rejects.toThrow(Forbidden);
  expect(await keepTemplate(editor, kept())).toEqual({ ok: true, name: "Ministers" });
  expect(await keepTemplate(editor, kept())).toMatchObject({ code: "template.taken" });
  expect(await keepTemplate(editor, kept({ name: " ", isForAll: true }))).toMatchObject({
    code: "template.empty",
  });
  expect(await keepTemplate(editor, kept({ name: "All of it", isForAll: true, holds: "all" }))).toMatchObject(
    { ok: true },
  );
  expect(await keepTemplate(editor, kept({ name: "All of it", isForAll: true }))).toMatchObject({
    code: "template.taken",
  });
  expect(await keepTemplate(editor, kept({ id: dossier.id }))).toMatchObject({ code: "template.noRecord" });
  expect(await namesIn(null)).toEqual(["All of it"]);
  expect(await namesIn(dossier.id)).toEqual(["All of it", "Ministers"]);
  expect((await recordTemplates(viewer, { kind: "event", dossierId: dossier.id })).length).toBe(0);
});

it("begins a record with a template, and tells what forms cannot show any more", async () => {
  const [all, ministers] = await recordTemplates(author, { kind: "visit", dossierId: dossier.id });
  expect(await openTemplate(author, "visit", all!.id, sides)).toMatchObject({
    typed: { visitor: "A minister", rank: "minister", began: "2014-09-12" },
    unread: [],
  });
  const begun = await openTemplate(author, "visit", ministers!.id, sides);
  expect(begun).toMatchObject({ dossierId: dossier.id, typed: { visitor: "", rank: "minister", began: "" } });
  await database().recordTemplate.update({
    where: { id: ministers!.id },
    data: { values: { rank: "grand-vizier", motorcade: "long", visitor: "A minister" } },
  });
  expect(await openTemplate(author, "visit", ministers!.id, sides)).toMatchObject({
    typed: { visitor: "A minister", rank: "" },
    unread: ["motorcade", "rank"],
  });
  expect(await openTemplate(author, "event", all!.id, sides)).toBeNull();
  expect(await openTemplate(author, "visit", "no id", sides)).toBeNull();
});

it("is renamed and removed by editors alone, which the audit trail tells", async () => {
  const [one] = await recordTemplates(editor, { kind: "visit", dossierId: null });
  for (const change of [{ do: "remove" }, { do: "rename", name: "Mine" }] as const)
    await expect(changeTemplate(author, one!.id, change)).rejects.toThrow(Forbidden);
  expect(await changeTemplate(editor, one!.id, { do: "rename", name: "Whole" })).toEqual({
    ok: true,
    name: "Whole",
  });
  expect(await changeTemplate(editor, one!.id, { do: "remove" })).toEqual({ ok: true, name: "Whole" });
  expect(await changeTemplate(editor, one!.id, { do: "remove" })).toMatchObject({ code: "template.gone" });
  const events = await database().auditEvent.findMany({
    where: { action: { startsWith: "template." } },
    orderBy: { at: "asc" },
  });
  expect(events.map(({ action }) => action)).toEqual([
    "template.keep",
    "template.keep",
    "template.rename",
    "template.remove",
  ]);
});
