/** The addresses that publications get, and keep. */
import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { makeDossier, makeDraft, makePublished, someone, written } from "@/tests/support/make";
import { openEntry } from "../read/open";
import { publish } from "./publish";
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
