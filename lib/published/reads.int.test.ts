import { expect, it } from "vitest";
import { GET as getFile } from "@/app/api/files/[dossier]/[list]/[format]/route";
import { publish } from "@/lib/desk/publish/publish";
import { unpublish } from "@/lib/desk/publish/withdraw";
import { saveDraft } from "@/lib/desk/write/save";
import { kindKeys, kinds, type DossierKindKey } from "@/lib/domain/kinds/registry";
import {
  makeDossier,
  makeDraft,
  makePublished,
  makeSource,
  someone,
  typedFor,
  written,
} from "@/tests/support/make";
import { recordAddresses, sourceAddresses } from "./addresses";
import { recentChanges } from "./changes";
import { findDossier, listDossiers } from "./dossiers";
import { recordBySlug, recordsOf, tradeYearsAt } from "./records";
import { referrersOf } from "./references";
import { searchPublished } from "./search";
import { sourceBySlug } from "./cited-sources";
import { sourcesOf } from "./sources";

const editor = someone("editor");
const dossierKinds = kindKeys.filter((kind): kind is DossierKindKey => kinds[kind].inDossier);
const lists = kindKeys.flatMap((kind) => (kind === "dossier" ? [] : kinds[kind].path));

async function slugOf(dossierId: string): Promise<string> {
  const listed = (await listDossiers()).find(({ id }) => id === dossierId);
  if (!listed) throw new Error("the dossier is not published");
  return listed.slug;
}

async function fileOf(dossier: string, list: string, format: string): Promise<Response> {
  return getFile(new Request("http://localhost"), { params: Promise.resolve({ dossier, list, format }) });
}

/** Everything that readers could get of a dossier, as one text. */
async function allThatIsRead(dossierId: string, slug: string, ...searches: string[]): Promise<string> {
  const files = lists.flatMap((list) =>
    ["csv", "json", "csv-metadata.json"].map(async (format) => (await fileOf(slug, list, format)).text()),
  );
  const reads = await Promise.all([
    listDossiers(),
    findDossier(slug),
    ...dossierKinds.map((kind) => recordsOf(dossierId, kind)),
    sourcesOf(dossierId),
    recentChanges({ limit: 100 }),
    recentChanges({ dossierId, limit: 100 }),
    recordAddresses(dossierId, { skip: 0, limit: 1000 }),
    sourceAddresses(dossierId, 1000),
    ...searches.map((search) => searchPublished(search, { limit: 100 })),
    ...files,
  ]);
  return JSON.stringify(reads);
}

it.each(dossierKinds)("readers get no draft %s, in any list, feed, file or search", async (kind) => {
  const dossier = await makeDossier();
  const slug = await slugOf(dossier.id);
  const source = await makeSource({ title: "Published Peloponnese" });
  const draft = await makeDraft(kind, dossier, {
    citations: [{ source: source.id, place: "Secretplace" }],
    ...("title" in kinds[kind].fields && { title: "Secretword title" }),
    ...("note" in kinds[kind].fields && { note: "Secretword note" }),
  });
  const read = await allThatIsRead(dossier.id, slug, "secretword", "secretplace", "peloponnese");
  expect(read).not.toContain(draft.id);
  expect(read).not.toMatch(/secretword|secretplace|peloponnese/i);
});

it("what was published stays as it was while a draft of it is worked on", async () => {
  const dossier = await makeDossier();
  const event = await makePublished("event", dossier, { title: "The first wording" });
  const typed = { ...event.typed, title: "Anotherword" };
  written(await saveDraft(editor, event, typed));
  const read = await allThatIsRead(dossier.id, await slugOf(dossier.id), "anotherword");
  expect(read).toContain("The first wording");
  expect(read).not.toContain("Anotherword");
});

it("unpublishing a dossier takes everything of it away, and publishing it brings all back", async () => {
  const dossier = await makeDossier();
  const slug = await slugOf(dossier.id);
  const event = await makePublished("event", dossier, { title: "Disappearingword" });
  expect(await allThatIsRead(dossier.id, slug, "disappearingword")).toContain(event.id);

  written(await unpublish(editor, { kind: "dossier", id: dossier.id, version: dossier.version }));
  expect(await findDossier(slug)).toBeNull();
  expect((await fileOf(slug, "history", "csv")).status).toBe(404);
  const read = await allThatIsRead(dossier.id, slug, "disappearingword");
  expect(read).not.toContain(event.id);
  expect(read).not.toContain("Disappearingword");

  const again = { kind: "dossier" as const, id: dossier.id, version: dossier.version + 1 };
  const typed = typedFor("dossier", dossier.parties, { citations: [{ source: dossier.source }] });
  written(await publish(editor, again, typed));
  expect(await allThatIsRead(dossier.id, slug, "disappearingword")).toContain(event.id);
});

it("an unpublished record is gone at once", async () => {
  const dossier = await makeDossier();
  const event = await makePublished("event", dossier);
  const [published] = await recordsOf(dossier.id, "event");
  expect(await recordBySlug(dossier.id, "event", published?.slug ?? "")).toMatchObject({ id: event.id });
  written(await unpublish(editor, event));
  expect(await recordsOf(dossier.id, "event")).toEqual([]);
  expect(await recordBySlug(dossier.id, "event", published?.slug ?? "")).toBeNull();
});

it("the pair in the other order leads to the dossier, and to its files", async () => {
  const dossier = await makeDossier();
  const slug = await slugOf(dossier.id);
  const [other = ""] = await reversed(dossier.parties);
  expect(await findDossier(other)).toEqual({ redirectTo: slug });
  const answer = await fileOf(other, "visits", "csv");
  expect([answer.status, answer.headers.get("location")]).toEqual([308, `/${slug}/visits.csv`]);
});

async function reversed([a, b]: [string, string]): Promise<string[]> {
  const { slugify } = await import("@/lib/domain/slugify");
  const { countryName } = await import("@/lib/domain/countries");
  return [slugify(`${countryName(b)} ${countryName(a)}`)];
}

it("lists come newest first, those without a date last", async () => {
  const dossier = await makeDossier();
  for (const date of ["2001", "", "2010-05", "2010-04-30"])
    await makePublished("event", dossier, { title: `Event ${date}`, date });
  const titles = (await recordsOf(dossier.id, "event")).map(({ title }) => title);
  expect(titles).toEqual(["Event 2010-05", "Event 2010-04-30", "Event 2001", "Event"]);
});

it("a record is found by its own dossier alone", async () => {
  const [one, other] = [await makeDossier(), await makeDossier()];
  await makePublished("event", one, { title: "Only here", date: "2001" });
  const [{ slug } = { slug: "" }] = await recordsOf(one.id, "event");
  expect(await recordBySlug(one.id, "event", slug)).not.toBeNull();
  expect(await recordBySlug(other.id, "event", slug)).toBeNull();
  expect(await recordBySlug(one.id, "visit", slug)).toBeNull();
});

it("a year of trade has every reporter of that year", async () => {
  const dossier = await makeDossier();
  const [a, b] = dossier.parties;
  for (const [year, reporter] of [
    ["2018", b],
    ["2018", a],
    ["2019", a],
  ] as const)
    await makePublished("tradeYear", dossier, { year, reporter, total: "23000000.50" });
  const years = await tradeYearsAt(dossier.id, 2018);
  expect(years.map(({ values }) => values.reporter)).toEqual([a, b]);
  expect(years[0]?.values.total).toBe("23000000.5");
  expect(await tradeYearsAt(dossier.id, 2020)).toEqual([]);
});

it("sources keep their numbers when records are added", async () => {
  const dossier = await makeDossier();
  const [second, third] = [await makeSource({ title: "Zulu" }), await makeSource({ title: "Alpha" })];
  await makePublished("event", dossier, { citations: [{ source: third.id, supports: ["date"] }] });
  await makePublished("event", dossier, { citations: [{ source: second.id }, { source: third.id }] });
  const sources = await sourcesOf(dossier.id);
  expect(sources.map(({ source }) => source.id)).toEqual([dossier.source, third.id, second.id]);
  expect(sources[1]?.citedBy.map(({ kind, supports }) => [kind, supports])).toEqual([
    ["event", ["date"]],
    ["event", []],
  ]);
  const found = await sourceBySlug(dossier.id, sources[2]?.source.slug ?? "");
  expect(found).toMatchObject({ number: 3, source: { id: second.id } });
  expect(await sourceBySlug((await makeDossier()).id, found?.source.slug ?? "")).toBeNull();
});

it("an agreement knows the visits during which it was signed, once they are published", async () => {
  const dossier = await makeDossier();
  const agreement = await makePublished("agreement", dossier);
  const draft = await makeDraft("visit", dossier, { agreements: [agreement.id] });
  expect((await referrersOf(agreement.id, "agreement")).shown).toEqual([]);
  written(await publish(editor, draft, draft.typed));
  expect((await referrersOf(agreement.id, "agreement")).shown).toMatchObject([
    { id: draft.id, kind: "visit", field: "agreements", dossierSlug: await slugOf(dossier.id) },
  ]);
});

it("changes tell what is new from what was changed, latest first", async () => {
  const dossier = await makeDossier();
  const event = await makePublished("event", dossier);
  const visit = await makePublished("visit", dossier);
  written(await publish(editor, event, { ...event.typed, title: "Reworded" }));
  const changes = await recentChanges({ dossierId: dossier.id, limit: 10 });
  expect(changes.map(({ id, isNew }) => [id, isNew])).toEqual([
    [event.id, false],
    [visit.id, true],
    [dossier.id, true],
  ]);
  expect((await recentChanges({ limit: 2 })).map(({ id }) => id)).toEqual([event.id, visit.id]);
});

it("a dossier is listed with its counts and its latest change", async () => {
  const dossier = await makeDossier();
  await makePublished("event", dossier);
  await makePublished("event", dossier);
  await makeDraft("visit", dossier);
  const listed = (await listDossiers()).find(({ id }) => id === dossier.id);
  const [latest] = await recentChanges({ dossierId: dossier.id, limit: 1 });
  expect(listed).toMatchObject({
    countries: dossier.parties,
    counts: { event: 2, visit: 0, agreement: 0 },
    updatedAt: latest?.updatedAt,
  });
});

it.each([
  ["nowhere", "visits", "csv"],
  ["", "visits", "csv"],
  ["nowhere", "dossiers", "csv"],
  ["nowhere", "constructor", "csv"],
  ["nowhere", "visits", "exe"],
  ["nowhere", "visits", "atom"],
  ["nowhere", "visits", "toString"],
])("there is no file %s/%s.%s", async (dossier, list, format) =>
  expect((await fileOf(dossier, list, format)).status).toBe(404),
);
