import { readdir, readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import type { Typed } from "@/lib/domain/fields/typed";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { parseRecord } from "@/lib/domain/record";
import { makeDossier, makeDraft, makePublished, makeSource, someone, written } from "@/tests/support/make";
import { rowId } from "@/tests/support/rows";
import { publish } from "../publish/publish";
import { createDraft } from "../write/save";
import { trash } from "../write/trash";
import { doubtsAmongOthers } from "./doubts-among-others";

const editor = someone("editor");

interface Beside {
  kind: KindKey;
  dossierId: string | null;
  id?: string;
}

async function found({ kind, dossierId, id }: Beside, typed: Typed): Promise<string[]> {
  const { values } = parseRecord(kindOf(kind), typed, { parties: null }, "draft");
  const record = { id: id ?? null, kind, dossierId, values };
  const doubts = await doubtsAmongOthers(editor, database(), record);
  return doubts.map(({ path, code, other }) => `${path}: ${code} ${other?.id}`);
}

it("finds the same visitor on overlapping days, drafts and published, however the name is written", async () => {
  const [dossier, elsewhere] = [await makeDossier(), await makeDossier()];
  const days = { began: "2014-09-10", ended: "2014-09-12" };
  const draft = await makeDraft("visit", dossier, { ...days, visitor: "José Müller" });
  const other = await makePublished("visit", dossier, {
    began: "2014-09",
    ended: "",
    visitor: "JOSE MULLER",
  });
  await makeDraft("visit", elsewhere, { ...days, visitor: "José Müller" });
  const at = { kind: "visit" as const, dossierId: dossier.id };
  const alike = (...ids: string[]) => ids.map((id) => `visitor: doubt.visit.alike ${id}`).sort();

  const same = { visitor: "jose müller", began: "2014-09-12" };
  expect((await found(at, same)).sort()).toEqual(alike(draft.id, other.id));
  expect(await found({ ...at, id: draft.id }, same)).toEqual(alike(other.id));
  expect(await found(at, { ...same, began: "2014-09-13" })).toEqual(alike(other.id));
  expect(await found(at, { ...same, began: "2014-10" })).toEqual([]);
  expect(await found(at, { ...same, visitor: "J. Müller" })).toEqual([]);
  await trash(editor, draft);
  expect(await found(at, same)).toEqual(alike(other.id));
});

it("finds the same person on overlapping days, chosen or named, in whatever letters and by any of their names", async () => {
  const dossier = await makeDossier();
  const [country] = dossier.parties;
  const people = { kind: "person" as const, dossierId: null };
  const made = async (typed: Typed) => written(await createDraft(editor, people, typed));
  const person = await made({
    name: "Aibek Tuyakov",
    country,
    names: [
      { id: rowId(), name: "Айбек Түяков" },
      { id: rowId(), name: "Aybek the Elder" },
    ],
  });
  const namesake = await made({ name: "Somebody Else", country });
  const days = { began: "2031-05-10", ended: "2031-05-12" };
  const chosen = { visitor: "A. Tuyakov", visitorPerson: person.id };
  const visit = await makeDraft("visit", dossier, { ...days, ...chosen });
  const at = { kind: "visit" as const, dossierId: dossier.id };
  const alike = [`visitor: doubt.visit.alike ${visit.id}`];

  const day = { began: "2031-05-12" };
  for (const visitor of [
    "Aibek Tuyakov",
    "AYBEK TUYAQOV",
    "Түяков Айбек",
    "the elder aybek",
    "President Aibek Tuyakov",
  ])
    expect(await found(at, { ...day, visitor })).toEqual(alike);
  expect(await found(at, { ...day, visitor: "The minister", visitorPerson: person.id })).toEqual(alike);
  // A person can be chosen before a name is typed.
  expect(await found(at, { ...day, visitor: "", visitorPerson: person.id })).toEqual(alike);
  expect(await found(at, { began: "203X", visitor: "Aibek Tuyakov" })).toEqual(alike);

  for (const other of [
    { ...day, visitor: "Somebody Else", visitorPerson: namesake.id },
    { ...day, visitor: "Aibek Tuyakova" },
    { began: "2031-05-13", ...chosen },
    { ...chosen },
  ])
    expect(await found(at, other)).toEqual([]);

  // What is recorded with an office before it, as lists print it, is found by the name alone; of a family it is no other.
  const printed = await makeDossier();
  const inPrint = await makeDraft("visit", printed, { ...days, visitor: "Prime Minister Ana Pérez García" });
  const there = { ...at, dossierId: printed.id };
  expect(await found(there, { ...day, visitor: "Ana Perez Garcia" })).toEqual([
    `visitor: doubt.visit.alike ${inPrint.id}`,
  ]);
  expect(await found(there, { ...day, visitor: "Minister Luis Pérez García" })).toEqual([]);

  // The name alone stands first, and the person is chosen in the one that is compared.
  const elsewhere = await makeDossier();
  const named = await makeDraft("visit", elsewhere, { ...days, visitor: "Айбек Түяков" });
  expect(await found({ ...at, dossierId: elsewhere.id }, { ...day, ...chosen })).toEqual([
    `visitor: doubt.visit.alike ${named.id}`,
  ]);
});

it("finds the same mission, register number, nearly the same title and the same address of a source", async () => {
  const dossier = await makeDossier();
  const [a, b] = dossier.parties;
  const mission = { sending: a, receiving: b, type: "embassy", city: "Astana" };
  const embassy = await makeDraft("mission", dossier, mission);
  const title = "Agreement on cooperation in the field of tourism";
  const treaty = await makePublished("agreement", dossier, { title, registerNumber: "I-54321" });
  const address = `https://www.example.org/${dossier.id}/`;
  const source = await makeSource({ address });
  const at = (kind: KindKey) => ({ kind, dossierId: kind === "source" ? null : dossier.id });

  expect(await found(at("mission"), { ...mission, city: "ASTANA" })).toEqual([
    `city: doubt.mission.alike ${embassy.id}`,
  ]);
  expect(await found(at("mission"), { ...mission, type: "consulate" })).toEqual([]);
  for (const registerNumber of ["i-54321", "I 54321", "I54321", "No. I-54321"])
    expect(await found(at("agreement"), { registerNumber })).toEqual([
      `registerNumber: doubt.agreement.sameNumber ${treaty.id}`,
    ]);
  expect(
    await found(at("agreement"), { title: "Agreement on co-operation in the field of tourism" }),
  ).toEqual([`title: doubt.agreement.alike ${treaty.id}`]);
  expect(await found(at("agreement"), { title: "Agreement on cooperation in the field of taxes" })).toEqual(
    [],
  );
  expect(await found(at("agreement"), { title: `${title} 2` })).toEqual([]);
  expect(await found(at("source"), { address: address.replace("https://www.", "http://") })).toEqual([
    `address: doubt.source.alike ${source.id}`,
  ]);
});

it("finds a value some thousand times off its neighbours of the same reporter and currency", async () => {
  const dossier = await makeDossier();
  const reporter = dossier.parties[0];
  const made = (year: string, total: string, more: Typed = {}) =>
    makeDraft("tradeYear", dossier, { year, reporter, currency: "USD", total, ...more });
  await made("2016", "21000000");
  const near = await made("2017", "23000000");
  await made("2018", "23000", { currency: "EUR" });
  await made("2019", "0");
  const at = { kind: "tradeYear" as const, dossierId: dossier.id };
  const typed = { year: "2018", reporter, currency: "USD" };

  expect(await found(at, { ...typed, total: "23000" })).toEqual([`total: doubt.trade.outOfScale ${near.id}`]);
  expect(await found(at, { ...typed, total: "23000000000" })).toEqual([
    `total: doubt.trade.outOfScale ${near.id}`,
  ]);
  for (const total of ["240000", "2300000000", "0"]) expect(await found(at, { ...typed, total })).toEqual([]);
  expect(await found(at, { ...typed, currency: "EUR", total: "23000" })).toEqual([]);
  expect(await found(at, { ...typed, reporter: dossier.parties[1], total: "23000" })).toEqual([]);
});

it("is asked before publication, naming the other record", async () => {
  const dossier = await makeDossier();
  const visit = { visitor: "A twice recorded visitor", began: "2014-09-10" };
  const first = await makePublished("visit", dossier, visit);
  const second = await makeDraft("visit", dossier, visit);
  expect(await publish(editor, second, second.typed)).toMatchObject({
    ok: false,
    reason: "doubtful",
    doubts: [{ path: "visitor", code: "doubt.visit.alike", other: { id: first.id, kind: "visit" } }],
  });
});

it("finds what was saved before it was looked for: the migration fills in what a save does", async () => {
  const db = database();
  const dossier = await makeDossier();
  const [a, b] = dossier.parties;
  await makeDraft("visit", dossier, { visitor: "Əli Məmmədov" });
  await makeDraft("mission", dossier, { sending: a, receiving: b, type: "embassy", city: "Córdoba" });
  // With signs between its letters and digits the key of a number has become another since.
  await makeDraft("agreement", dossier, { registerNumber: "Ä54321" });
  const source = await makeSource({ address: `https://www.example.org/É/${dossier.id}/` });
  const facets = () =>
    db.$queryRaw`SELECT "id", "facets" FROM "Entry"
      WHERE "facets"::text LIKE '%"alike.%' AND ("dossierId" = ${dossier.id}::uuid OR "id" = ${source.id}::uuid) ORDER BY "id"`;
  const saved = await facets();
  await db.$executeRaw`UPDATE "Entry" SET "facets" = "facets" - ARRAY['alike.visitor', 'alike.city', 'alike.registerNumber', 'alike.address']`;
  expect(await facets()).toEqual([]);
  const folder = (await readdir("prisma/migrations")).find((name) => name.endsWith("_look_alikes"));
  const script = await readFile(`prisma/migrations/${folder}/migration.sql`, "utf8");
  for (const statement of script.split(/;\n/).filter((one) => one.includes("UPDATE")))
    await db.$executeRawUnsafe(statement);
  expect(await facets()).toEqual(saved);
});

it("finds people of the same name in any letters, spelling and order, and of the same id elsewhere", async () => {
  const person = async (typed: Typed) =>
    written(await createDraft(editor, { kind: "person", dossierId: null }, typed)).id;
  const names = (...all: string[]) => all.map((name, at) => ({ id: rowId(at + 1), name, language: "" }));
  const cyrillic = await person({ name: "Қасым-Жомарт Тоқаев", wikidata: "Q1065" });
  const latin = await person({ name: "K. J. T.", names: names("Kassym-Jomart Tokayev") });
  await person({ name: "Kassym Tokayev" });
  const at = { kind: "person" as const, dossierId: null };
  const alike = (...ids: string[]) => ids.map((id) => `name: doubt.person.alike ${id}`).sort();
  expect((await found(at, { name: "Tokaev, Kassym Jomart" })).sort()).toEqual(alike(cyrillic, latin));
  expect((await found(at, { name: "Somebody", names: names("Қасым-Жомарт Тоқаев") })).sort()).toEqual(
    alike(cyrillic, latin),
  );
  expect(await found({ ...at, id: latin }, { name: "Қасым-Жомарт Тоқаев" })).toEqual(alike(cyrillic));
  expect(await found(at, { name: "Jomart" })).toEqual([]);
  expect(await found(at, { name: "" })).toEqual([]);
  expect(await found(at, { name: "Another", wikidata: "Q1065" })).toEqual([
    `wikidata: doubt.person.sameWikidata ${cyrillic}`,
  ]);
});

it("asks what an agreement and those to which it relates say against each other, at the form and before publication", async () => {
  const [dossier, elsewhere] = [await makeDossier(), await makeDossier()];
  const at = { kind: "agreement" as const, dossierId: dossier.id };
  const older = await makePublished("agreement", dossier, { title: "First pact", signedOn: "1994" });
  const newer = await makePublished("agreement", dossier, { title: "Second convention", signedOn: "2014" });
  const foreign = await makePublished("agreement", elsewhere, { title: "Elsewhere", signedOn: "2014" });
  const related = (relation: string, other: string) => ({ relations: [{ id: rowId(1), relation, other }] });
  const relations = (code: string, id: string) => [`relations: doubt.agreement.${code} ${id}`];

  // A relation to a later one is asked about, one to an earlier one is not, nor what is told of another dossier.
  const own = { title: "Quite another", signedOn: "2000" };
  expect(await found(at, { ...own, ...related("amends", newer.id) })).toEqual(
    relations("earlierThanChanged", newer.id),
  );
  expect(await found(at, { ...own, ...related("amends", older.id) })).toEqual([]);
  expect(await found(at, { ...own, ...related("amends", foreign.id) })).toEqual([]);

  // What the other says of this one, drafts too.
  const saying = { title: "A protocol in the making", signedOn: "1990", ...related("amends", newer.id) };
  const draft = await makeDraft("agreement", dossier, saying);
  expect(await found({ ...at, id: newer.id }, { ...own, ...related("amends", draft.id) })).toEqual(
    relations("relatedOtherwise", draft.id),
  );

  const outcome = await publish(editor, draft, draft.typed);
  expect(outcome).toMatchObject({ ok: false, reason: "doubtful" });
  expect(JSON.stringify(outcome)).toContain("doubt.agreement.earlierThanChanged");
  expect(await publish(editor, draft, draft.typed, { confirmed: "all" })).toMatchObject({ ok: true });
});
