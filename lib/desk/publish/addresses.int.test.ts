/** The addresses that publications get, and keep. */
import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { makeDossier, makeDraft, makePublished, someone, written } from "@/tests/support/make";
import { openEntry } from "../read/open";
import { cacheTag } from "@/lib/domain/cache-tags";
import { slugNow } from "@/lib/published/former-slugs";
import { publish } from "./publish";
import { readdress } from "./readdress";
import { trash } from "../write/trash";
import { unpublish } from "./withdraw";

const editor = someone("editor");
const db = database();

it("takes a record down at once and puts it up again at its old address", async () => {
  const dossier = await makeDossier();
  const event = await makePublished("event", dossier, { title: "A first title", date: "2014" });
  const { publicPath } = (await openEntry(editor, "event", event.id))!;
  expect(publicPath).toMatch(/\/history\/2014-a-first-title$/);
  const down = written(await unpublish(editor, event));
  expect(await db.event.count({ where: { id: event.id } })).toBe(0);
  const up = written(
    await publish(editor, { ...event, version: down.version }, { ...event.typed, title: "A later title" }),
  );
  expect(up.publicPath).toBe(publicPath);
});

it("gives two records of one title two addresses", async () => {
  const dossier = await makeDossier();
  const same = { title: "The same title", date: "2014" };
  await makePublished("event", dossier, same);
  const second = await makePublished("event", dossier, same);
  expect((await openEntry(editor, "event", second.id))?.slug).toBe("2014-the-same-title-2");
});

it("gives years of trade whose sources read alike in an address one each, and each keeps its own", async () => {
  const dossier = await makeDossier();
  const by = (sourceName: string) => ({ year: "2008", reporter: "third-source", sourceName });
  const slugOf = async (id: string) => (await db.record.findUniqueOrThrow({ where: { id } })).slug;
  const made = [];
  for (const name of ["UN Comtrade", "UN-Comtrade", "МВФ", "MVF"])
    made.push(await makePublished("tradeYear", dossier, by(name)));
  const slugs = ["2008-third-source-un-comtrade", "2008-third-source-un-comtrade-2"];
  expect([await slugOf(made[0]!.id), await slugOf(made[1]!.id)]).toEqual(slugs);
  expect(await slugOf(made[3]!.id)).toBe(`${await slugOf(made[2]!.id)}-2`);
  // The first moves to another year: the second, published again, stays where it was found so far.
  const [first, second] = [made[0]!, made[1]!];
  written(await publish(editor, first, { ...first.typed, year: "2009" }));
  expect(await slugOf(first.id)).toBe("2009-third-source-un-comtrade");
  written(await publish(editor, second, { ...second.typed, note: "Told anew" }));
  expect(await slugOf(second.id)).toBe(slugs[1]);
  // And drafts that are published at once get one each as well.
  const drafts = [];
  for (const name of ["ITC Trade Map", "ITC: Trade Map"])
    drafts.push(await makeDraft("tradeYear", dossier, by(name)));
  const outcomes = await Promise.all(drafts.map((draft) => publish(editor, draft, draft.typed)));
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
});

it("keeps the address of a year that was taken off the site from another that reads alike, and leaves it to the same one", async () => {
  const dossier = await makeDossier();
  const by = (sourceName: string) => ({ year: "2008", reporter: "third-source", sourceName });
  const slugOf = async ({ id }: { id: string }) =>
    (await db.record.findUniqueOrThrow({ where: { id } })).slug;
  const slug = "2008-third-source-un-comtrade";
  const first = await makePublished("tradeYear", dossier, by("UN Comtrade"));
  const down = written(await unpublish(editor, first));
  const alike = await makePublished("tradeYear", dossier, by("UN-Comtrade"));
  expect(await slugOf(alike)).toBe(`${slug}-2`);
  written(await trash(editor, { ...first, version: down.version }));
  expect(await slugOf(await makePublished("tradeYear", dossier, by("UN Comtrade")))).toBe(slug);
});

it("gives records of one title that are published at once an address each", async () => {
  const dossier = await makeDossier();
  const same = { title: "Published at once", date: "2014" };
  const drafts = await Promise.all(Array.from({ length: 4 }, () => makeDraft("event", dossier, same)));
  const outcomes = await Promise.all(drafts.map((draft) => publish(editor, draft, draft.typed)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(4);
  const records = await db.record.findMany({ where: { dossierId: dossier.id, kind: "event" } });
  expect(records.map(({ slug }) => slug).sort()).toEqual([
    "2014-published-at-once",
    "2014-published-at-once-2",
    "2014-published-at-once-3",
    "2014-published-at-once-4",
  ]);
});

it("changes a record's address on purpose, and leads its former ones to it", async () => {
  const dossier = await makeDossier();
  const event = await makePublished("event", dossier, { title: "Mispelt", date: "2014" });
  const other = await makePublished("event", dossier, { title: "Another", date: "2014" });
  const former = (slug: string) => slugNow(dossier.id, "event", slug);
  const changed = written(await readdress(editor, event, "2014-misspelt"));
  expect(changed.publicPath).toMatch(/\/history\/2014-misspelt$/);
  expect(await former("2014-mispelt")).toBe("2014-misspelt");

  // Neither address can become another record's, by choice or at its first publication.
  for (const slug of ["2014-mispelt", "2014-misspelt"])
    expect(await readdress(editor, other, slug)).toMatchObject({ problems: [{ code: "unique.slug" }] });
  const third = await makePublished("event", dossier, { title: "Mispelt", date: "2014" });
  expect((await openEntry(editor, "event", third.id))?.slug).toBe("2014-mispelt-2");

  // Back again: what leads there is the address in between.
  const back = written(await readdress(editor, { ...event, version: changed.version }, "2014-mispelt"));
  expect(await former("2014-mispelt")).toBeNull();
  expect(await former("2014-misspelt")).toBe("2014-mispelt");

  // Where it stands already nothing is done; a later publication keeps what was chosen.
  const target = { ...event, version: back.version };
  expect(await readdress(editor, target, "2014-mispelt")).toMatchObject({ ok: true, version: back.version });
  const again = written(await publish(editor, target, { ...event.typed, title: "Spelt otherwise" }));
  expect(again.publicPath).toBe(back.publicPath);
});

it("refuses an address that is none, a stale version, a draft, and those who may not publish", async () => {
  const dossier = await makeDossier();
  const event = await makePublished("event", dossier, { title: "An event", date: "2014" });
  for (const slug of ["", "Upper", "a b", "../x", "a--b", "x".repeat(81)])
    expect(await readdress(editor, event, slug), slug).toMatchObject({
      problems: [{ code: "slug.letters" }],
    });
  expect(await readdress(editor, { ...event, version: event.version + 1 }, "fine")).toMatchObject({
    ok: false,
  });
  const draft = await makeDraft("event", dossier, { title: "A draft", date: "2014" });
  expect(await readdress(editor, draft, "fine")).toMatchObject({ reason: "blocked", code: "wrongState" });
  await expect(readdress(someone("author"), event, "fine")).rejects.toThrow();
  expect(await db.formerSlug.count({ where: { recordId: { in: [event.id, draft.id] } } })).toBe(0);
});

it("touches the pages that show or link to the record, and what once was not found there", async () => {
  const dossier = await makeDossier();
  const event = await makePublished("event", dossier, { title: "A third", date: "2014" });
  written(await readdress(editor, event, "2014-elsewhere"));
  const notice = await db.outbox.findFirst({ where: { recordId: event.id }, orderBy: { id: "desc" } });
  const { record, name, list } = cacheTag;
  expect(notice?.tags).toEqual(
    expect.arrayContaining([record(event.id), name(event.id), list(dossier.id, "event")]),
  );
});

it("settles the countries of a dossier, and leads its old addresses to the new", async () => {
  const dossier = await makeDossier();
  const { typed, slug } = (await openEntry(editor, "dossier", dossier.id))!;
  const target = { kind: "dossier", id: dossier.id, version: dossier.version } as const;
  const other = await publish(editor, target, { ...typed, countryA: "ZW" });
  expect(other).toMatchObject({ problems: [{ path: "countryA", code: "dossier.pairSettled" }] });
  written(await publish(editor, target, { ...typed, slug: `renamed-${slug}` }));
  const aliases = await db.slugAlias.findMany({ where: { dossierId: dossier.id } });
  expect(aliases.map((alias) => alias.slug)).toContain(slug);
  expect(aliases).toHaveLength(2);
});
