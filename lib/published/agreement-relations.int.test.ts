/** Agreements that amend, replace and implement one another: said on one, shown on both. */
import { expect, it } from "vitest";
import { unpublish } from "@/lib/desk/publish/withdraw";
import { publish } from "@/lib/desk/publish/publish";
import { saveDraft } from "@/lib/desk/write/save";
import { database } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { csvOf } from "@/lib/exchange/csv";
import { jsonOf } from "@/lib/exchange/json";
import type { PublishedRecord } from "@/lib/domain/published";
import { site } from "@/tests/support/published";
import { makeDossier, makeDraft, makePublished, someone, written } from "@/tests/support/make";
import { relationsOf } from "./agreement-relations";
import { collectTags } from "./note-tags";
import { recordsOf } from "./records";
import { referrersOf } from "./references";

const editor = someone("editor");

async function agreementsOf(dossierId: string) {
  const records = await recordsOf(dossierId, "agreement");
  const recordOf = (id: string) => {
    const record = records.find((one) => one.id === id);
    if (!record) throw new Error(`${id} is not published`);
    return record;
  };
  const relations = async (id: string) => {
    const { shown } = await referrersOf(id, "agreement");
    const found = await relationsOf(
      recordOf(id),
      shown.map((one) => one.id),
    );
    return Object.fromEntries(found);
  };
  return { records, relations };
}

const lastTags = async () => (await database().outbox.findFirstOrThrow({ orderBy: { id: "desc" } })).tags;

it("shows a relation both ways, and touches both pages when it is published or changed", async () => {
  const dossier = await makeDossier();
  const first = await makePublished("agreement", dossier, { title: "First" });
  const second = await makePublished("agreement", dossier, {
    title: "Second",
    relations: [{ relation: "replaces", other: first.id }],
  });
  expect(await lastTags()).toContain(cacheTag.referring(first.id));
  const { relations } = await agreementsOf(dossier.id);
  expect(await relations(second.id)).toEqual({ [first.id]: ["replaces"] });
  expect(await relations(first.id)).toEqual({ [second.id]: ["replaced-by"] });
  const noted = new Set<string>();
  await collectTags(noted, async () => relations(first.id));
  expect(noted).toContain(cacheTag.referring(first.id));

  const amended = { ...second.typed, relations: [{ relation: "amends", other: first.id }] };
  written(await publish(editor, second, amended));
  expect(await lastTags()).toContain(cacheTag.referring(first.id));
});

it("says once what both say of each other, and all that they say", async () => {
  const dossier = await makeDossier();
  const first = await makePublished("agreement", dossier);
  const second = await makePublished("agreement", dossier, {
    relations: [
      { relation: "amends", other: first.id },
      { relation: "extends", other: first.id },
    ],
  });
  written(
    await publish(editor, first, {
      ...first.typed,
      relations: [{ relation: "amended-by", other: second.id }],
    }),
  );
  const { relations } = await agreementsOf(dossier.id);
  expect(await relations(first.id)).toEqual({ [second.id]: ["amended-by", "extended-by"] });
  expect(await relations(second.id)).toEqual({ [first.id]: ["amends", "extends"] });
});

it("refuses a relation to itself, to a draft and to another dossier, and to take down what is related to", async () => {
  const [dossier, elsewhere] = [await makeDossier(), await makeDossier()];
  const related = (other: string) => ({ relations: [{ relation: "replaces", other }] });
  const own = await makeDraft("agreement", dossier);
  expect(await saveDraft(editor, own, { ...own.typed, ...related(own.id) })).toMatchObject({
    ok: false,
    problems: [{ code: "reference.itself" }],
  });
  const foreign = await makePublished("agreement", elsewhere);
  expect(await saveDraft(editor, own, { ...own.typed, ...related(foreign.id) })).toMatchObject({
    ok: false,
    problems: [{ code: "reference.unknown" }],
  });
  const draft = await makeDraft("agreement", dossier);
  expect(await publish(editor, own, { ...own.typed, ...related(draft.id) })).toMatchObject({
    ok: false,
    code: "unpublishedReferences",
  });
  const target = await makePublished("agreement", dossier);
  await makePublished("agreement", dossier, related(target.id));
  expect(await unpublish(editor, target)).toMatchObject({ ok: false, code: "stillReferredTo" });
});

it("has relations, further parties and what follows in files", async () => {
  const dossier = await makeDossier();
  const first = await makePublished("agreement", dossier, { title: "First" });
  const second = await makePublished("agreement", dossier, {
    title: "Second",
    signatories: [{ party: dossier.parties[0] }, { name: "European Union", body: "Council" }],
    actions: [
      { party: "all", action: "signature", date: "1963-01-22", place: "Paris", depositary: "Italy" },
      { party: "all", action: "entry-into-force", date: "1963-07-02" },
    ],
    relations: [{ relation: "implements", other: first.id }],
  });
  const { records } = await agreementsOf(dossier.id);
  const record = records.find(({ id }) => id === second.id);
  expect(record?.values).toMatchObject({ signedOn: "1963-01-22", inForce: "yes" });
  expect(record?.sortDate).toBe("1963-01-22");
  const context = {
    site,
    dossier: { slug: "a-b", title: "A–B", countries: dossier.parties },
    named: new Map(records.map((one) => [one.id, one as PublishedRecord])),
  };
  const [header = "", ...lines] = csvOf("agreement", records, context).split("\r\n");
  const row = lines.find((line) => line.includes("Second"))?.split(",") ?? [];
  const cell = (name: string) => row[header.split(",").indexOf(name)];
  expect([cell("signedOn"), cell("inForce"), cell("signatories.name"), cell("actions.place")]).toEqual([
    ...["1963-01-22", "yes", "|European Union", "Paris|"],
  ]);
  expect([cell("relations.relation"), cell("relations.other.title")]).toEqual(["implements", "First"]);
  const json = JSON.parse(jsonOf("agreement", records, context)) as { records: { values: object }[] };
  expect(json.records.map(({ values }) => values)).toContainEqual(
    expect.objectContaining({
      signedOn: "1963-01-22",
      relations: [expect.objectContaining({ relation: "implements", other: first.id })],
    }),
  );
});
