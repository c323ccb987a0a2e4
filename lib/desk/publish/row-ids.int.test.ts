import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { makeDossier, makeDraft, makePublished, someone, written } from "@/tests/support/make";
import { rowId } from "@/tests/support/rows";
import { openEntry } from "../read/open";
import { differences } from "@/lib/domain/compare";
import { openRevision, restoreRevision } from "../read/revisions";
import { publish } from "./publish";

const editor = someone("editor");

it("keeps the ids of rows and citations from draft to publication, wherever they stand", async () => {
  const dossier = await makeDossier();
  const [ann, bea] = [rowId(1), rowId(2)];
  const meetings = [
    { id: ann, host: "Ann", manner: "official" },
    { id: bea, host: "Bea", manner: "private" },
  ];
  const citations = [{ id: rowId(3), source: dossier.source }];
  const visit = await makePublished("visit", dossier, { meetings, citations });
  const published = () =>
    database().visitMeeting.findMany({ where: { visitId: visit.id }, orderBy: { position: "asc" } });
  expect((await published()).map(({ id, host }) => [id, host])).toEqual([
    [ann, "Ann"],
    [bea, "Bea"],
  ]);
  expect(await database().citation.findMany({ where: { recordId: visit.id } })).toMatchObject(
    citations.map(({ id }) => ({ id })),
  );

  const turned = { ...visit.typed, meetings: [meetings[1]!, { ...meetings[0]!, host: "Anna" }] };
  written(await publish(editor, visit, turned));
  expect((await published()).map(({ id, host }) => [id, host])).toEqual([
    [bea, "Bea"],
    [ann, "Anna"],
  ]);
});

it("gives rows that come without ids some that stay", async () => {
  const dossier = await makeDossier();
  const draft = await makeDraft("visit", dossier, { meetings: [{ host: "Ann", manner: "official" }] });
  const idsOf = async () => {
    const typed = (await openEntry(editor, "visit", draft.id))!.typed;
    return JSON.stringify([typed.meetings, typed.citations]).match(/"id":"[^"]+"/g);
  };
  const before = await idsOf();
  expect(before).toHaveLength(2);
  const opened = (await openEntry(editor, "visit", draft.id))!;
  written(await publish(editor, draft, opened.typed));
  expect(await idsOf()).toEqual(before);
});

it("restores a revision from before rows had ids with the ids of the rows that are still there", async () => {
  const dossier = await makeDossier();
  const [ann, cite] = [rowId(21), rowId(22)];
  const draft = await makeDraft("visit", dossier, {
    meetings: [{ id: ann, host: "Ann", manner: "official" }],
    citations: [{ id: cite, source: dossier.source }],
  });
  const kept = await database().revision.findFirstOrThrow({ where: { entryId: draft.id } });
  const values = kept.values as { citations: { id?: string }[]; meetings: { id?: string }[] };
  for (const row of [...values.citations, ...values.meetings]) delete row.id;
  values.meetings.push({ ...values.meetings[0]!, ...{ host: "Bea" } });
  const revision = await database().revision.create({
    data: { ...kept, id: rowId(23), version: 0, values, confirmed: {}, unreadable: Prisma.DbNull },
  });

  const restored = written(await restoreRevision(editor, draft, revision.id));
  const { typed } = (await openEntry(editor, "visit", draft.id))!;
  expect(typed.citations).toMatchObject([{ id: cite }]);
  expect(typed.meetings).toMatchObject([
    { id: ann, host: "Ann" },
    { id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, host: "Bea" },
  ]);
  expect(restored.version).toBe(draft.version + 1);
});

it("publishes whatever a citation holds", async () => {
  const dossier = await makeDossier();
  const cited = {
    id: rowId(31),
    source: dossier.source,
    supports: ["began", "visitor"],
    place: "p. 1",
    quotation: "So it says",
  };
  const visit = await makePublished("visit", dossier, { citations: [cited, { source: dossier.source }] });
  const { source: sourceId, ...rest } = cited;
  expect(
    await database().citation.findMany({ where: { recordId: visit.id }, orderBy: { position: "asc" } }),
  ).toMatchObject([
    { ...rest, sourceId, position: 0 },
    { sourceId, position: 1, supports: [], place: null, quotation: null },
  ]);
});

it("opens and restores a revision whose citations named one field, with what has been cited since beside it", async () => {
  const dossier = await makeDossier();
  const cite = { id: rowId(41), source: dossier.source };
  const draft = await makeDraft("visit", dossier, {
    citations: [{ ...cite, supports: ["began", "visitor"] }],
  });
  const kept = await database().revision.findFirstOrThrow({ where: { entryId: draft.id } });
  const values = { ...(kept.values as object), citations: [{ ...cite, field: "began" }] };
  const { id } = await database().revision.create({
    data: { ...kept, id: rowId(42), version: 0, values, confirmed: [], unreadable: Prisma.DbNull },
  });

  const opened = await openRevision(editor, id);
  expect(opened?.typed.citations).toMatchObject([{ ...cite, supports: ["began"] }]);
  const standing = (await openEntry(editor, "visit", draft.id))!.typed;
  expect(differences(standing, opened!.typed).map(({ path }) => path)).toEqual([`citations/${cite.id}`]);
  written(await restoreRevision(editor, draft, id));
  expect((await openEntry(editor, "visit", draft.id))?.typed.citations).toEqual(opened?.typed.citations);
});

it("keeps what a citation supports at its rows when these move, and drops with a notice what is taken out", async () => {
  const dossier = await makeDossier();
  const [ann, bea] = [rowId(51), rowId(52)];
  const meetings = [
    { id: ann, host: "Ann", manner: "official" },
    { id: bea, host: "Bea", manner: "private" },
  ];
  const supports = [`meetings/${bea}/host`, "visitor"].sort();
  const citations = [{ id: rowId(53), source: dossier.source, supports }];
  const visit = await makePublished("visit", dossier, { meetings, citations });
  const cited = async () =>
    (await database().citation.findMany({ where: { recordId: visit.id } })).map((one) => one.supports);
  expect(await cited()).toEqual([supports]);

  const moved = written(await publish(editor, visit, { ...visit.typed, meetings: meetings.toReversed() }));
  expect([await cited(), moved.warnings]).toEqual([[supports], []]);

  const without = { ...visit.typed, meetings: [meetings[0]!] };
  const taken = written(await publish(editor, { ...visit, version: moved.version }, without));
  expect([await cited(), taken.warnings]).toEqual([
    [["visitor"]],
    [{ path: `citations/${rowId(53)}/supports`, code: "paths.rowGone" }],
  ]);
});
