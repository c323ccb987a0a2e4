/** What readers have in print stays: dates of first publication, and the numbers of sources. */
import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { publish } from "@/lib/desk/publish/publish";
import { unpublish } from "@/lib/desk/publish/withdraw";
import {
  makeDossier,
  makeDraft,
  makePublished,
  makeSource,
  someone,
  typedFor,
  written,
} from "@/tests/support/make";
import { recentChanges } from "./changes";
import { recordsOf } from "./records";
import { sourcesOf } from "./sources";

const editor = someone("editor");
const numbersIn = async (dossierId: string) =>
  (await sourcesOf(dossierId)).map(({ number, source }) => [number, source.id]);

it("a record that is taken down and published again keeps its first date and its sources' numbers", async () => {
  const dossier = await makeDossier();
  const [second, third] = [await makeSource(), await makeSource()];
  const event = await makePublished("event", dossier, { citations: [{ source: second.id }] });
  await makePublished("event", dossier, { citations: [{ source: third.id }] });
  const [before] = (await recordsOf(dossier.id, "event")).filter(({ id }) => id === event.id);
  const all = [
    [1, dossier.source],
    [2, second.id],
    [3, third.id],
  ];
  expect(await numbersIn(dossier.id)).toEqual(all);

  const down = written(await unpublish(editor, event));
  expect(await numbersIn(dossier.id)).toEqual([all[0], all[2]]);
  const again = written(await publish(editor, { ...event, version: down.version }, event.typed));

  expect(await numbersIn(dossier.id)).toEqual(all);
  const [after] = (await recordsOf(dossier.id, "event")).filter(({ id }) => id === event.id);
  expect(after?.publishedAt).toBe(before?.publishedAt);
  expect(Date.parse(after!.updatedAt)).toBeGreaterThan(Date.parse(before!.updatedAt));
  const change = (await recentChanges({ dossierId: dossier.id, limit: 10 })).find(
    ({ id }) => id === event.id,
  );
  expect(change).toMatchObject({ isNew: false, publishedAt: before?.publishedAt });
  expect(again.publicPath).not.toBeNull();
});

it("a dossier that is taken down and published again keeps its numbers, and a source that returns its own", async () => {
  const dossier = await makeDossier();
  const second = await makeSource();
  const event = await makePublished("event", dossier, { citations: [{ source: second.id }] });
  const typed = typedFor("dossier", dossier.parties, { citations: [{ source: dossier.source }] });
  const target = { kind: "dossier" as const, id: dossier.id, version: dossier.version };
  const down = written(await unpublish(editor, target));
  written(await publish(editor, { ...target, version: down.version }, typed));
  const without = { ...event.typed, citations: [{ source: dossier.source }] };
  const changed = written(await publish(editor, event, without));
  expect(await numbersIn(dossier.id)).toEqual([[1, dossier.source]]);
  const third = await makeSource();
  const with3 = { ...event.typed, citations: [{ source: third.id }, { source: second.id }] };
  written(await publish(editor, { ...event, version: changed.version }, with3));
  expect(await numbersIn(dossier.id)).toEqual([
    [1, dossier.source],
    [2, second.id],
    [3, third.id],
  ]);
});

it("publications at one moment never give a number twice", async () => {
  const dossier = await makeDossier();
  const drafts = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const [one, other] = [await makeSource(), await makeSource()];
      return makeDraft("event", dossier, { citations: [{ source: one.id }, { source: other.id }] });
    }),
  );
  const outcomes = await Promise.all(drafts.map((draft) => publish(editor, draft, draft.typed)));
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  const numbers = await database().sourceNumber.findMany({
    where: { dossierId: dossier.id },
    orderBy: { number: "asc" },
  });
  expect(numbers.map(({ number }) => number)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
  expect((await sourcesOf(dossier.id)).map(({ number }) => number)).toEqual(
    numbers.map(({ number }) => number),
  );
});
