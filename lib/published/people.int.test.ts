/** People on real PostgreSQL: published with what names them, found by any name, read with all that names them. */
import { beforeAll, describe, expect, it } from "vitest";
import { publish } from "@/lib/desk/publish/publish";
import { unpublish } from "@/lib/desk/publish/withdraw";
import { createDraft } from "@/lib/desk/write/save";
import { openEntry } from "@/lib/desk/read/open";
import { pool } from "@/lib/database/client";
import { rowId } from "@/tests/support/rows";
import { makeDossier, makeDraft, makePublished, someone, typedFor, written } from "@/tests/support/make";
import { joinedVisits } from "./joined";
import { collectTags } from "./note-tags";
import { peopleAddresses, personBySlug, recordsInvolving } from "./people";
import { peoplePage, readPeople } from "./people-index";
import { searchPublished } from "./search";

const editor = someone("editor");

async function draftPerson(typed: Parameters<typeof typedFor>[2]) {
  const draft = { kind: "person", dossierId: null } as const;
  const { id, version } = written(await createDraft(editor, draft, typedFor("person", ["KZ", "MX"], typed)));
  return { kind: "person" as const, id, version };
}

const namesOfToqaev = [
  { id: rowId(1), name: "Қасым-Жомарт Тоқаев", language: "Kazakh" },
  { id: rowId(2), name: "Tokayev", language: "" },
];

/** The tags that the newest publication touched. */
async function lastTouched(): Promise<string[]> {
  const { rows } = await pool().query<{ tags: string[] }>(
    `SELECT "tags" FROM "Outbox" ORDER BY "id" DESC LIMIT 1`,
  );
  return rows[0]!.tags;
}

let toqaev: Awaited<ReturnType<typeof draftPerson>>;
let first: Awaited<ReturnType<typeof makeDossier>>;
let second: typeof first;

beforeAll(async () => {
  [first, second] = [await makeDossier(), await makeDossier()];
  toqaev = await draftPerson({ name: "Kassym-Jomart Toqaev", names: namesOfToqaev, wikidata: "Q1735793" });
});

it("publishes the complete drafts of people that a visit names with it, and is refused for incomplete ones", async () => {
  await makePublished("visit", first, {
    visitor: "K.-J. Tokayev",
    visitorPerson: toqaev.id,
    began: "2014-09-12",
  });
  expect(await openEntry(editor, "person", toqaev.id)).toMatchObject({
    state: "published",
    publicPath: "/people/kassym-jomart-toqaev",
  });
  const nameless = await draftPerson({ name: "" });
  const visit = await makeDraft("visit", first, { visitorPerson: nameless.id });
  expect(await publish(editor, visit, visit.typed)).toMatchObject({
    ok: false,
    code: "unpublishedReferences",
    records: [{ id: nameless.id, kind: "person" }],
  });
});

it("shows on a person's page what every published dossier says of them, as host and delegate too", async () => {
  const hosting = await makePublished("visit", second, {
    began: "2016",
    meetings: [
      { id: rowId(3), host: "Tokayev", hostPerson: toqaev.id, office: "Speaker", manner: "official" },
    ],
  });
  await makePublished("visit", second, {
    began: "2018",
    delegation: [{ id: rowId(4), name: "Toqaev", person: toqaev.id, office: "Adviser", rank: "" }],
  });
  const { shown, pages } = await recordsInvolving(toqaev.id, 1);
  expect(pages).toBe(1);
  expect(shown.map(({ as, dossierSlug }) => [as, dossierSlug])).toEqual([
    [[{ field: "delegation", name: "Toqaev", office: "Adviser" }], expect.any(String)],
    [[{ field: "meetings", name: "Tokayev", office: "Speaker" }], expect.any(String)],
    [[{ field: "visitorPerson", name: "K.-J. Tokayev", office: expect.any(String) }], expect.any(String)],
  ]);
  expect(new Set(shown.map(({ dossierSlug }) => dossierSlug)).size).toBe(2);

  const tags = new Set<string>();
  await collectTags(tags, () => recordsInvolving(toqaev.id, 1));
  await unpublish(editor, hosting);
  expect((await lastTouched()).some((tag) => tags.has(tag))).toBe(true);
  expect((await recordsInvolving(toqaev.id, 1)).shown).toHaveLength(2);
});

it("shows the missions that a person has headed", async () => {
  const mission = await makePublished("mission", first, {
    heads: [
      { id: rowId(5), name: "Another", person: "", title: "", from: "2010", to: "2012" },
      { id: rowId(6), name: "K. Tokayev", person: toqaev.id, title: "Ambassador", from: "2012", to: "" },
    ],
  });
  const { shown } = await recordsInvolving(toqaev.id, 1);
  expect(shown.find(({ record }) => record.id === mission.id)?.as).toEqual([
    { field: "heads", name: "K. Tokayev", office: "Ambassador" },
  ]);
});

it("leaves out the records of a dossier that is not published, and is made anew when it is", async () => {
  const other = await makeDossier();
  await makePublished("visit", other, { visitorPerson: toqaev.id, began: "2020" });
  const before = (await recordsInvolving(toqaev.id, 1)).shown.length;
  await unpublish(editor, { kind: "dossier", id: other.id, version: other.version });
  const tags = new Set<string>();
  const { shown } = await collectTags(tags, () => recordsInvolving(toqaev.id, 1));
  expect(shown).toHaveLength(before - 1);
  const dossier = (await openEntry(editor, "dossier", other.id))!;
  written(await publish(editor, { kind: "dossier", id: other.id, version: dossier.version }, dossier.typed));
  expect((await lastTouched()).some((tag) => tags.has(tag))).toBe(true);
  expect((await recordsInvolving(toqaev.id, 1)).shown).toHaveLength(before);
});

it("refuses to take down a person whom published records name", async () => {
  const { version } = (await openEntry(editor, "person", toqaev.id))!;
  const refused = await unpublish(editor, { ...toqaev, version });
  expect(refused).toMatchObject({ ok: false, code: "stillReferredTo" });
});

describe("a person", () => {
  it.each(["Tokayev", "Тоқаев", "kassym toqaev", "Q1735793"])("is found as %s", async (q) => {
    const { hits } = await searchPublished(q);
    expect(hits).toContainEqual(
      expect.objectContaining({ id: toqaev.id, slug: "kassym-jomart-toqaev", dossierSlug: null }),
    );
  });

  it("keeps the address when renamed, which touches what shows the name", async () => {
    const entry = (await openEntry(editor, "person", toqaev.id))!;
    const renamed = { ...entry.typed, name: "Qasym-Jomart Toqaev" };
    written(await publish(editor, { ...toqaev, version: entry.version }, renamed));
    expect(await lastTouched()).toEqual(expect.arrayContaining([`n:${toqaev.id}`, `r:${toqaev.id}`, "p"]));
    expect((await personBySlug("kassym-jomart-toqaev"))?.values).toMatchObject({
      name: "Qasym-Jomart Toqaev",
      names: namesOfToqaev.map(({ name }) => expect.objectContaining({ name })),
    });
    expect((await peopleAddresses(10)).map(({ slug }) => slug)).toContain("kassym-jomart-toqaev");
  });
});

it("joins the visits of one trip in whichever dossiers, however its name is written", async () => {
  const trip = "Latin American tour, 2014";
  const one = await makePublished("visit", first, { trip, began: "2014-09-10" });
  const tags = new Set<string>();
  expect(await collectTags(tags, () => joinedVisits("trip", trip, one.id))).toEqual([]);
  const two = await makePublished("visit", second, { trip: "LATIN AMERICAN TOUR 2014", began: "2014-09-14" });
  expect((await lastTouched()).some((tag) => tags.has(tag))).toBe(true);
  await makePublished("visit", second, { trip: "Latin American tour 2015" });
  await makePublished("visit", second, { forum: trip });
  expect((await joinedVisits("trip", trip, one.id)).map(({ id }) => id)).toEqual([two.id]);
  expect((await joinedVisits("trip", trip, two.id)).map(({ id }) => id)).toEqual([one.id]);
});

it("lists people by name in pages, with their countries, and touches the index when one is named anew", async () => {
  const person = await draftPerson({ name: "Aaron A.", country: "MX" });
  const published = written(await publish(editor, person, { name: "Aaron A.", country: "MX" }));
  const { people, all, pages } = await peoplePage(1);
  expect(people[0]).toMatchObject({ id: person.id, slug: "aaron-a", name: "Aaron A.", country: "MX" });
  expect([all, pages]).toEqual([people.length, 1]);
  const noted = new Set<string>();
  await collectTags(noted, () => peoplePage(2));
  expect([...noted]).toEqual(["p"]);
  const target = { ...person, version: published.version };
  written(await publish(editor, target, { name: "Aaron B.", country: "MX" }));
  expect(await lastTouched()).toEqual(expect.arrayContaining(["p", "pp"]));
  const rows: string[] = [];
  await readPeople({
    start: () => undefined,
    batch: ({ records }) => void rows.push(...records.map(({ title }) => title)),
  });
  expect(rows[0]).toBe("Aaron B.");
  expect(rows).toHaveLength(all);
});
