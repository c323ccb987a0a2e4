import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { makeDossier, makeDraft, makePublished, someone, written } from "@/tests/support/make";
import { rowId } from "@/tests/support/rows";
import { openEntry } from "../read/open";
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
