/** What publications say they touch of what pages show, where other records have a part in it. */
import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { createDraft } from "@/lib/desk/write/save";
import { makeDossier, makePublished, makeSource, someone, typedFor, written } from "@/tests/support/make";
import { publish } from "./publish";
import { unpublish } from "./withdraw";

const editor = someone("editor");

/** What the last notice of a record touches. */
async function touchedBy(recordId: string): Promise<string[]> {
  const { tags } = await database().outbox.findFirstOrThrow({ where: { recordId }, orderBy: { id: "desc" } });
  return tags;
}

it("touches a dossier's set of sources only where the first of its records cites one, or the last ceases to", async () => {
  const dossier = await makeDossier();
  const source = (await makeSource()).id;
  const sources = cacheTag.sources(dossier.id);
  const citations = [{ source: dossier.source }, { source }];
  const [first, second] = [
    await makePublished("event", dossier, { citations }),
    await makePublished("event", dossier, { citations }),
  ];
  expect(await touchedBy(first.id)).toContain(sources);
  expect(await touchedBy(second.id)).not.toContain(sources);
  const without = { citations: [{ source: dossier.source }] };
  written(await publish(editor, first, { ...first.typed, ...without }));
  expect(await touchedBy(first.id)).not.toContain(sources);
  written(await unpublish(editor, second));
  expect(await touchedBy(second.id)).toContain(sources);
});

it("loses no change of a set of sources to two publications at one moment", async () => {
  const dossier = await makeDossier();
  const source = (await makeSource()).id;
  const citations = [{ source: dossier.source }, { source }];
  const both = [
    await makePublished("event", dossier, { citations }),
    await makePublished("event", dossier, { citations }),
  ];
  await Promise.all(both.map(async (event) => written(await unpublish(editor, event))));
  const touched = await Promise.all(both.map(({ id }) => touchedBy(id)));
  expect(touched.filter((tags) => tags.includes(cacheTag.sources(dossier.id)))).toHaveLength(1);
});

it("touches with a source the changes of the dossiers that cite it, and with one that nothing cites itself alone", async () => {
  const dossier = await makeDossier();
  const again = async (id: string) => {
    written(await publish(editor, { kind: "source", id, version: 2 }, typedFor("source", dossier.parties)));
    return touchedBy(id);
  };
  const own = (id: string) => [cacheTag.record(id), cacheTag.name(id)];
  expect(await again(dossier.source)).toEqual([
    ...own(dossier.source),
    cacheTag.changes(dossier.id),
    cacheTag.changes(null),
  ]);
  const uncited = (await makeSource()).id;
  expect(await again(uncited)).toEqual(own(uncited));
});

it("says what the draft sources touch that are published along", async () => {
  const dossier = await makeDossier();
  const draft = { kind: "source", dossierId: null } as const;
  const source = written(await createDraft(editor, draft, { title: "A new source" }));
  await makePublished("event", dossier, { citations: [{ source: source.id }] });
  expect(await touchedBy(source.id)).toEqual(
    expect.arrayContaining([cacheTag.record(source.id), cacheTag.name(source.id)]),
  );
});
