import { expect, it } from "vitest";
import { makeDossier, makeDraft, makeSource, someone, written } from "@/tests/support/make";
import { sourceOfNewestYear, yearsReported } from "./trade-years";
import { trash } from "../write/trash";

const editor = someone("editor");

it("knows the years that a reporter has in a dossier", async () => {
  const [dossier, other] = [await makeDossier(), await makeDossier()];
  const [reporter] = dossier.parties;
  await makeDraft("tradeYear", dossier, { year: "2018", reporter });
  await makeDraft("tradeYear", dossier, { year: "2019", reporter: "not-stated" });
  await makeDraft("tradeYear", dossier, { year: "", reporter });
  await makeDraft("tradeYear", other, { year: "2020", reporter: "not-stated" });
  written(await trash(editor, await makeDraft("tradeYear", dossier, { year: "2021", reporter })));
  expect(await yearsReported(editor, dossier.id, reporter)).toEqual(new Set([2018]));
});

it("finds the source of the newest other year that cites one", async () => {
  const dossier = await makeDossier();
  expect(await sourceOfNewestYear(editor, dossier.id)).toBeNull();
  const source = (await makeSource()).id;
  await makeDraft("tradeYear", dossier, { year: "2016", reporter: "not-stated" });
  const newest = await makeDraft("tradeYear", dossier, {
    year: "2018",
    reporter: "not-stated",
    citations: [{ source }],
  });
  await makeDraft("tradeYear", dossier, { year: "2019", reporter: "not-stated", citations: [] });
  expect(await sourceOfNewestYear(editor, dossier.id)).toEqual({
    sourceId: source,
    citedBy: "Trade in 2018",
  });
  expect(await sourceOfNewestYear(editor, dossier.id, { except: newest.id })).toMatchObject({
    sourceId: dossier.source,
  });
});
